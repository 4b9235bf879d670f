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

// TestGolden renders every page of each case in testdata. A case holds spec.json, and may hold rules.json and a
// template/<page> for a page to replace; the other files are the pages, or the error.
func TestGolden(t *testing.T) {
	for file, archive := range spectest.Archives(t, "testdata/*.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			got := &txtar.Archive{Comment: archive.Comment, Files: inputs(archive)}
			got.Files = append(got.Files, renderCase(t, archive)...)
			spectest.Golden(t, file, got)
		})
	}
}

func inputs(archive *txtar.Archive) []txtar.File {
	return slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool {
		return !strings.HasSuffix(f.Name, ".json") && !strings.HasPrefix(f.Name, "template/")
	})
}

func renderCase(t *testing.T, archive *txtar.Archive) []txtar.File {
	s := &spec.Spec{}
	var rules []Rule
	o := Options{Templates: map[string]string{}}
	for _, f := range archive.Files {
		page, isTemplate := strings.CutPrefix(f.Name, "template/")
		switch {
		case f.Name == "spec.json":
			s = decodeSpec(t, f.Data)
		case f.Name == "rules.json":
			if err := json.Unmarshal(f.Data, &rules); err != nil {
				t.Fatal(err)
			}
		case isTemplate:
			o.Templates[page] = string(f.Data)
		}
	}
	pages, err := renderAll(s, rules, o)
	if err != nil {
		return []txtar.File{{Name: "error", Data: []byte(err.Error() + "\n")}}
	}
	return pages
}

// renderAll renders each page that a caller would, in the order of the table of pages.
func renderAll(s *spec.Spec, rules []Rule, o Options) ([]txtar.File, error) {
	var files []txtar.File
	var firstErr error
	add := func(name string, page []byte, err error) {
		files = append(files, txtar.File{Name: name, Data: page})
		if firstErr == nil {
			firstErr = err
		}
	}
	page, err := Index(s, o)
	add(IndexFile, page, err)
	if len(s.Statuses) > 0 {
		page, err = Statuses(s, o)
		add(StatusesFile, page, err)
	}
	for _, a := range s.APIs {
		page, err = API(s, a, o)
		add(APIFile(a), page, err)
	}
	if len(s.Synthetic) > 0 {
		page, err = Synthetic(s, o)
		add(SyntheticFile, page, err)
	}
	if rules != nil {
		page, err = Rules(rules, o)
		add(RulesFile, page, err)
	}
	return files, firstErr
}
