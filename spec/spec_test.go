package spec_test

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
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
			spectest.Want(t, path, a, "want.json", string(export.Traced(s, nil).JSON()))
		})
	}
}

// ruleOf returns the rule that the fixture at path belongs to: the one with the longest id that its name begins with.
func ruleOf(path string) string {
	id := ""
	for _, rule := range spec.Rules() {
		if strings.HasPrefix(filepath.Base(path), rule.ID) && len(rule.ID) > len(id) {
			id = rule.ID
		}
	}
	return id
}

// TestRules compares the diagnostics of each fixture's failing files with those wanted, and loads its passing files.
// Among the diagnostics are some of the rule of the fixture, whose positions all have a file and a line.
//
// The name of a fixture is the id of its rule, with an ending where there are several. It has files below fail/, which
// break the rule, files below pass/, which show what is right, the diagnostics in the file want, and in the file schema
// those of the failing files that the JSON Schema rejects too; -update fills the last two, which must be there.
func TestRules(t *testing.T) {
	examples := make(map[string]string)
	fixtures := spectest.Archives(t, "testdata/rules/*.txtar")
	for _, path := range slices.Sorted(maps.Keys(fixtures)) {
		a, id := fixtures[path], ruleOf(path)
		t.Run(filepath.Base(path), func(t *testing.T) {
			s, err := spec.Load(spectest.Sources(a, "fail/")...)
			var diags diag.Diagnostics
			if s != nil || !errors.As(err, &diags) {
				t.Fatalf("the failing files load: %v", err)
			}
			i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == id })
			if i < 0 {
				t.Fatalf("the failing files do not break rule %q:\n%v", id, err)
			}
			examples[id] = cmp.Or(examples[id], diags[i].String())
			spectest.Want(t, path, a, "want", diags.Error()+"\n")
			for _, d := range diags {
				for _, p := range append(d.Related, d.Position) {
					if p.File == "" || p.Line < 1 || p.Column < 1 {
						t.Errorf("%v has the position %v", d, p)
					}
				}
			}
			if _, err := spec.Load(spectest.Sources(a, "pass/")...); err != nil {
				t.Errorf("the passing files do not load:\n%v", err)
			}
		})
	}
	var all strings.Builder
	for _, rule := range spec.Rules() {
		if examples[rule.ID] == "" {
			t.Errorf("rule %s has no fixture", rule.ID)
		}
		all.WriteString(examples[rule.ID] + "\n")
	}
	spectest.File(t, "examples.txt", []byte(all.String()))
}

func TestLoadTrouble(t *testing.T) {
	fsys := fstest.MapFS{"empty/readme.txt": {}, "a.yaml": {Data: []byte("version: 1\n")}}
	for _, test := range []struct {
		path string
		want error
		text string
	}{
		{"missing", fs.ErrNotExist, "codes: file does not exist"},
		{"empty", spec.ErrNoFiles, "codes: contains no *.yaml or *.yml file"},
		{"a.yaml", nil, ""},
	} {
		s, err := spec.Load(spec.Source{Name: "codes", FS: fsys, Path: test.path})
		if !errors.Is(err, test.want) || err != nil && err.Error() != test.text || (s == nil) != (err != nil) {
			t.Errorf("%s: got %v, %v, want %v %q", test.path, s, err, test.want, test.text)
		}
	}
}
