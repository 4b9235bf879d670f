package passes

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/format"
	"go/token"
	"go/types"
)

// constantOf returns the constant of a type, which may be nil, that an expression names, or nil.
func constantOf(info *types.Info, e ast.Expr, t *types.Named) *types.Const {
	if obj, ok := used(info, e).(*types.Const); ok && is(obj.Type(), t) {
		return obj
	}
	return nil
}

// used returns the object that an identifier or a qualified one denotes, or nil.
func used(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.Uses[e]
	case *ast.SelectorExpr:
		return info.Uses[e.Sel]
	}
	return nil
}

// valueOf returns the constant value of an expression, or nil.
func valueOf(info *types.Info, e ast.Expr) constant.Value { return info.Types[e].Value }

// source returns an expression as gofmt writes it.
func (c *check) source(e ast.Expr) string {
	var out bytes.Buffer
	if format.Node(&out, c.Fset, e) != nil {
		return types.ExprString(e)
	}
	return out.String()
}

// typeOf returns the type of an expression.
func (c *check) typeOf(e ast.Expr) types.Type { return c.TypesInfo.TypeOf(e) }

// isEquality reports whether an operator is == or !=.
func isEquality(op token.Token) bool { return op == token.EQL || op == token.NEQ }
