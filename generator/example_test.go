package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestExamples compares each example body in generated documentation with the generated package, in a module that has
// both: the test of that module decodes the bodies, and compares them with what Body returns.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("not short: testing generated packages runs the go command")
	}
	dir, err := spectest.SameDir(t, "examples")
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/module/examples.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(archive.Files, generate(t, archive).Files...) {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "test", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-trimpath", "GOPROXY=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go test: %v\n%s", err, out)
	}
}
