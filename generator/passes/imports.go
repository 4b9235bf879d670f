package passes

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// name returns how code at a position names an object of a package: as its file imports the package. It reports false
// where the file does not import it, or where the name means something else.
func (c *check) name(at token.Pos, obj types.Object) (string, bool) {
	if c.means(at, obj.Name(), obj) {
		return obj.Name(), true // of this package, or imported with a dot
	}
	for _, spec := range c.fileOf(at).Imports {
		if imported := c.TypesInfo.PkgNameOf(spec); imported != nil && imported.Imported() == obj.Pkg() && c.means(at, imported.Name(), imported) {
			return imported.Name() + "." + obj.Name(), true
		}
	}
	return "", false
}

// means reports whether a name at a position denotes an object.
func (c *check) means(at token.Pos, name string, obj types.Object) bool {
	return c.lookup(at, name) == obj
}

// lookup returns the object that a name at a position denotes, or nil.
func (c *check) lookup(at token.Pos, name string) types.Object {
	scope := c.Pkg.Scope().Innermost(at)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, at)
	return obj
}

// needsImport reports whether an expression is qualified, and its file uses the import for nothing but constants such as
// this, so that the import might be unused without them.
func (c *check) needsImport(e ast.Expr) bool {
	selector, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	found := false
	ast.Inspect(c.fileOf(e.Pos()), func(n ast.Node) bool {
		other, ok := n.(*ast.SelectorExpr)
		if ok && c.qualifier(other) == c.qualifier(selector) && !isUntypedConstant(c.TypesInfo.Uses[other.Sel]) {
			found = true
		}
		return !found
	})
	return !found
}

// qualifier returns the package name before a dot, or nil.
func (c *check) qualifier(selector *ast.SelectorExpr) types.Object {
	if id, ok := selector.X.(*ast.Ident); ok {
		return c.TypesInfo.Uses[id]
	}
	return nil
}

// errorsIs returns how code at a position names errors.Is, and the edit that imports the package where it is missing.
// It reports false where the name errors is taken.
func (c *check) errorsIs(at token.Pos) (name string, edits []analysis.TextEdit, ok bool) {
	file := c.fileOf(at)
	for _, spec := range file.Imports {
		imported := c.TypesInfo.PkgNameOf(spec)
		if spec.Path.Value != `"errors"` || imported.Name() == "_" {
			continue
		}
		if imported.Name() == "." {
			return "Is", nil, c.means(at, "Is", imported.Imported().Scope().Lookup("Is"))
		}
		return imported.Name() + ".Is", nil, c.means(at, imported.Name(), imported)
	}
	if c.lookup(at, "errors") != nil || len(file.Imports) == 0 {
		return "", nil, false
	}
	return "errors.Is", []analysis.TextEdit{importErrors(file)}, true
}

// importErrors returns the edit that adds an import of errors to a file that has imports: before the first. The formatting
// that follows a fix sorts the imports of a group.
func importErrors(file *ast.File) analysis.TextEdit {
	for _, decl := range file.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT || len(decl.Specs) == 0 {
			continue
		}
		first := decl.Specs[0].(*ast.ImportSpec)
		switch {
		case !decl.Lparen.IsValid():
			return insert(startOf(decl.Pos(), decl.Doc), "import \"errors\"\n")
		case isStandard(first):
			return insert(startOf(first.Pos(), first.Doc), "\"errors\"\n\t")
		}
		return insert(startOf(first.Pos(), first.Doc), "\"errors\"\n\n\t")
	}
	return analysis.TextEdit{}
}

// isStandard reports whether an import is one of the standard library, which has no dot in its first element.
func isStandard(spec *ast.ImportSpec) bool {
	first, _, _ := strings.Cut(strings.Trim(spec.Path.Value, "`\""), "/")
	return !strings.Contains(first, ".")
}

// startOf returns where a declaration begins, its comment included.
func startOf(pos token.Pos, doc *ast.CommentGroup) token.Pos {
	if doc != nil {
		return doc.Pos()
	}
	return pos
}

// insert returns an edit that adds text.
func insert(at token.Pos, text string) analysis.TextEdit { return replace(at, at, text) }

// replace returns an edit that puts text in the position of what is between two positions.
func replace(from, to token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: from, End: to, NewText: []byte(text)}
}
