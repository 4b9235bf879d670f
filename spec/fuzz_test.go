package spec_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec"
)

// FuzzLoad holds Load to its invariant: a spec or diagnostics with places, never both, never a panic.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"testdata/rules/*.txtar", "testdata/valid/*.txtar"} {
		for _, a := range archives(f, pattern) {
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
		var diags spec.Diagnostics
		switch {
		case err == nil && s == nil:
			t.Error("neither a spec nor an error")
		case err != nil && s != nil:
			t.Error("a spec beside an error")
		case err != nil && !errors.As(err, &diags):
			t.Errorf("%v is no diagnostic", err)
		}
		for _, d := range diags {
			if d.Place.File != "a.yaml" || d.Place.Line < 1 || d.Place.Column < 1 || d.Rule == "" {
				t.Errorf("diagnostic without a place: %+v", d)
			}
		}
	})
}
