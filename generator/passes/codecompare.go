package passes

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

var codecompare = newAnalyzer("codecompare", `report comparisons that do not look into an error

A decoded response is an *Error, and often wrapped, so it never equals a code:

	if err == customeridentity.ErrEmailNotVerified {   // use errors.Is
	switch err { case customeridentity.ErrOTPNotSent:  // switch over customeridentity.CodeOf
	e, ok := err.(*customeridentity.Error)             // use customeridentity.FromError
	errors.Is(customeridentity.ErrOTPNotSent, err)     // the error is the first argument

Methods Is and As, and functions that mention Unwrap, are not reported.`, withTests, findComparisons)

// findComparisons runs codecompare.
func findComparisons(c *check) {
	for cur := range c.all((*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil), (*ast.TypeAssertExpr)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			c.compareOperator(cur, n)
		case *ast.SwitchStmt:
			c.compareSwitch(cur, n)
		case *ast.TypeAssertExpr:
			c.compareAssertion(cur, n)
		case *ast.CallExpr:
			c.compareOrder(n)
		}
	}
}

// compareOperator reports err == ErrX.
func (c *check) compareOperator(cur inspector.Cursor, n *ast.BinaryExpr) {
	if !isEquality(n.Op) {
		return
	}
	err, sentinel := n.X, n.Y // or the other way round
	if c.catalogueOfSentinel(c.typeOf(sentinel)) == nil {
		err, sentinel = sentinel, err
	}
	if c.catalogueOfSentinel(c.typeOf(sentinel)) == nil || !isError(c.typeOf(err)) || looksInside(cur) {
		return
	}
	c.report(n, c.useErrorsIs(n, err, sentinel), "%s does not look into an error: use errors.Is to find %s", n.Op, c.shownSentinel(sentinel))
}

// shownSentinel returns a constant under the name of its package, and any other value as it is written.
func (c *check) shownSentinel(e ast.Expr) string {
	if obj, ok := used(c.TypesInfo, e).(*types.Const); ok && obj.Pkg() != nil {
		return shown(obj)
	}
	return c.source(e)
}

// useErrorsIs returns the edits that make errors.Is(err, ErrX) of a comparison, or nil. Where the result is of a
// boolean type of its own, or the order of evaluation would change, there is no fix.
func (c *check) useErrorsIs(n *ast.BinaryExpr, err, sentinel ast.Expr) []analysis.TextEdit {
	if basic, ok := types.Unalias(c.typeOf(n)).(*types.Basic); !ok || basic.Info()&types.IsBoolean == 0 {
		return nil
	}
	name, edits, ok := c.errorsIs(n.Pos())
	if !ok {
		return nil
	}
	if n.Op == token.NEQ {
		name = "!" + name
	}
	// The edits leave the sentinel as it is, because codeliteral may replace it at the same time.
	if err == n.X {
		return append(edits,
			insert(n.Pos(), name+"("),
			replace(n.X.End(), n.Y.Pos(), ", "),
			insert(n.End(), ")"))
	}
	if valueOf(c.TypesInfo, sentinel) == nil || !c.isMovable(err) {
		return nil
	}
	return append(edits,
		insert(n.Pos(), name+"("+c.source(err)+", "),
		replace(n.X.End(), n.End(), ")"))
}

// isMovable reports whether an expression has no part that another fix changes, before or after this one: no constant.
func (c *check) isMovable(e ast.Expr) bool {
	movable := true
	ast.Inspect(e, func(n ast.Node) bool {
		if _, ok := n.(*ast.FuncLit); ok {
			movable = false
		}
		if e, ok := n.(ast.Expr); ok && valueOf(c.TypesInfo, e) != nil {
			movable = false
		}
		return movable
	})
	return movable
}

