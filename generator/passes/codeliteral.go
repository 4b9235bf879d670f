package passes

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

var codeliteral = newAnalyzer("codeliteral", `report literals and untyped constants where a constant of a catalogue exists

A number or text that has the type Code, or is compared with int(code), is reported if the generated package has a
constant with that value:

	if code == 970 {            // 970 is customeridentity.ErrEmailNotVerified
	if code == http.StatusOK {  // an HTTP status, which no code equals

Values without a constant are not reported, since unknown codes are normal.`, withoutTests, findLiterals)

// findLiterals runs codeliteral.
func findLiterals(c *check) {
	for cur := range c.all((*ast.BasicLit)(nil), (*ast.UnaryExpr)(nil), (*ast.Ident)(nil), (*ast.SelectorExpr)(nil)) {
		e := cur.Node().(ast.Expr)
		if !c.isUntyped(cur, e) {
			continue
		}
		for cur.ParentEdgeKind() == edge.ParenExpr_X {
			cur = cur.Parent()
		}
		if from := c.catalogueOfCode(c.typeOf(e)); from != nil {
			if whole, ok := c.position(cur, from); ok {
				c.checkLiteral(from, e, whole, c.replacement(from, e, whole))
			}
		} else if from, conversion := c.comparedWith(cur); from != nil {
			c.checkLiteral(from, e, e, c.comparison(from, e, conversion, cur))
		}
	}
}

// isUntyped reports whether an expression is a literal, also a negative one, or names an untyped constant. The operands
// of constant arithmetic never have the type Code: go/types converts the result alone.
func (c *check) isUntyped(cur inspector.Cursor, e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return true
	case *ast.UnaryExpr:
		_, literal := e.X.(*ast.BasicLit)
		return literal && e.Op == token.SUB
	case *ast.Ident:
		if cur.ParentEdgeKind() == edge.SelectorExpr_Sel {
			return false
		}
	}
	return isUntypedConstant(used(c.TypesInfo, e))
}

// isUntypedConstant reports whether an object is a constant without a type that a package declares, so not iota.
func isUntypedConstant(obj types.Object) bool {
	constant, ok := obj.(*types.Const)
	if !ok || constant.Pkg() == nil {
		return false
	}
	basic, ok := constant.Type().(*types.Basic)
	return ok && basic.Info()&types.IsUntyped != 0
}

// comparedWith returns the catalogue whose code an integer or a text is compared with, and the conversion of the code:
// int(code) == 970. The conversion must keep different codes different.
func (c *check) comparedWith(cur inspector.Cursor) (*catalogue, *ast.CallExpr) {
	var other ast.Expr
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		binary := cur.Parent().Node().(*ast.BinaryExpr)
		if !isEquality(binary.Op) || c.isInLoopHeader(cur) {
			return nil, nil
		}
		other = binary.X
		if kind == edge.BinaryExpr_X {
			other = binary.Y
		}
	case edge.CaseClause_List:
		statement, ok := cur.Parent().Parent().Parent().Node().(*ast.SwitchStmt)
		if !ok || statement.Tag == nil {
			return nil, nil
		}
		other = statement.Tag
	}
	return c.converted(other)
}

// converted returns the catalogue of a code that an expression converts to a type that every code fits in, and the
// conversion.
func (c *check) converted(e ast.Expr) (*catalogue, *ast.CallExpr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !c.TypesInfo.Types[call.Fun].IsType() {
		return nil, nil
	}
	switch to := types.Unalias(c.typeOf(call.Fun)); to {
	case types.Typ[types.Int], types.Typ[types.Int64], types.Typ[types.String]:
	default:
		return nil, nil
	}
	from := c.catalogueOfCode(c.typeOf(call.Args[0]))
	if from == nil || isText(from.code) != isText(c.typeOf(call)) {
		return nil, nil
	}
	return from, call
}

func isText(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// checkLiteral reports a literal whose value has a constant, or that is an HTTP status as a code.
func (c *check) checkLiteral(from *catalogue, e, whole ast.Expr, edits []analysis.TextEdit) {
	value := valueOf(c.TypesInfo, e)
	if value == nil || value.Kind() == constant.Bool {
		return
	}
	obj := used(c.TypesInfo, e)
	isHTTP := obj != nil && obj.Pkg().Path() == "net/http" && strings.HasPrefix(obj.Name(), "Status")
	found := from.constant(value)
	switch {
	case isHTTP && from.isStatus(): // Status(http.StatusForbidden) says what it is
	case found != nil && obj != nil && obj.Name() == found.Name(): // as does a constant with the same name
	case found != nil && obj != nil:
		c.report(whole, edits, "%s (%s) is %s", c.source(e), value.ExactString(), shown(found))
	case found != nil:
		c.report(whole, edits, "%s is %s", c.source(e), shown(found))
	case isHTTP:
		c.report(whole, nil, "%s (%s) is an HTTP status, which no code equals; compare StatusCode, or use errors.Is with a status",
			c.source(e), value.ExactString())
	}
}

// replacement returns the edit that puts a constant in the position of a literal or its conversion, or nil.
func (c *check) replacement(from *catalogue, e, whole ast.Expr) []analysis.TextEdit {
	found := from.constant(valueOf(c.TypesInfo, e))
	if found == nil || c.needsImport(e) {
		return nil
	}
	name, ok := c.name(whole.Pos(), found)
	if !ok {
		return nil
	}
	return []analysis.TextEdit{replace(whole.Pos(), whole.End(), name)}
}

// comparison returns the edits that make code == constant of int(code) == literal, or nil. A switch stays as it is:
// its other cases may have no constant.
func (c *check) comparison(from *catalogue, e ast.Expr, conversion *ast.CallExpr, cur inspector.Cursor) []analysis.TextEdit {
	edits := c.replacement(from, e, e)
	if edits == nil || cur.ParentEdgeKind() == edge.CaseClause_List {
		return nil
	}
	arg := conversion.Args[0]
	return append(edits, replace(conversion.Pos(), arg.Pos(), ""), replace(arg.End(), conversion.End(), ""))
}
