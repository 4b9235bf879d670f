package passes

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// handmade has the shape of a generated package, in an order that lrcodes does not write: a former name comes first, and
// a table has an element that names two codes.
const handmade = `package p

const ErrFormer = ErrA

type Code int

const (
	ErrB Code = 2
	ErrA Code = 1
)

func (Code) Error() string   { return "" }
func (Code) Name() string    { return "" }
func (Code) Message() string { return "" }
func (Code) Retryable() bool { return false }
func (Code) Known() bool     { return false }

type Category string

const (
	ErrX Category = "X"
	ErrY Category = "Y"
)

var table = []any{
	[]any{ErrA, []Category{ErrX, ErrY}},
	[]any{ErrB, ErrA, ErrX},
}

func Lookup() {}
func ByName() {}
func All()    {}
func Map()    {}
`

func TestMembers(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", handmade, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Uses: make(map[*ast.Ident]types.Object), Types: make(map[ast.Expr]types.TypeAndValue)}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	c := catalogueOf(pkg)
	if c == nil {
		t.Fatal("not recognized")
	}
	c.index()
	if first := c.constants["1"]; first.Name() != "ErrFormer" {
		t.Errorf("without the fact 1 is %s, and not the first constant", first.Name())
	}
	c.facts = learn(&analysis.Pass{Files: []*ast.File{file}, TypesInfo: info}, c)
	c.index()
	if former := c.constants["1"]; former.Name() != "ErrA" || !slices.Equal(c.facts.Former, []string{"ErrFormer"}) {
		t.Errorf("1 is %s, former names are %q", former.Name(), c.facts.Former)
	}
	for _, test := range []struct {
		code, category string
		want           bool
	}{{"ErrA", "ErrX", true}, {"ErrA", "ErrY", true}, {"ErrB", "ErrX", false}, {"ErrC", "ErrX", false}} {
		if c.facts.isIn(test.code, test.category) != test.want {
			t.Errorf("%s in %s: %v", test.code, test.category, !test.want)
		}
	}
}
