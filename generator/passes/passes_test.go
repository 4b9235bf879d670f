package passes

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestPasses runs all passes over the cases in testdata. A case is a spec, the Go files that use what is generated from
// it, with the expected findings in "want" comments, and each file as it is after all fixes. A file below gopath/ is of
// another module.
//
// The cases are loaded once and together, since most of the time goes into the standard library.
func TestPasses(t *testing.T) {
	if testing.Short() {
		t.Skip("loads the standard library from source")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(800)) // all that is loaded stays in use
	gopath := t.TempDir()
	cases := spectest.Archives(t, "testdata/*.txtar")
	var patterns []string
	for file, archive := range cases {
		name := caseName(file)
		writeCase(t, gopath, name, archive)
		if name == "codecompare" {
			writeProduct(t, gopath, name)
		}
		patterns = append(patterns, name+"/...")
	}
	if spectest.Update() {
		updateCases(t, gopath, cases, analysistest.Run(withoutFixed{t}, gopath, together, patterns...))
		return
	}
	results := analysistest.RunWithSuggestedFixes(withoutFixed{t}, gopath, together, patterns...)
	afterFixes, products := 0, 0
	for _, result := range results {
		switch path := result.Pass.Pkg.Path(); {
		case strings.Contains(path, fixed):
			afterFixes++
			checkFixed(t, result)
		case strings.Contains(path, product):
			products++
			checkProduct(t, result)
		case path == "codesecret/customeridentity":
			checkSecrets(t, result.Pass)
		}
	}
	if afterFixes == 0 || products != len(surroundings) {
		t.Errorf("%d packages as they are after the fixes, %d of all combinations", afterFixes, products)
	}
}

// caseName returns the name of a case, which is the first element of the import paths in it.
func caseName(file string) string { return strings.TrimSuffix(path.Base(file), ".txtar") }

// fixed is the directory, in that of a case, with the packages as they are after the fixes.
const fixed = "/fixed/"

// together runs all passes on one loaded package. Its findings begin with the name of the pass.
var together = &analysis.Analyzer{
	Name:     "lrcodes",
	Doc:      "run all passes",
	Requires: []*analysis.Analyzer{codemembers},
	Run: func(pass *analysis.Pass) (any, error) {
		for _, a := range Analyzers() {
			each := *pass
			each.Analyzer = a
			each.Report = func(d analysis.Diagnostic) {
				d.Message = a.Name + ": " + d.Message
				pass.Report(d)
			}
			if _, err := a.Run(&each); err != nil {
				return nil, err
			}
		}
		return nil, nil
	},
}

// withoutFixed reports the errors of a test, without those about missing findings in files that are fixed and about
// unexpected ones in those with all combinations.
type withoutFixed struct{ *testing.T }

func (t withoutFixed) Errorf(format string, args ...any) {
	t.Helper()
	text := fmt.Sprintf(format, args...)
	if !strings.Contains(text, fixed) && !strings.Contains(text, product) || strings.Contains(text, "conflict") {
		t.Error(text)
	}
}

// checkFixed reports what is left to fix in a package to which the fixes were applied, or keeps it from compiling.
func checkFixed(t *testing.T, result *analysistest.Result) {
	for _, err := range result.Action.Package.Errors {
		t.Errorf("%s: after the fixes: %v", result.Pass.Pkg.Path(), err)
	}
	for _, d := range result.Action.Diagnostics {
		if len(d.SuggestedFixes) > 0 {
			t.Errorf("%s: a second run fixes %s", result.Pass.Fset.Position(d.Pos), d.Message)
		}
	}
}

