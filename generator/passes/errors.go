package passes

import (
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// isErrorsIs reports whether a call is errors.Is(a, b).
func (c *check) isErrorsIs(n *ast.CallExpr) bool {
	f, ok := typeutil.Callee(c.TypesInfo, n).(*types.Func)
	return ok && f.FullName() == "errors.Is" && len(n.Args) == 2
}

// isGivenError reports whether an expression of an interface type is an error that was returned, and no target: the
// result of a call, or a local variable with a name such as err.
func (c *check) isGivenError(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return true
	case *ast.Ident:
		v, ok := c.TypesInfo.Uses[e].(*types.Var)
		return ok && v.Parent() != c.Pkg.Scope() && isErrName(v.Name())
	}
	return false
}

// isErrName reports whether a variable is named as an error that was returned: err, err2, readErr. A wantErr is a target.
func isErrName(name string) bool {
	return errName.MatchString(name) && !targetName.MatchString(name)
}

var (
	errName    = regexp.MustCompile(`^err\d*$|^\w+Err\d*$`)
	targetName = regexp.MustCompile(`^(?i:want|exp|target|sentinel)`)
)

// errorType is the interface error.
var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// isError reports whether a type is error, or an interface that includes it.
func isError(t types.Type) bool {
	return t != nil && types.IsInterface(t) && types.Implements(t, errorType)
}

// looksInside reports whether a node is in code that walks an error tree by itself: in a method Is or As, or in a
// function that mentions Unwrap.
func looksInside(cur inspector.Cursor) bool {
	var outermost ast.Node
	for f := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		outermost = f.Node()
	}
	if outermost == nil {
		return false
	}
	if f, ok := outermost.(*ast.FuncDecl); ok && f.Recv != nil && (f.Name.Name == "Is" || f.Name.Name == "As") {
		return true
	}
	found := false
	ast.Inspect(outermost, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == "Unwrap"
		return !found
	})
	return found
}
