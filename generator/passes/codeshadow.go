package passes

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

var codeshadow = newAnalyzer("codeshadow", `report codes that an earlier category has taken

In a switch without tag, and in a chain of if and else, the first errors.Is that holds decides:

	case errors.Is(err, customeridentity.ErrAccountLocked):             // a category
	case errors.Is(err, customeridentity.ErrAccountLockedTemporarily):  // a code in it

Ask for the code before its category.`, withTests, findShadowed)

// question is errors.Is(x, T) with a variable x and a constant T.
type question struct {
	call   *ast.CallExpr
	of     types.Object // the variable
	from   *catalogue
	target types.Type
	value  string // of the constant
	name   string // of the constant, or how it is written
}

// findShadowed runs codeshadow.
func findShadowed(c *check) {
	for cur := range c.all((*ast.SwitchStmt)(nil), (*ast.IfStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.SwitchStmt:
			if n.Tag == nil {
				c.shadowedCases(cur, n)
			}
		case *ast.IfStmt:
			if cur.ParentEdgeKind() != edge.IfStmt_Else {
				c.shadowedElse(cur, n)
			}
		}
	}
}

// shadowedCases checks a switch without tag. Within one clause it does not matter which question comes first.
func (c *check) shadowedCases(cur inspector.Cursor, n *ast.SwitchStmt) {
	var taken []question
	for _, clause := range n.Body.List {
		clause := clause.(*ast.CaseClause)
		var asked []question
		for _, condition := range clause.List {
			asked = append(asked, c.questions(condition)...)
		}
		c.shadowed(cur, asked, taken)
		if !fallsThrough(clause) {
			taken = append(taken, asked...)
		}
	}
}

// shadowedElse checks a chain of if and else. It ends where a statement before a condition may change the variable.
func (c *check) shadowedElse(cur inspector.Cursor, n *ast.IfStmt) {
	var taken []question
	for {
		asked := c.questions(n.Cond)
		c.shadowed(cur, asked, taken)
		taken = append(taken, asked...)
		next, ok := n.Else.(*ast.IfStmt)
		if !ok || next.Init != nil {
			return
		}
		n = next
	}
}

// fallsThrough reports whether a clause goes on with the body of the next.
func fallsThrough(clause *ast.CaseClause) bool {
	if len(clause.Body) == 0 {
		return false
	}
	branch, ok := clause.Body[len(clause.Body)-1].(*ast.BranchStmt)
	return ok && branch.Tok == token.FALLTHROUGH
}

// questions returns the questions of a condition any of which makes it true. With && or ! none does.
func (c *check) questions(condition ast.Expr) []question {
	switch e := ast.Unparen(condition).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.LOR {
			return append(c.questions(e.X), c.questions(e.Y)...)
		}
	case *ast.CallExpr:
		if q, ok := c.question(e); ok {
			return []question{q}
		}
	}
	return nil
}

// question returns the question that a call asks. It must be about a variable, since two calls may give two errors.
func (c *check) question(call *ast.CallExpr) (question, bool) {
	if !c.isErrorsIs(call) {
		return question{}, false
	}
	of, isVar := used(c.TypesInfo, call.Args[0]).(*types.Var)
	if _, ident := ast.Unparen(call.Args[0]).(*ast.Ident); !isVar || !ident {
		return question{}, false
	}
	target := call.Args[1]
	q := question{call, of, c.catalogueOfSentinel(c.typeOf(target)), types.Unalias(c.typeOf(target)), "", c.source(target)}
	value := valueOf(c.TypesInfo, target)
	if q.from == nil || value == nil {
		return question{}, false
	}
	q.value = key(value)
	if obj, ok := used(c.TypesInfo, target).(*types.Const); ok {
		q.name = obj.Name()
	}
	return q, true
}

// shadowed reports the questions whose answer is false, because an earlier one would have been true.
func (c *check) shadowed(cur inspector.Cursor, asked, taken []question) {
	for _, q := range asked {
		for _, earlier := range taken {
			if earlier.takes(q) && !c.changes(cur, q.of) {
				c.report(q.call, nil, "%s never gets here: the earlier %s has taken it", q.name, earlier.name)
				break
			}
		}
	}
}

// takes reports whether an error of which q is true makes an earlier question true.
func (earlier question) takes(q question) bool {
	if earlier.of != q.of || earlier.from != q.from {
		return false
	}
	if types.Identical(earlier.target, q.target) {
		return earlier.value == q.value
	}
	code, category := q.from.constants[q.value], q.from.named(earlier)
	return is(q.target, q.from.code) && code != nil && q.from.facts.isIn(code.Name(), category)
}

// named returns the name under which the catalogue knows the category of a question.
func (c *catalogue) named(q question) string {
	scope := c.pkg.Scope()
	for _, name := range scope.Names() {
		if obj, ok := scope.Lookup(name).(*types.Const); ok && is(obj.Type(), c.category) && key(obj.Val()) == q.value {
			return name
		}
	}
	return ""
}

// changes reports whether a condition might change a variable between two questions: one that is no local variable, or
// that a function literal assigns to, or whose address is taken.
func (c *check) changes(cur inspector.Cursor, of types.Object) bool {
	if of.Parent() == c.Pkg.Scope() {
		return true
	}
	var function inspector.Cursor
	for f := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		function = f
	}
	if !function.Valid() {
		return false
	}
	for use := range function.Preorder((*ast.Ident)(nil)) {
		if c.TypesInfo.Uses[use.Node().(*ast.Ident)] != of {
			continue
		}
		switch kind, _ := use.ParentEdge(); kind {
		case edge.UnaryExpr_X:
			return true
		case edge.AssignStmt_Lhs:
			// An assignment in the function that declares the variable comes before or after the conditions.
			for f := range use.Enclosing((*ast.FuncLit)(nil)) {
				if f.Node().Pos() > of.Pos() {
					return true
				}
			}
		}
	}
	return false
}
