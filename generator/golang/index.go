package golang

import (
	"fmt"
	"math"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeIndex writes index.go: the ways from a code and from a name to its row, and the guard that keeps files of two
// runs from compiling together. Nobody reads it, and two branches that each add a code conflict in it alone.
func writeIndex(p Package, f *file) {
	if !p.API.Textual() {
		comment(f.Group, "dense reports which of two forms index has.")
		f.Const().Id("dense").Op("=").Lit(p.isDense())
		f.Line()
	}
	if p.isDense() {
		p.writeDense(f)
	} else {
		p.writeSparse(f)
	}
	p.writeNames(f)
	p.writeGuard(f)
}

// maxDense is the number of bytes per code that a dense index may take: a small part of what a row takes.
const maxDense = 32

// isDense reports whether the numbers lie so close that an array from the lowest to the highest can index them.
func (p Package) isDense() bool {
	codes := p.API.Codes
	if p.API.Textual() {
		return false
	}
	if len(codes) == 0 {
		return true
	}
	span := int64(codes[len(codes)-1].Number) - int64(codes[0].Number) + 1
	return span*int64(positionSize(len(codes))) <= int64(maxDense*len(codes)+512)
}

// writeDense writes an array of positions.
func (p Package) writeDense(f *file) {
	numbers := make([]int, len(p.API.Codes))
	for i, c := range p.API.Codes {
		numbers[i] = c.Number
	}
	f.writeDistances(numbers)
	comment(f.Group, "indexShift has no meaning in a dense index.")
	f.Const().Id("indexShift").Op("=").Lit(0)
	f.Line()
}

// writeDistances writes an array that gives for each distance from the lowest number the position of a row, and the
// lowest number.
func (f *file) writeDistances(numbers []int) {
	lowest, pairs := 0, []string{"0: 0"}
	if len(numbers) > 0 {
		lowest, pairs = numbers[0], nil
	}
	for i, n := range numbers {
		pairs = append(pairs, fmt.Sprintf("%d: %d", n-lowest, i+1))
	}
	comment(f.Group, "index has, for each distance from lowest, the position in infos, or 0.")
	f.Const().Id("lowest").Op("=").Lit(lowest)
	f.Line()
	f.Var().Id("index").Op("=").Index(jen.Op("...")).Add(positionType(len(numbers))).Add(braces(f.tens(pairs)))
	f.Line()
}

// writeSparse writes a hash table of positions.
func (p Package) writeSparse(f *file) {
	keys := make([]uint64, len(p.API.Codes))
	for i, c := range p.API.Codes {
		if keys[i] = uint64(c.Number); p.API.Textual() {
			keys[i] = hash(c.Text)
		}
	}
	f.writeSlots("index", "indexShift", "index is a hash table from codes to positions in infos: a search begins at the slot "+
		"that the shifted key gives, and ends at the first empty one.", keys)
	if !p.API.Textual() {
		comment(f.Group, "lowest has no meaning in a hash table.")
		f.Const().Id("lowest").Op("=").Lit(0)
		f.Line()
	}
}

// writeNames writes a hash table from names to positions in infos, and after its end in aliases.
func (p Package) writeNames(f *file) {
	var keys []uint64
	for _, c := range p.API.Codes {
		keys = append(keys, hash(c.Name))
	}
	for _, c := range p.API.Codes {
		for _, alias := range c.Aliases {
			keys = append(keys, hash(alias))
		}
	}
	f.writeSlots("names", "nameShift", "names is a hash table from names to positions in infos, and after its end in aliases.", keys)
}

// writeGuard writes what fails to compile if the constants, the table and the index are not of one run.
func (p Package) writeGuard(f *file) {
	codes := p.API.Codes
	check := func(g *jen.Group, i int) { g.Op("_ = x[" + difference(codes[i]) + "]") }
	if p.API.Textual() {
		check = func(g *jen.Group, i int) {
			g.Op(fmt.Sprintf("_ = map[bool]struct{}{false: {}, %s == %q: {}}", constant(codes[i]), codes[i].Text))
		}
	}
	f.writeGuard(len(codes), check)
}

// difference returns an expression that is zero if the constant of a code has its number. An int of 32 bits lacks the
// opposite of the lowest number.
func difference(c *spec.Code) string {
	if c.Number == math.MinInt32 {
		return fmt.Sprintf("int64(%s)+%d", constant(c), -c.Number)
	}
	return fmt.Sprintf("%s%+d", constant(c), -c.Number)
}

// writeGuard writes a function that compiles only if infos has as many rows as expected, and each check compiles.
func (f *file) writeGuard(rows int, check func(g *jen.Group, i int)) {
	f.Func().Id("_").Params().BlockFunc(func(g *jen.Group) {
		comment(g, "A compiler error here means that the files of this package are not of one run of lrcodes: generate again.")
		g.Var().Id("x").Index(jen.Lit(1)).Struct()
		g.Id("_").Op("=").Id("x").Index(jen.Len(jen.Id("infos")).Op("-").Lit(rows + 1))
		g.Add(f.long(list{rows, check, indent}))
	})
}

// constant returns the name of a code's constant.
func constant(c *spec.Code) string { return spec.Constant(c.Name) }
