package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// inputs are the files of a case; what is generated from them follows in the same archive.
const inputs = "in/"

// TestGolden generates what the configuration of a case asks for. A case has the spec and every file that is generated
// from it on one page, so that the output can be read without running anything.
func TestGolden(t *testing.T) {
	for path, a := range spectest.Archives(t, "testdata/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) { spectest.Golden(t, path, generate(t, a)) })
	}
}

// generate returns the archive with its inputs and what is generated from them.
func generate(t *testing.T, a *txtar.Archive) *txtar.Archive {
	t.Helper()
	fsys := fstest.MapFS{}
	out := &txtar.Archive{Comment: a.Comment}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, inputs); ok {
			fsys[name] = &fstest.MapFile{Data: f.Data}
			out.Files = append(out.Files, f)
		}
	}
	c, err := config.Load(fsys, config.Name, config.Name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := spec.Load(spec.Source{Name: "codes", FS: fsys, Path: "codes"})
	if err != nil {
		t.Fatal(err)
	}
	files, err := generator.Generate(s, c)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		out.Files = append(out.Files, txtar.File{Name: f.Path, Data: f.Data})
	}
	return out
}

// generateBuiltin renders the builtin spec as the command does without a configuration.
func generateBuiltin() ([]generator.File, error) {
	s, err := spec.Load(spec.Builtin())
	if err != nil {
		return nil, err
	}
	return generator.Generate(s, config.Default(s, nil))
}

var generateOnce = sync.OnceValues(generateBuiltin)

// builtin returns what generateBuiltin returns. The tests share it, so none may change it.
func builtin(t *testing.T) []generator.File {
	t.Helper()
	files, err := generateOnce()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestDeterminism tests that neither the run nor the number of processors changes a byte.
func TestDeterminism(t *testing.T) {
	want := builtin(t)
	for _, n := range []int{1, 8} {
		old := runtime.GOMAXPROCS(n)
		got, err := generateBuiltin()
		runtime.GOMAXPROCS(old)
		if err != nil || !slices.EqualFunc(got, want, func(a, b generator.File) bool {
			return a.Path == b.Path && bytes.Equal(a.Data, b.Data)
		}) {
			t.Errorf("with %d processors the files differ (%v)", n, err)
		}
	}
}

// TestOwned tests that every generated file has the header, and contains nothing of the machine or the day.
func TestOwned(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range builtin(t) {
		if !output.Owned(f.Data) {
			t.Errorf("%s does not have the header", f.Path)
		}
		for _, text := range []string{dir, runtime.Version(), host + ".", "go1."} {
			if bytes.Contains(f.Data, []byte(text)) {
				t.Errorf("%s contains %q", f.Path, text)
			}
		}
	}
}

// BenchmarkGenerate renders the builtin spec.
func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		if _, err := generateBuiltin(); err != nil {
			b.Fatal(err)
		}
	}
}
