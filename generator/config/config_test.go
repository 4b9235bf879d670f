package config_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// files returns the files of an archive below a prefix, beside the spec that all configurations of the tests share.
func files(a *txtar.Archive, prefix string) fstest.MapFS {
	fsys := fstest.MapFS{"acme.yaml": {Data: []byte(acme)}}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, prefix); ok {
			fsys[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

const acme = `version: 1
statuses:
  - {status: 403, name: Forbidden, message: Forbidden}
api: {id: acme-billing, title: Acme Billing Codes}
codes:
  - {code: 901, name: CardRefused, message: The card was refused, http: 403}
`

// run goes the whole way that a configuration goes: it is loaded, so is the spec, and the files are rendered.
func run(fsys fs.FS) (*config.Config, error) {
	c, err := config.Load(fsys, config.Name, config.Name)
	if err != nil {
		return nil, err
	}
	var sources []spec.Source
	for _, s := range c.Sources {
		if s.Path == config.BuiltinSource {
			sources = append(sources, spec.Builtin())
		} else {
			sources = append(sources, spec.Source{Name: s.Path, FS: fsys, Path: path.Clean(s.Path)})
		}
	}
	s, err := spec.Load(sources...)
	if err != nil {
		return nil, err
	}
	if diags := c.Check(s); len(diags) > 0 {
		return nil, diags
	}
	_, err = generator.Generate(s, c)
	return c, err
}

func archives(t testing.TB, pattern string) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %v, %d files", pattern, err, len(paths))
	}
	list := make(map[string]*txtar.Archive)
	for _, p := range paths {
		a, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		list[filepath.ToSlash(p)] = a
	}
	return list
}

// golden compares the last file of an archive with what was got, or rewrites it.
func golden(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	want := &a.Files[len(a.Files)-1]
	if want.Name != "want" {
		t.Fatalf("%s: the last file is not want", name)
	}
	if string(want.Data) == got {
		return
	}
	if !*update {
		t.Errorf("%s: got\n%s\nwant\n%s\nRun: go test ./generator/config -update", name, got, want.Data)
		return
	}
	want.Data = []byte(got)
	if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestRules holds each rule to its fixture: what must fail gives exactly the diagnostics that are wanted, one of
// them of the rule, and what must pass generates.
func TestRules(t *testing.T) {
	fixtures := archives(t, "testdata/rules/*.txtar")
	for _, rule := range config.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			name := "testdata/rules/" + rule.ID + ".txtar"
			a := fixtures[name]
			if a == nil {
				t.Fatalf("rule %s has no fixture %s", rule.ID, name)
			}
			delete(fixtures, name)
			_, err := run(files(a, "fail/"))
			var diags spec.Diagnostics
			if !errors.As(err, &diags) {
				t.Fatalf("the failing fixture generates: %v", err)
			}
			if !slices.ContainsFunc(diags, func(d spec.Diagnostic) bool { return d.Rule == rule.ID }) {
				t.Errorf("the failing fixture does not break the rule:\n%v", err)
			}
			golden(t, name, a, diags.Error()+"\n")
			if _, err := run(files(a, "pass/")); err != nil {
				t.Errorf("the passing fixture does not generate:\n%v", err)
			}
		})
	}
	for name := range fixtures {
		t.Errorf("%s is the fixture of no rule", name)
	}
}

func TestLoadTrouble(t *testing.T) {
	_, err := config.Load(fstest.MapFS{}, "a.yaml", "sub/a.yaml")
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "sub/a.yaml: file does not exist" {
		t.Errorf("got %v", err)
	}
}

func TestDirs(t *testing.T) {
	s := &spec.Spec{APIs: []*spec.API{{ID: "acme-billing", Package: "acmebilling"}}}
	if got := config.Default(s).Dirs(); !slices.Equal(got, []string{"out/..."}) {
		t.Errorf("without a configuration: %q", got)
	}
	fsys := fstest.MapFS{"c.yaml": {Data: []byte(`version: 1
generate:
  - go: {api: acme-billing, dir: ./internal/acme/}
  - httpstatus: {dir: status}
  - json: {file: web/codes.json}
  - markdown: {dir: docs}
`)}}
	c, err := config.Load(fsys, "c.yaml", "c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Dirs(); !slices.Equal(got, []string{"internal/acme", "status", "docs"}) {
		t.Errorf("with a configuration: %q", got)
	}
}
