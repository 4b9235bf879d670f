package passes

import (
	"fmt"
	"go/ast"
	"go/types"
	"iter"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

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
				continue // generated code is not edited, and tests state numbers and texts on purpose
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
	if edits != nil && !c.removesComment(edits) {
		d.SuggestedFixes = []analysis.SuggestedFix{{Message: "Fix: " + d.Message, TextEdits: edits}}
	}
	c.Report(d)
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

// catalogue returns the first catalogue that fits, or nil.
func (c *check) catalogue(fits func(*catalogue) bool) *catalogue {
	for _, found := range c.catalogues {
		if fits(found) {
			return found
		}
	}
	return nil
}
