package golang_test

import (
	"errors"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/spec"
)

// renderers are the files of a package, by name; those of the package of HTTP statuses are the shared ones.
var renderers = []struct {
	name   string
	shared bool
	render func(golang.Package) ([]byte, error)
}{
	{"doc.go", true, golang.Doc},
	{"codes.go", true, golang.Constants},
	{"categories.go", false, golang.Categories},
	{"response.go", false, golang.Response},
	{"errors.go", false, golang.Errors},
	{"decode.go", false, golang.Decode},
	{"lookup.go", true, golang.Lookup},
	{"table.go", true, golang.Table},
}

// load reads a spec from the text of one file.
func load(text string) (*spec.Spec, error) {
	return spec.Load(spec.Source{Name: "a.yaml", FS: fstest.MapFS{"a.yaml": {Data: []byte(text)}}, Path: "a.yaml"})
}

// packagesOf lists the packages that a spec asks for.
func packagesOf(s *spec.Spec) []golang.Package {
	list := []golang.Package{{Name: "httpstatus", Statuses: s.Statuses}}
	for _, a := range s.APIs {
		list = append(list, golang.Package{Name: a.Package, API: a, Statuses: s.Statuses})
	}
	return list
}

// render returns the files of a package by name. It holds them to the invariants of the package golang.
func render(t testing.TB, p golang.Package) map[string]string {
	t.Helper()
	files := make(map[string]string)
	for _, r := range renderers {
		if p.API == nil && !r.shared {
			continue
		}
		source, err := r.render(p)
		if err != nil {
			t.Fatalf("%s/%s: %v", p.Name, r.name, err)
		}
		formatted, err := format.Source(source)
		if err != nil {
			t.Fatalf("%s/%s: %v\n%s", p.Name, r.name, err, source)
		}
		if string(formatted) != string(source) {
			t.Errorf("%s/%s: gofmt would change %s", p.Name, r.name, change(string(source), string(formatted)))
		}
		files[r.name] = string(source)
	}
	return files
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

// typecheck compiles a package as far as types go, as Go 1.23.
func typecheck(name string, files map[string]string) error {
	fset := token.NewFileSet()
	var parsed []*ast.File
	for file, source := range files {
		f, err := parser.ParseFile(fset, path.Join(name, file), source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		parsed = append(parsed, f)
	}
	var problems []error
	config := types.Config{GoVersion: "go1.23", Importer: standard(), Error: func(err error) { problems = append(problems, err) }}
	config.Check(name, fset, parsed, nil)
	return errors.Join(problems...)
}

// standard imports the standard library from source, each package once.
var standard = sync.OnceValue(func() types.Importer {
	return &locked{from: importer.ForCompiler(token.NewFileSet(), "source", nil)}
})

type locked struct {
	sync.Mutex
	from types.Importer
}

func (l *locked) Import(path string) (*types.Package, error) {
	l.Lock()
	defer l.Unlock()
	return l.from.Import(path)
}
