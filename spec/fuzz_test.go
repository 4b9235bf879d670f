package spec_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// FuzzLoad checks the invariant of Load: a spec, or diagnostics with positions and a known rule; never both, never a panic.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"testdata/rules/*.txtar", "testdata/valid/*.txtar"} {
		for _, a := range spectest.Archives(f, pattern) {
			for _, file := range a.Files {
				if strings.HasSuffix(file.Name, ".yaml") {
					f.Add(string(file.Data))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"a.yaml": {Data: []byte(text)}}
		s, err := spec.Load(spec.Source{Name: "a.yaml", FS: fsys, Path: "a.yaml"})
		var diags diag.Diagnostics
		switch {
		case err == nil && s == nil:
			t.Error("neither a spec nor an error")
		case err != nil && s != nil:
			t.Error("a spec and an error")
		case err != nil && !errors.As(err, &diags):
			t.Errorf("%v is no diagnostic", err)
		}
		for _, d := range diags {
			for _, p := range append(d.Related, d.Position) {
				if p.File != "a.yaml" || p.Line < 1 || p.Column < 1 {
					t.Errorf("diagnostic without a position: %+v", d)
				}
			}
			if !slices.ContainsFunc(spec.Rules(), func(r spec.Rule) bool { return r.ID == d.Rule }) {
				t.Errorf("diagnostic of an unknown rule: %+v", d)
			}
			if strings.ContainsFunc(d.Message, unicode.IsControl) {
				t.Errorf("diagnostic with control characters: %+v", d)
			}
		}
		if old, err := spec.LoadOld(spec.Source{Name: "a.yaml", FS: fsys, Path: "a.yaml"}); s != nil && old == nil {
			t.Errorf("LoadOld rejects a valid spec: %v", err)
		}
	})
}
