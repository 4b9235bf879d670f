package spec_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

func TestValid(t *testing.T) {
	for path, a := range spectest.Archives(t, "testdata/valid/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			s, err := spec.Load(spectest.Sources(a, "")...)
			if err != nil {
				t.Fatal(err)
			}
			spectest.Want(t, path, a, "want.json", string(export.Traced(s).JSON()))
		})
	}
}

// TestRules holds each rule to its fixture: what must fail gives exactly the diagnostics that are wanted, one of
// them of the rule, and what must pass loads.
func TestRules(t *testing.T) {
	fixtures := spectest.Archives(t, "testdata/rules/*.txtar")
	for _, rule := range spec.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			path := "testdata/rules/" + rule.ID + ".txtar"
			a := fixtures[path]
			if a == nil {
				t.Fatalf("rule %s has no fixture %s", rule.ID, path)
			}
			delete(fixtures, path)
			s, err := spec.Load(spectest.Sources(a, "fail/")...)
			var diags diag.Diagnostics
			if s != nil || !errors.As(err, &diags) {
				t.Fatalf("the failing fixture loads: %v", err)
			}
			if !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == rule.ID }) {
				t.Errorf("the failing fixture does not break the rule:\n%v", err)
			}
			spectest.Want(t, path, a, "want", diags.Error()+"\n")
			if !slices.Contains(strings.Split(diags.Error(), "\n"), rule.Example) {
				t.Errorf("the failing fixture does not give the example of the rule: %s", rule.Example)
			}
			if _, err := spec.Load(spectest.Sources(a, "pass/")...); err != nil {
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
