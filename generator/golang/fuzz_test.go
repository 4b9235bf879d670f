package golang_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzGenerate checks the invariant of the renderers: whatever loads also generates, and what is generated is as
// gofmt writes it and type-checks.
func FuzzGenerate(f *testing.F) {
	for _, pattern := range []string{"testdata/*.txtar", "../../spec/testdata/valid/*.txtar", "../../spec/testdata/rules/*.txtar"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatalf("%s: %v, %d files", pattern, err, len(paths))
		}
		for _, path := range paths {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				f.Fatal(err)
			}
			for _, file := range archive.Files {
				if strings.HasSuffix(file.Name, ".yaml") {
					f.Add(string(file.Data))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := load(text)
		if err != nil {
			return
		}
		for _, p := range packagesOf(s) {
			if err := compiles(p.name, render(t, p)); err != nil {
				t.Errorf("package %s: %v", p.name, err)
			}
		}
	})
}

// spread is a spec with one text wherever it can have a text, twice where it can have paragraphs.
const spread = `version: 1
statuses: [{status: 400, name: BadRequest, message: %[1]s, description: %[2]s}]
envelope: [{name: ErrorCode, type: integer, role: code}, {name: Message, type: string, role: message}, {name: Detail, type: string, nullable: true}]
api: {id: acme, title: %[1]s, sdk: loginradius}
categories: [{name: Kind, description: %[2]s}]
codes:
  - {code: 901, name: First, message: %[1]s, description: %[2]s, note: %[2]s, also: [%[1]s], http: 400, categories: [Kind], aliases: [Former]}
  - {code: 902, name: Second, message: %[1]s, description: %[2]s, unused: true}
  - {code: 903, name: Third, description: %[2]s, data: [{name: Data.a, type: string, description: %[2]s}]}
`

// hostile are texts that would be something else in a Go file, if they could.
var hostile = []string{
	"//", "// a", "/*", "*/", "/* a */", "//go:build ignore", "go:build ignore", "//go:generate false", "+build ignore", "a +build b",
	"Deprecated: no.", "a\n\nDeprecated: no.", "# Heading", "a\n\n# Heading", "[x]: https://a.example", "- a\n- b", "1. a\n\n2) b", "\ta", "a\n\tb\n\nc",
	"`", "`a`", "\"", "\\", "\\n", "%d %s %!", "{{.}}", "a  b", "a\u00a0b", "Ünïcödé 🙂", "package x", "\u0301", "''", "``", "[First]", "Package acme",
	"//list:0", "a //list:0", "a\u00a0 b", strings.Repeat("a\u2003b ", 40),
	"line a.go:1", "//line a.go:1", "lint:ignore ST1000 no", "export F", "TODO(a): b", "a: b", ".", "!", "a…", "Note: a", "ErrFirst: a",
	strings.Repeat("long ", 50) + "+build a", strings.Repeat("word", 100), strings.Repeat("word", 23) + " go:build a", strings.Repeat("a ", 200) + "# b",
}

// FuzzDoc checks that texts stay in comments: whatever a text says, the files consist of the same declarations as with a
// harmless one, and a doc comment is nothing but paragraphs.
func FuzzDoc(f *testing.F) {
	harmless := spreadOut(f, "harmless")
	if len(harmless) == 0 {
		f.Fatal("the spec does not load")
	}
	skeletons := make(map[string]string)
	for file, source := range harmless {
		skeletons[file] = skeleton(f, source)
	}
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for file, source := range spreadOut(t, text) {
			if source == harmless[file] {
				continue
			}
			if got, want := skeleton(t, source), skeletons[file]; got != want {
				t.Errorf("%s: %q changes %s", file, text, change(got, want))
			}
		}
	})
}

// spreadOut returns the files of a spec that is full of a text; none where no spec can have it.
func spreadOut(t testing.TB, text string) map[string]string {
	line, _ := json.Marshal(text)
	prose, _ := json.Marshal(text + "\n\n" + text)
	s, err := load(fmt.Sprintf(spread, line, prose))
	if err != nil {
		return nil
	}
	all := make(map[string]string)
	for _, p := range packagesOf(s) {
		for name, source := range render(t, p) {
			all[p.name+"/"+name] = source
		}
	}
	return all
}

// directive matches a comment that means something to a tool, as well as one that looks as if it should.
var directive = regexp.MustCompile(`^//(\s*\+build|\s*go:|[a-z]+[: ])`)

// skeleton returns the declarations of a file, a line each, without its texts. It says how doc comments would
// be shown.
func skeleton(t testing.TB, source string) string {
	file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CommentGroup:
			for _, c := range n.List {
				if directive.MatchString(c.Text) {
					lines = append(lines, c.Text)
				}
			}
			lines = append(lines, shown(n)...)
			return false
		case *ast.BasicLit:
			if n.Kind != token.STRING {
				lines = append(lines, n.Value)
			}
		case *ast.Ident:
			lines = append(lines, n.Name)
		case nil:
		default:
			lines = append(lines, fmt.Sprintf("%T", n))
		}
		return true
	})
	return strings.Join(lines, "\n")
}

// shown returns what a doc comment has besides paragraphs.
func shown(group *ast.CommentGroup) []string {
	var parts []string
	for _, block := range new(comment.Parser).Parse(group.Text()).Content {
		switch block := block.(type) {
		case *comment.Paragraph:
			if text, ok := block.Text[0].(comment.Plain); ok && strings.HasPrefix(string(text), "Deprecated:") {
				parts = append(parts, string(text))
			}
		case *comment.Code:
			parts = append(parts, block.Text)
		default:
			parts = append(parts, fmt.Sprintf("%T", block))
		}
	}
	return parts
}
