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
	"golang.org/x/tools/go/types/typeutil"
)

var codeliteral = newAnalyzer("codeliteral", `report literals and untyped constants where a constant of a catalogue exists

A number or text that has the type Code, or is compared with int(code), is reported if the generated package has a
constant with that value:

	if code == 970 {            // 970 is customeridentity.ErrEmailNotVerified
	if code == http.StatusOK {  // an HTTP status, which no code equals

Values without a constant are not reported, since unknown codes are normal.`, withoutTests, findLiterals)

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

// isUntyped reports whether an expression is a literal, also a negative one, or names an untyped constant.
func (c *check) isUntyped(cur inspector.Cursor, e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return cur.ParentEdgeKind() != edge.UnaryExpr_X // a part of a negative number, or of an operation
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

// position reports whether a literal is in a position in which a constant should be, and returns what the constant
// would replace: the literal, or its conversion.
func (c *check) position(cur inspector.Cursor, from *catalogue) (ast.Expr, bool) {
	e := cur.Node().(ast.Expr)
	kind, _ := cur.ParentEdge()
	switch kind {
	case edge.CallExpr_Args:
		call := cur.Parent().Node().(*ast.CallExpr)
		if c.TypesInfo.Types[call.Fun].IsType() {
			return call, c.isPlainOperand(cur.Parent()) && !c.isInLoopHeader(cur) && !c.isNamedAfter(cur.Parent(), from, e)
		}
		return e, c.takesCode(call)
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		return e, isEquality(cur.Parent().Node().(*ast.BinaryExpr).Op) && !c.isInLoopHeader(cur)
	case edge.AssignStmt_Rhs:
		tok := cur.Parent().Node().(*ast.AssignStmt).Tok
		return e, (tok == token.ASSIGN || tok == token.DEFINE) && !c.isInLoopHeader(cur)
	case edge.ValueSpec_Values:
		return e, !c.isNamedAfter(cur, from, e)
	case edge.CompositeLit_Elts:
		return e, !c.isGeneric(cur.Parent().Node().(ast.Expr))
	case edge.KeyValueExpr_Key, edge.KeyValueExpr_Value:
		return e, !c.isGeneric(cur.Parent().Parent().Node().(ast.Expr))
	case edge.CaseClause_List, edge.ReturnStmt_Results, edge.IndexExpr_Index, edge.SendStmt_Value:
		return e, true
	}
	return nil, false
}

// isPlainOperand reports whether a conversion is in no arithmetic, order or range.
func (c *check) isPlainOperand(cur inspector.Cursor) bool {
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	switch kind, _ := cur.ParentEdge(); kind {
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		return isEquality(cur.Parent().Node().(*ast.BinaryExpr).Op)
	case edge.AssignStmt_Rhs:
		tok := cur.Parent().Node().(*ast.AssignStmt).Tok
		return tok == token.ASSIGN || tok == token.DEFINE
	case edge.UnaryExpr_X, edge.RangeStmt_X, edge.ArrayType_Len:
		return false
	case edge.CallExpr_Args: // int(Code(970)) is a step of a computation; min and max order
		call := cur.Parent().Node().(*ast.CallExpr)
		builtin, ok := typeutil.Callee(c.TypesInfo, call).(*types.Builtin)
		return !ok || builtin.Name() == "append"
	}
	return true
}

// isInLoopHeader reports whether an expression is in the header of a loop that counts.
func (c *check) isInLoopHeader(cur inspector.Cursor) bool {
	for cur := range cur.Enclosing() {
		switch kind, _ := cur.ParentEdge(); kind {
		case edge.ForStmt_Init, edge.ForStmt_Post:
			return true
		case edge.ForStmt_Cond:
			loop := cur.Parent().Node().(*ast.ForStmt)
			return loop.Init != nil || loop.Post != nil
		case edge.FuncLit_Body, edge.BlockStmt_List:
			return false
		}
	}
	return false
}

// isNamedAfter reports whether an expression is the value of a declared name that is the constant's own.
func (c *check) isNamedAfter(cur inspector.Cursor, from *catalogue, e ast.Expr) bool {
	kind, i := cur.ParentEdge()
	if kind != edge.ValueSpec_Values {
		return false
	}
	found := from.constant(valueOf(c.TypesInfo, e))
	spec := cur.Parent().Node().(*ast.ValueSpec)
	return found != nil && i < len(spec.Names) && spec.Names[i].Name == found.Name()
}

// takesCode reports whether a function has a parameter of type Code where a literal is: by its declaration, not by an
// instantiation. Of the builtin functions only append has.
func (c *check) takesCode(call *ast.CallExpr) bool {
	switch f := typeutil.Callee(c.TypesInfo, call).(type) {
	case *types.Builtin:
		return f.Name() == "append"
	case *types.Func:
		return f.Signature().TypeParams().Len() == 0 && f.Origin() == f
	case *types.Var:
		return f.Origin() == f
	}
	return true
}

// isGeneric reports whether a composite literal is of an instantiated type.
func (c *check) isGeneric(e ast.Expr) bool {
	t, ok := types.Unalias(c.typeOf(e)).(*types.Named)
	return ok && t.TypeArgs().Len() > 0
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

// converted returns the catalogue of a code that an expression converts to a type with room for every code, and the
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
	case isHTTP && from.isStatus():
	case found != nil && obj != nil && obj.Name() == found.Name():
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
