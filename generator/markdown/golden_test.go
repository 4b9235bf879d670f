package markdown

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestGolden renders every page of each case in testdata. A case has the files of a spec below spec/, and may have
// options.json, and a template/<page> for a page to replace; the other files are the pages, or the error.
func TestGolden(t *testing.T) {
	for file, archive := range spectest.Archives(t, "testdata/*.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			s, o := loadCase(t, archive)
			got := &txtar.Archive{Comment: archive.Comment, Files: inputs(archive)}
			pages, err := renderAll(s, o)
			if err != nil {
				pages = []txtar.File{{Name: "error", Data: []byte(err.Error() + "\n")}}
			}
			got.Files = append(got.Files, pages...)
			spectest.Golden(t, file, got)
		})
	}
}

func inputs(archive *txtar.Archive) []txtar.File {
	return slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool {
		return f.Name != "options.json" && !strings.HasPrefix(f.Name, "spec/") && !strings.HasPrefix(f.Name, "template/")
	})
}

// loadCase returns the spec of a case and its options. Without options.json every API has a Go package. A file with the
// name of one of the builtin spec counts as that, so that a published package may have its codes.
func loadCase(t testing.TB, archive *txtar.Archive) (*spec.Spec, Options) {
	t.Helper()
	s := spectest.Load(t, spec.Source{Name: spec.Builtin().Name, FS: spectest.FS(archive, "spec/"), Path: "."})
	o := Options{Packages: map[string]spec.GoPackage{}, StatusPackage: spec.GoPackage{Name: "httpstatus"}, Templates: map[string]string{}}
	for _, a := range s.APIs {
		o.Packages[a.ID] = spec.GoPackage{Name: a.Package}
	}
	for _, f := range archive.Files {
		if page, ok := strings.CutPrefix(f.Name, "template/"); ok {
			o.Templates[page] = string(f.Data)
		}
		if f.Name == "options.json" {
			o = Options{}
			if err := json.Unmarshal(f.Data, &o); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s, o
}

// renderAll renders each page.
func renderAll(s *spec.Spec, o Options) ([]txtar.File, error) {
	var files []txtar.File
	for _, p := range Pages(s, o) {
		data, err := p.Render()
		if err != nil {
			return nil, err
		}
		files = append(files, txtar.File{Name: p.File, Data: data})
	}
	return files, nil
}
