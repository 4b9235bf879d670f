package passes

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

var codetext = newAnalyzer("codetext", `report comparisons of texts that may be reworded

The catalogue's texts are for people, and the service rewords its own at any time:

	if e.Message == "Email is not verified" {
	if strings.Contains(code.Description(), "locked") {

Compare the code instead.`, withoutTests, findTexts)

// texts are the methods and fields of generated values that are texts.
var texts = map[string]bool{"Message": true, "Description": true, "Error": true, "Name": true}

// searches are the functions of package strings that compare or search a text, and casings those that keep its words.
var (
	searches = map[string]bool{"Contains": true, "HasPrefix": true, "HasSuffix": true, "EqualFold": true, "Index": true}
	casings  = map[string]bool{"ToLower": true, "ToUpper": true, "TrimSpace": true}
)

// findTexts runs codetext.
func findTexts(c *check) {
	for cur := range c.all((*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if isEquality(n.Op) {
				c.comparesText(n, n.X, n.Y)
			}
		case *ast.SwitchStmt:
			if n.Tag == nil {
				continue
			}
			for _, clause := range n.Body.List {
				if c.hasText(clause.(*ast.CaseClause).List) {
					c.reportText(n.Tag, n.Tag)
					break
				}
			}
		case *ast.CallExpr:
			if len(n.Args) == 2 && c.isStrings(n, searches) {
				c.comparesText(n, n.Args[0], n.Args[1])
			}
		}
	}
}

// comparesText reports a comparison of a text with a constant, on whatever side each is.
func (c *check) comparesText(n, a, b ast.Expr) {
	switch {
	case c.isText(b):
		c.reportText(n, a)
	case c.isText(a):
		c.reportText(n, b)
	}
}

// hasText reports whether a case is a constant text that is not empty.
func (c *check) hasText(list []ast.Expr) bool {
	for _, e := range list {
		if c.isText(e) {
			return true
		}
	}
	return false
}

// isText reports whether an expression is a constant text that is not empty.
func (c *check) isText(e ast.Expr) bool {
	value := valueOf(c.TypesInfo, e)
	return value != nil && value.Kind() == constant.String && constant.StringVal(value) != ""
}

// isStrings reports whether a call is to one of certain functions of package strings.
func (c *check) isStrings(call *ast.CallExpr, names map[string]bool) bool {
	f, ok := typeutil.Callee(c.TypesInfo, call).(*types.Func)
	return ok && f.Pkg() != nil && f.Pkg().Path() == "strings" && f.Signature().Recv() == nil && names[f.Name()]
}

// reportText reports a node in which e is compared, if e is a text of a generated value.
func (c *check) reportText(at ast.Node, e ast.Expr) {
	e = ast.Unparen(e)
	call, isCall := e.(*ast.CallExpr)
	if isCall && len(call.Args) == 1 && c.isStrings(call, casings) { // strings.ToLower(e.Message)
		c.reportText(at, call.Args[0])
		return
	}
	if isCall && len(call.Args) == 0 {
		e = ast.Unparen(call.Fun)
	}
	selector, ok := e.(*ast.SelectorExpr)
	if !ok || !texts[selector.Sel.Name] {
		return
	}
	if from, t := c.owner(c.TypesInfo.Uses[selector.Sel]); from != nil {
		c.report(at, nil, "texts are reworded at any time: compare the %s instead of %s", from.noun(t), selector.Sel.Name)
	}
}

// owner returns the catalogue and the type that declare a method or a field, also where another type embeds that one.
func (c *check) owner(obj types.Object) (*catalogue, types.Type) {
	for _, found := range c.catalogues {
		for _, t := range []*types.Named{found.code, found.category, found.response, found.info} {
			if t != nil && declares(t, obj) {
				return found, t
			}
		}
	}
	return nil, nil
}

// declares reports whether a type declares a method or a field.
func declares(t *types.Named, obj types.Object) bool {
	for i := range t.NumMethods() {
		if t.Method(i) == obj {
			return true
		}
	}
	fields, ok := t.Underlying().(*types.Struct)
	for i := 0; ok && i < fields.NumFields(); i++ {
		if fields.Field(i) == obj {
			return true
		}
	}
	return false
}
