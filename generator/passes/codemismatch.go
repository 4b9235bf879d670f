package passes

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

var codemismatch = newAnalyzer("codemismatch", `report comparisons of codes of different generated packages

Numbers mean something only within their API, so a code of one is never a code of another:

	errors.Is(ssoErr, customeridentity.ErrAPIKeyInvalid)  // ssoErr is an *sso.Error
	customeridentity.Code(ssoCode)
	int(ssoCode) == int(code)
	customeridentity.CodeOf(ssoErr)

Two generated packages of one API are not reported: their errors match.`, withoutTests, findMismatches)

// findMismatches runs codemismatch.
func findMismatches(c *check) {
	if len(c.catalogues) < 2 {
		return
	}
	for cur := range c.all((*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			switch {
			case c.TypesInfo.Types[n.Fun].IsType():
				if len(n.Args) == 1 {
					c.mismatch(n, c.catalogueOfCode(c.typeOf(n.Args[0])), c.catalogueOfCode(c.typeOf(n)))
				}
			case c.isErrorsIs(n):
				// An error response matches the HTTP status that it came with.
				if target := c.catalogueOfSentinel(c.typeOf(n.Args[1])); target != nil && !target.isStatus() {
					c.mismatch(n, c.catalogueOfValue(c.typeOf(n.Args[0])), target)
				}
			case len(n.Args) == 1:
				c.mismatch(n, c.catalogueOfValue(c.typeOf(n.Args[0])), c.asked(n))
			}
		case *ast.BinaryExpr:
			if isEquality(n.Op) {
				left, _ := c.converted(n.X)
				right, _ := c.converted(n.Y)
				c.mismatch(n, left, right)
			}
		}
	}
}

// asked returns the catalogue whose function CodeOf or FromError a call is to, or nil.
func (c *check) asked(n *ast.CallExpr) *catalogue {
	f, ok := typeutil.Callee(c.TypesInfo, n).(*types.Func)
	if !ok || f.Name() != "CodeOf" && f.Name() != "FromError" {
		return nil
	}
	return c.catalogue(func(found *catalogue) bool { return found.function(f.Name()) == f })
}

// mismatch reports values of two catalogues, either of which may be nil, of different APIs.
func (c *check) mismatch(at analysis.Range, of, other *catalogue) {
	if of == nil || other == nil || of == other || of.api != "" && of.api == other.api {
		return
	}
	c.report(at, nil, "a code of %s is no code of %s, even with the same value", of.pkg.Path(), other.pkg.Path())
}
