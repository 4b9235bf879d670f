package passes

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// usage is what all passes know of a package that uses catalogues. It does not change, since drivers run passes concurrently.
type usage struct {
	catalogues []*catalogue
	root       inspector.Cursor // of the files
	files      map[*ast.File]fileKind
}

// fileKind is what decides whether a finding in a file is reported.
type fileKind struct {
	generated, test bool
	ignored         map[int]bool // lines that a directive silences
}

// ignore is how a comment silences the findings of a line. A reason follows it.
const ignore = "//lrcodes:ignore"

// newUsage returns what the passes need to know of a package that uses catalogues.
func newUsage(pass *analysis.Pass, list []*catalogue) *usage {
	u := &usage{list, inspector.New(pass.Files).Root(), make(map[*ast.File]fileKind)}
	for _, c := range list {
		c.index()
	}
	for _, f := range pass.Files {
		u.files[f] = fileKind{
			generated: ast.IsGenerated(f),
			test:      strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go"),
			ignored:   ignoredLines(pass.Fset, f),
		}
	}
	return u
}

// ignoredLines returns the lines with a directive, and those below a comment that has one and a line of its own.
func ignoredLines(fset *token.FileSet, f *ast.File) map[int]bool {
	lines := make(map[int]bool)
	for _, group := range f.Comments {
		for _, c := range group.List {
			reason, found := strings.CutPrefix(c.Text, ignore+" ")
			if !found || strings.TrimSpace(reason) == "" {
				continue
			}
			lines[lineOf(fset, c.Pos())] = true
			if !followsCode(fset, f, group) {
				lines[lineOf(fset, group.End())+1] = true
			}
		}
	}
	return lines
}

// followsCode reports whether a comment begins on a line on which code ends.
func followsCode(fset *token.FileSet, f *ast.File, group *ast.CommentGroup) bool {
	line, found := lineOf(fset, group.Pos()), false
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || found || n.Pos() > group.Pos() {
			return false
		}
		if _, comment := n.(*ast.CommentGroup); comment {
			return false
		}
		found = n.Pos() < group.Pos() && lineOf(fset, n.Pos()) == line || n.End() <= group.Pos() && lineOf(fset, n.End()-1) == line
		return true
	})
	return found
}

// lineOf returns the line of a position in its file, whatever a line directive says.
func lineOf(fset *token.FileSet, pos token.Pos) int { return fset.PositionFor(pos, false).Line }

// fileOf returns the file at a position.
func (c *check) fileOf(pos token.Pos) *ast.File {
	for _, f := range c.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
