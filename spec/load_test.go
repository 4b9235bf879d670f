package spec_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestExtension loads the files of each archive by themselves and compares the diagnostics.
func TestExtension(t *testing.T) {
	for path, a := range spectest.Archives(t, "testdata/extension/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			_, err := spec.LoadExtension(spectest.Sources(a, "")...)
			got := ""
			if err != nil {
				got = err.Error() + "\n"
			}
			spectest.Want(t, path, a, "want", got)
		})
	}
}

// TestOld loads specs that obey the format but not the rules of today.
func TestOld(t *testing.T) {
	for path, a := range spectest.Archives(t, "testdata/rules/*.txtar") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			s, err := spec.LoadOld(spectest.Sources(a, "fail/")...)
			var diags diag.Diagnostics
			if errors.As(err, &diags) == (s != nil) {
				t.Fatalf("got %v and %v", s, err)
			}
			for _, d := range diags {
				if !slices.Contains([]string{"syntax", "version", "unknown-key", "missing-key", "duplicate-key", "wrong-type"}, d.Rule) {
					t.Errorf("%v is not about decoding", d)
				}
			}
		})
	}
	text := "version: 1\napi: {id: Old_ID}\ncodes:\n  - {code: 1, name: apiKey, categories: [Gone], http: 400}\n  - {code: 1, name: other}\n"
	s, err := spec.LoadOld(source("a.yaml", text))
	if err != nil {
		t.Fatal(err)
	}
	if codes := s.API("Old_ID").Codes; len(codes) != 2 || codes[0].Name != "apiKey" || codes[0].Categories != nil || codes[0].HTTP != nil {
		t.Errorf("got %+v", codes)
	}
}

func source(name, text string) spec.Source {
	return spec.Source{Name: name, FS: fstest.MapFS{name: {Data: []byte(text)}}, Path: name}
}

func TestPositionOf(t *testing.T) {
	base := source("a.yaml", "version: 1\nstatuses: [{status: 403, name: Forbidden, message: m}]\napi: {id: acme, title: Acme}\n"+
		"categories: [{name: Locked, description: D.}]\ncodes:\n  - code: 1\n    name: One\n    message: m\n    http: 403\n"+spectest.Envelope)
	more := source("b.yaml", "version: 1\nstatuses: [{status: 403, override: true, message: n}]\napi: {id: acme, docs: https://example.com}\n"+
		"codes:\n  - {code: 1, override: true, message: n, note: N., unused: true}\n")
	s := spectest.Load(t, base, more)
	a := s.API("acme")
	code, category, status := a.Codes[0], a.Categories[0], s.Statuses[0]
	for want, got := range map[string]diag.Position{
		"a.yaml:7:11": code.PositionOf("name"), "b.yaml:5:40": code.PositionOf("message"), "b.yaml:5:49": code.PositionOf("note"),
		"a.yaml:6:11": code.PositionOf("http"), // which the override removes
		"a.yaml:3:24": a.PositionOf("title"), "b.yaml:3:23": a.PositionOf("docs"), "a.yaml:3:11": a.PositionOf("package"),
		"a.yaml:4:42": category.PositionOf("description"), "a.yaml:4:21": category.PositionOf("name"),
		"b.yaml:2:51": status.PositionOf("message"), "a.yaml:2:32": status.PositionOf("name"), "a.yaml:2:21": status.PositionOf("retryable"),
	} {
		if got.String() != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if status.Message != "n" || code.Message != "n" || code.HTTP != nil || !code.Unused {
		t.Errorf("the overrides have no effect: %+v %+v", status, code)
	}
}

// TestOverridable overrides every key of a code and of a status that may be overridden, and compares the messages about
// the others.
func TestOverridable(t *testing.T) {
	base := source("a.yaml", "version: 1\nstatuses: [{status: 403, name: Forbidden, message: m}]\napi: {id: acme, title: Acme}\n"+
		"codes: [{code: 1, name: One, message: m}]\n"+spectest.Envelope)
	for section, values := range map[string]map[string]string{
		"statuses: [{status: 403": {"name": "Denied", "message": "n", "description": "D.", "retryable": "true"},
		"codes: [{code: 1": {"name": "Two", "message": "n", "description": "D.", "retryable": "true", "unused": "true", "http": "403", "also": "[x]",
			"categories": "[]", "aliases": "[Three]", "note": "N.", "data": "[{name: d, type: string}]"},
	} {
		list, _, _ := strings.Cut(section, ":")
		for _, key := range spec.Format().Keys {
			if key.Name != list {
				continue
			}
			for _, k := range key.Shape.Item.Keys {
				if slices.Contains([]string{"code", "status", "override"}, k.Name) {
					continue
				}
				text := "version: 1\napi: {id: acme}\n" + section + ", override: true, " + k.Name + ": " + values[k.Name] + "}]\n"
				s, err := spec.Load(base, source("b.yaml", text))
				if err != nil {
					t.Errorf("%s: %v", text, err)
					continue
				}
				overrides := append(s.API("acme").Codes[0].Overrides, s.Statuses[0].Overrides...)
				if len(overrides) != 1 || !slices.Equal(overrides[0].Keys, []string{k.Name}) {
					t.Errorf("%s: got the overrides %v", text, overrides)
				}
			}
		}
	}
}

func TestRepeated(t *testing.T) {
	fsys := fstest.MapFS{"codes/a.yaml": {Data: []byte("version: 1\n")}}
	dir, one := spec.Source{Name: "codes", FS: fsys, Path: "codes"}, spec.Source{Name: "codes/a.yaml", FS: fsys, Path: "codes/a.yaml"}
	for want, sources := range map[string][]spec.Source{
		"builtin: named twice":      {spec.Builtin(), spec.Builtin()},
		"codes/a.yaml: named twice": {dir, one},
	} {
		if _, err := spec.Load(sources...); !errors.Is(err, spec.ErrRepeated) || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestBuiltinAPIs(t *testing.T) {
	var ids []string
	for _, a := range spectest.Builtin(t).APIs {
		ids = append(ids, a.ID)
	}
	if got := spec.BuiltinAPIs(); !slices.Equal(got, ids) {
		t.Errorf("got %q, want %q: write api.id on the line after api in every file of the builtin spec", got, ids)
	}
}
