package spec_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator/export"
	"github.com/lrcodes/lrcodes/spec"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sources returns the files of an archive below a prefix as sources: one, or one per directory where there are any.
func sources(a *txtar.Archive, prefix string) []spec.Source {
	all := fstest.MapFS{}
	var dirs []string
	for _, f := range a.Files {
		name, ok := strings.CutPrefix(f.Name, prefix)
		if !ok || !strings.HasSuffix(name, ".yaml") {
			continue
		}
		all[name] = &fstest.MapFile{Data: f.Data}
		if dir, _, nested := strings.Cut(name, "/"); nested && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	if len(dirs) == 0 {
		return []spec.Source{{Name: "", FS: all, Path: "."}}
	}
	var list []spec.Source
	for _, dir := range dirs {
		list = append(list, spec.Source{Name: dir, FS: all, Path: dir})
	}
	return list
}

// golden compares a file of an archive with what was got, or rewrites it.
func golden(t *testing.T, path string, a *txtar.Archive, name, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("%s: no file %s", path, name)
	}
	if want := string(a.Files[i].Data); got != want {
		if *update {
			a.Files[i].Data = []byte(got)
			if err := os.WriteFile(path, txtar.Format(a), 0o666); err != nil {
				t.Fatal(err)
			}
			return
		}
		t.Errorf("%s: got\n%s\nwant\n%s\nRun: go test ./spec -update", path, got, want)
	}
}

func archives(t testing.TB, pattern string) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %v, %d files", pattern, err, len(paths))
	}
	list := make(map[string]*txtar.Archive)
	for _, path := range paths {
		if list[path], err = txtar.ParseFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

func TestValid(t *testing.T) {
	for path, a := range archives(t, "testdata/valid/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			s, err := spec.Load(sources(a, "")...)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, path, a, "want.json", string(export.Traced(s).JSON()))
		})
	}
}

// TestRules holds each rule to its fixture: what must fail gives exactly the diagnostics that are wanted, one of
// them of the rule, and what must pass loads.
func TestRules(t *testing.T) {
	fixtures := archives(t, "testdata/rules/*.txtar")
	for _, rule := range spec.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			path := filepath.Join("testdata", "rules", rule.ID+".txtar")
			a := fixtures[path]
			if a == nil {
				t.Fatalf("rule %s has no fixture %s", rule.ID, path)
			}
			delete(fixtures, path)
			s, err := spec.Load(sources(a, "fail/")...)
			var diags spec.Diagnostics
			if s != nil || !errors.As(err, &diags) {
				t.Fatalf("the failing fixture loads: %v", err)
			}
			if !slices.ContainsFunc(diags, func(d spec.Diagnostic) bool { return d.Rule == rule.ID }) {
				t.Errorf("the failing fixture does not break the rule:\n%v", err)
			}
			golden(t, path, a, "want", diags.Error()+"\n")
			if !slices.Contains(strings.Split(diags.Error(), "\n"), rule.Example) {
				t.Errorf("the failing fixture does not give the example of the rule: %s", rule.Example)
			}
			if _, err := spec.Load(sources(a, "pass/")...); err != nil {
				t.Errorf("the passing fixture does not load:\n%v", err)
			}
		})
	}
	for path := range fixtures {
		t.Errorf("%s is the fixture of no rule", path)
	}
}

func TestLoadTrouble(t *testing.T) {
	fsys := fstest.MapFS{"empty/readme.txt": {}, "a.yaml": {Data: []byte("version: 1\n")}}
	for _, test := range []struct {
		path string
		want error
		text string
	}{
		{"missing", fs.ErrNotExist, "codes: file does not exist"},
		{"empty", spec.ErrNoFiles, "codes: holds no *.yaml or *.yml file"},
		{"a.yaml", nil, ""},
	} {
		s, err := spec.Load(spec.Source{Name: "codes", FS: fsys, Path: test.path})
		if !errors.Is(err, test.want) || err != nil && err.Error() != test.text || (s == nil) != (err != nil) {
			t.Errorf("%s: got %v, %v, want %v %q", test.path, s, err, test.want, test.text)
		}
	}
}