// writeCase writes the Go files of a case, what is generated from its spec, and its fixed files to a GOPATH.
func writeCase(t *testing.T, gopath, name string, archive *txtar.Archive) {
	files := spectest.FS(archive, "")
	hasFixes := make(map[string]bool) // by directory
	for file := range files {
		if path.Ext(file) == ".golden" {
			hasFixes[path.Dir(file)] = true
		}
	}
	for file, source := range files {
		other, isOther := strings.CutPrefix(file, "gopath/")
		switch ext := path.Ext(file); {
		case isOther:
			write(t, gopath, other, source.Data)
		case ext == ".go" || ext == ".golden":
			write(t, gopath, path.Join(name, file), source.Data)
		}
		if golden := files[file+".golden"]; golden != nil {
			write(t, gopath, path.Join(name, fixed, file), golden.Data)
		} else if path.Ext(file) == ".go" && hasFixes[path.Dir(file)] {
			write(t, gopath, path.Join(name, fixed, file), source.Data)
		}
	}
	for _, f := range generate(t, archive) {
		write(t, gopath, path.Join(name, f.Path), f.Data)
		if hasFixes[path.Dir(f.Path)] {
			write(t, gopath, path.Join(name, fixed, f.Path), f.Data)
		}
	}
}

// generate renders what the configuration of a case asks for.
func generate(t *testing.T, archive *txtar.Archive) []generator.File {
	c, err := config.Load(spectest.FS(archive, ""), config.Name, config.Name)
	if err != nil {
		t.Fatal(err)
	}
	s, err := spec.Load(spectest.Sources(archive, "spec/")...)
	if err != nil {
		t.Fatal(err)
	}
	files, err := generator.Generate(s, c)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func write(t *testing.T, gopath, name string, data []byte) {
	file := filepath.Join(gopath, "src", name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// updateCases writes each file with fixes, as it is after them, to its case.
func updateCases(t *testing.T, gopath string, cases map[string]*txtar.Archive, results []*analysistest.Result) {
	golden := make(map[string][]byte) // by path below gopath
	for _, result := range results {
		for file, edits := range editsOf(result) {
			name, err := filepath.Rel(filepath.Join(gopath, "src"), file)
			if err != nil {
				t.Fatal(err)
			}
			golden[filepath.ToSlash(name)+".golden"] = apply(t, result.Pass, file, edits)
		}
	}
	for file, archive := range cases {
		updateCase(t, file, archive, golden)
	}
}

// editsOf returns the edits of all fixes, by file.
func editsOf(result *analysistest.Result) map[string][]analysis.TextEdit {
	edits := make(map[string][]analysis.TextEdit)
	for _, d := range result.Action.Diagnostics {
		for _, fix := range d.SuggestedFixes {
			for _, edit := range fix.TextEdits {
				file := result.Pass.Fset.File(edit.Pos).Name()
				edits[file] = append(edits[file], edit)
			}
		}
	}
	return edits
}

// updateCase replaces the golden files of a case, each below the file that it comes from.
func updateCase(t *testing.T, file string, archive *txtar.Archive, golden map[string][]byte) {
	old := archive.Files
	archive.Files = nil
	for _, f := range old {
		if path.Ext(f.Name) == ".golden" {
			continue
		}
		archive.Files = append(archive.Files, f)
		name := f.Name + ".golden"
		if data, found := golden[path.Join(caseName(file), name)]; found {
			archive.Files = append(archive.Files, txtar.File{Name: name, Data: data})
		}
	}
	spectest.Golden(t, file, archive)
}

// apply returns a file after edits, of which equal ones count once.
func apply(t *testing.T, pass *analysis.Pass, name string, edits []analysis.TextEdit) []byte {
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
	})
	edits = slices.CompactFunc(edits, func(a, b analysis.TextEdit) bool {
		return a.Pos == b.Pos && a.End == b.End && string(a.NewText) == string(b.NewText)
	})
	var out bytes.Buffer
	at := 0
	for _, edit := range edits {
		file := pass.Fset.File(edit.Pos)
		out.Write(source[at:file.Offset(edit.Pos)])
		out.Write(edit.NewText)
		at = file.Offset(edit.End)
	}
	out.Write(source[at:])
	formatted, err := format.Source(out.Bytes())
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return formatted
}

// TestAnalyzers checks that a driver accepts the passes.
func TestAnalyzers(t *testing.T) {
	if err := analysis.Validate(Analyzers()); err != nil {
		t.Error(err)
	}
}
