package passes

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// usage is what all passes know of a package that uses catalogues. It does not change: the passes run at once.
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

// check is one pass over one package.
type check struct {
	*analysis.Pass
	*usage
	scope scope
}

// all returns the nodes of certain types in the files that the pass looks at.
func (c *check) all(types ...ast.Node) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for file := range c.root.Children() {
			kind := c.files[file.Node().(*ast.File)]
			if kind.generated || kind.test && c.scope != withTests {
				continue
			}
			for cur := range file.Preorder(types...) {
				if !yield(cur) {
					return
				}
			}
		}
	}
}

// report reports a finding about a node, unless its line is ignored. Without edits there is no fix.
func (c *check) report(at analysis.Range, edits []analysis.TextEdit, format string, args ...any) {
	if c.files[c.fileOf(at.Pos())].ignored[lineOf(c.Fset, at.Pos())] {
		return
	}
	d := analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Message: fmt.Sprintf(format, args...)}
	if edits != nil && !c.removesComment(edits) && !c.usesCgo(at.Pos()) {
		d.SuggestedFixes = []analysis.SuggestedFix{{Message: "Fix: " + d.Message, TextEdits: edits}}
	}
	c.Report(d)
}

// fileOf returns the file at a position.
func (c *check) fileOf(pos token.Pos) *ast.File {
	for _, f := range c.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// removesComment reports whether edits would take a comment with them.
func (c *check) removesComment(edits []analysis.TextEdit) bool {
	for _, edit := range edits {
		for _, group := range c.fileOf(edit.Pos).Comments {
			if group.Pos() < edit.End && edit.Pos < group.End() {
				return true
			}
		}
	}
	return false
}

// catalogueOfCode returns the catalogue whose codes have a type, or nil.
func (c *check) catalogueOfCode(t types.Type) *catalogue {
	return c.catalogue(func(found *catalogue) bool { return is(t, found.code) })
}

// catalogueOfSentinel returns the catalogue whose codes or categories have a type, or nil.
func (c *check) catalogueOfSentinel(t types.Type) *catalogue {
	return c.catalogue(func(found *catalogue) bool { return found.isSentinel(t) })
}

// catalogueOfValue returns the catalogue whose codes, categories or responses, or pointers to these, have a type, or nil.
func (c *check) catalogueOfValue(t types.Type) *catalogue {
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	return c.catalogue(func(found *catalogue) bool {
		return found.isSentinel(t) || is(t, found.response) || is(t, found.info)
	})
}

func (c *check) catalogue(fits func(*catalogue) bool) *catalogue {
	for _, found := range c.catalogues {
		if fits(found) {
			return found
		}
	}
	return nil
}

// typeOf returns the type of an expression.
func (c *check) typeOf(e ast.Expr) types.Type { return c.TypesInfo.TypeOf(e) }