// compareSwitch reports a switch over an error with a case that is a code or a category.
func (c *check) compareSwitch(cur inspector.Cursor, n *ast.SwitchStmt) {
	if n.Tag == nil || !isError(c.typeOf(n.Tag)) || looksInside(cur) {
		return
	}
	var first *catalogue
	onlyCodes := true // of one package, so that the value of CodeOf can be compared with them
	for _, clause := range n.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			found := c.catalogueOfSentinel(c.typeOf(e))
			if first == nil {
				first = found
			}
			onlyCodes = onlyCodes && found != nil && found == first && is(c.typeOf(e), first.code)
		}
	}
	if first == nil {
		return // other errors, such as io.EOF
	}
	codeOf := first.function("CodeOf")
	if codeOf == nil { // the package of the HTTP statuses
		c.report(n.Tag, nil, "switch does not look into an error: use errors.Is")
		return
	}
	var edits []analysis.TextEdit
	if name, ok := c.name(n.Tag.Pos(), codeOf); ok && onlyCodes {
		edits = []analysis.TextEdit{insert(n.Tag.Pos(), name+"("), insert(n.Tag.End(), ")")}
	}
	c.report(n.Tag, edits, "switch does not look into an error: switch over %s, or use errors.Is", shown(codeOf))
}

// compareAssertion reports err.(*Error) and err.(Code). Only the first has a fix, and only with two results, which are
// those of FromError; CodeOf has one.
func (c *check) compareAssertion(cur inspector.Cursor, n *ast.TypeAssertExpr) {
	if n.Type == nil || !isError(c.typeOf(n.X)) || looksInside(cur) {
		return
	}
	t := types.Unalias(c.typeOf(n.Type))
	elem := t
	if pointer, ok := t.(*types.Pointer); ok {
		elem = pointer.Elem()
	}
	for _, found := range c.catalogues {
		var instead types.Object
		switch {
		case is(elem, found.response):
			instead = found.function("FromError")
		case is(t, found.code):
			instead = found.function("CodeOf")
		}
		if instead == nil {
			continue
		}
		var edits []analysis.TextEdit
		if name, ok := c.name(n.Pos(), instead); ok && is(elem, found.response) && elem != t && c.isCommaOK(cur) {
			edits = []analysis.TextEdit{insert(n.Pos(), name+"("), replace(n.X.End(), n.End(), ")")}
		}
		c.report(n, edits, "a type assertion does not look into an error: use %s", shown(instead))
	}
}

// isCommaOK reports whether an assertion has two results, and a call with a bool as the second may take its place.
func (c *check) isCommaOK(cur inspector.Cursor) bool {
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	switch n := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		return len(n.Lhs) == 2 && len(n.Rhs) == 1 && c.takesBool(n.Lhs[1])
	case *ast.ValueSpec:
		return len(n.Names) == 2 && len(n.Values) == 1 && n.Type == nil
	}
	return false
}

// takesBool reports whether a bool may be assigned to an expression.
func (c *check) takesBool(e ast.Expr) bool {
	t := c.typeOf(e)
	return t == nil || types.AssignableTo(types.Typ[types.Bool], t) // the blank identifier has no type
}

// compareOrder reports errors.Is(ErrX, err). Two sentinels are no mistake: errors.Is(ErrX, ErrCategory) is how to ask
// whether a code is in a category.
func (c *check) compareOrder(n *ast.CallExpr) {
	if !c.isErrorsIs(n) {
		return
	}
	sentinel, err := n.Args[0], n.Args[1]
	if valueOf(c.TypesInfo, sentinel) == nil || c.catalogueOfSentinel(c.typeOf(sentinel)) == nil || !isError(c.typeOf(err)) || !c.isGivenError(err) {
		return
	}
	var edits []analysis.TextEdit
	if c.isMovable(err) {
		edits = []analysis.TextEdit{insert(sentinel.Pos(), c.source(err)+", "), replace(sentinel.End(), err.End(), "")}
	}
	c.report(n, edits, "errors.Is wants the error first and %s second", c.shownSentinel(sentinel))
}
