package passes

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

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
	return nil, false // arithmetic, an order, a range
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

// isInLoopHeader reports whether an expression is in the header of a loop that counts: its bounds are numbers.
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

// isNamedAfter reports whether an expression is the value of a declared name that is the constant's own: a package may
// repeat what others are to import from it.
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
