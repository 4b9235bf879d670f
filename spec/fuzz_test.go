package spec_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// FuzzLoad holds Load to its invariant: a spec or diagnostics with positions, never both, never a panic.
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
			t.Error("a spec beside an error")
		case err != nil && !errors.As(err, &diags):
			t.Errorf("%v is no diagnostic", err)
		}
		for _, d := range diags {
			if d.Position.File != "a.yaml" || d.Position.Line < 1 || d.Position.Column < 1 || d.Rule == "" {
				t.Errorf("diagnostic without a position: %+v", d)
			}
		}
	})
}
