package golang_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/spec"
)

// load reads a spec from the text of one file.
func load(text string) (*spec.Spec, error) {
	return spec.Load(spec.Source{Name: "a.yaml", FS: fstest.MapFS{"a.yaml": {Data: []byte(text)}}, Path: "a.yaml"})
}

// pkg is a generated package.
type pkg struct {
	name  string
	files []golang.File
}

// packagesOf lists the packages that are generated from a spec.
func packagesOf(s *spec.Spec) []pkg {
	list := []pkg{{"httpstatus", golang.StatusFiles(golang.StatusPackage{Name: "httpstatus", Statuses: s.Statuses})}}
	for _, a := range s.APIs {
		list = append(list, pkg{a.Package, golang.Files(golang.Package{Name: a.Package, API: a, Statuses: s.Statuses})})
	}
	return list
}

// render returns the files of a package by name. It checks that they are as gofmt writes them.
func render(t testing.TB, p pkg) map[string]string {
	t.Helper()
	files := make(map[string]string)
	for _, f := range p.files {
		source, err := f.Render()
		if err != nil {
			t.Fatalf("%s/%s: %v", p.name, f.Name, err)
		}
		files[f.Name] = string(source)
		if gofmted.has(string(source)) {
			continue
		}
		formatted, err := format.Source(source)
		if err != nil {
			t.Fatalf("%s/%s: %v\n%s", p.name, f.Name, err, source)
		}
		if string(formatted) != string(source) {
			t.Errorf("%s/%s: gofmt would change %s", p.name, f.Name, change(string(source), string(formatted)))
		} else {
			gofmted.add(string(source))
		}
	}
	return files
}

// gofmted are files that are as gofmt writes them. Most files of a package are the same as in the package of another
// spec, and to check them takes longer than to render them.
var gofmted texts

// texts is a set of texts: of all that the tests render, and of some that a fuzzer finds.
type texts struct {
	mu   sync.Mutex
	sums map[[sha256.Size]byte]bool
}

func (s *texts) has(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sums[sha256.Sum256([]byte(text))]
}

func (s *texts) add(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sums == nil || len(s.sums) > 10_000 {
		s.sums = make(map[[sha256.Size]byte]bool)
	}
	s.sums[sha256.Sum256([]byte(text))] = true
}

// change returns the first line in which texts differ.
func change(a, b string) string {
	for i, line := range strings.Split(a, "\n") {
		if others := strings.Split(b, "\n"); i >= len(others) || others[i] != line {
			return line
		}
	}
	return "the end"
}

// typecheck type-checks a package as Go 1.23, for a machine whose int has 32 bits.
func typecheck(name string, files map[string]string) (*types.Package, error) {
	fset := token.NewFileSet()
	var parsed []*ast.File
	for file, source := range files {
		f, err := parser.ParseFile(fset, path.Join(name, file), source, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	var problems []error
	config := types.Config{GoVersion: "go1.23", Sizes: types.SizesFor("gc", "386"), Importer: standard(), Error: func(err error) { problems = append(problems, err) }}
	checked, _ := config.Check(name, fset, parsed, nil)
	return checked, errors.Join(problems...)
}

// compiles type-checks a package, unless it is one that type-checks, such as that of the statuses of many specs.
func compiles(name string, files map[string]string) error {
	whole := fmt.Sprint(files)
	if compiling.has(whole) {
		return nil
	}
	_, err := typecheck(name, files)
	if err == nil {
		compiling.add(whole)
	}
	return err
}

var compiling texts

// standard imports the packages of the standard library that generated packages import, from the export data of the go
// command: type-checking their source takes seconds.
var standard = sync.OnceValue(func() types.Importer {
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "encoding/json", "log/slog", "iter", "maps").Output()
	if err != nil {
		panic(err)
	}
	files := make(map[string]string)
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		files[path] = file
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(files[path]) }
	return &locked{from: importer.ForCompiler(token.NewFileSet(), "gc", open)}
})

// locked is an importer that goroutines may share.
type locked struct {
	sync.Mutex
	from types.Importer
}

func (l *locked) Import(path string) (*types.Package, error) {
	l.Lock()
	defer l.Unlock()
	return l.from.Import(path)
}
