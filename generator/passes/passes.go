// Package passes reports Go code that misuses a package that lrcodes generated, and fixes it.
//
// Each pass is an analyzer for the drivers of golang.org/x/tools/go/analysis. A pass looks at packages that import a
// generated package, or are one, and returns at once elsewhere. What a generated package is follows from its shape, in
// catalogue.go and members.go; no spec is read.
//
// A finding needs proof by type: a number is a code only where go/types says so. In doubt a pass stays silent. A fix
// keeps comments, builds, and never makes a condition false that was true.
//
// Non-goals: following values across variables and functions, and checking what the compiler, go vet or staticcheck
// report already.
package passes

import "golang.org/x/tools/go/analysis"

// Analyzers returns the passes, in the order of their names, in a fresh slice.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		codecompare,
		codeliteral,
		codemismatch,
		codesecret,
		codeshadow,
		codetext,
	}
}

// newAnalyzer returns a pass that runs where a generated package is in use.
func newAnalyzer(name, doc string, scope scope, run func(*check)) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      doc,
		URL:      "https://pkg.go.dev/github.com/lrcodes/lrcodes/generator/passes",
		Requires: []*analysis.Analyzer{codemembers},
		Run: func(pass *analysis.Pass) (any, error) {
			if u := pass.ResultOf[codemembers].(*usage); u != nil {
				run(&check{Pass: pass, usage: u, scope: scope})
			}
			return nil, nil
		},
	}
}

// scope says which files a pass looks at.
type scope bool

const (
	withoutTests scope = false
	withTests    scope = true // a comparison that is never true makes a test vacuous
)
