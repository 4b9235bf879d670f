package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Table renders table.go: what the catalogue says of each constant, the indexes by which it is found, and the guard
// that keeps an inconsistent package from compiling. All of it is static data: nothing runs at start-up.
func Table(p Package) ([]byte, error) {
	rows := p.rows()
	return p.render(func(f *file) {
		comment(f.Group, "infos is the catalogue in order, behind an empty entry that stands for every unknown "+p.word()+".")
		f.Var().Id("infos").Op("=").Index(jen.Op("...")).Id("Info").Add(braces(
			jen.Op("{},"),
			f.long(list{len(rows), func(g *jen.Group, i int) { g.Add(p.row(rows[i])) }, columns}),
		))
		f.Line()
		p.index(f, rows)
		p.names(f, rows)
		p.aliasTable(f.File, rows)
		p.alsoTable(f.File, rows)
		p.guard(f, rows)
	})
}

// braces returns braces around items that bring their commas along, a line each.
func braces(items ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Multi: true}, items...)
}

// row returns an element of infos, leaving out what is zero.
func (p Package) row(r row) *jen.Statement {
	return lines(func(g *jen.Group) {
		member := func(name string) *jen.Statement { return g.Id(name).Op(":") }
		member(p.typ()).Id(r.constant)
		member("Name").Lit(r.Name)
		member("Message").Lit(r.Message)
		if r.Description != "" {
			member("Description").Lit(r.Description)
		}
		if r.Note != "" {
			member("Note").Lit(r.Note)
		}
		if r.HTTP != nil {
			member("HTTPStatus").Lit(r.HTTP.Number)
		}
		if r.Retryable {
			member("Retryable").True()
		}
		if r.Unused {
			member("Unused").True()
		}
		if len(r.Categories) > 0 {
			member("categories").Op(p.set(r))
		}
	})
}

// maxDense is the number of bytes per code that a dense index may take: a small part of what infos takes.
const maxDense = 32

// dense reports whether numbers lie so close that an array from the lowest to the highest can index them.
func (p Package) dense(rows []row) bool {
	if p.textual() {
		return false
	}
	if len(rows) == 0 {
		return true
	}
	span := int64(rows[len(rows)-1].Number) - int64(rows[0].Number) + 1
	return span*int64(positionSize(len(rows))) <= int64(maxDense*len(rows)+512)
}

// positionSize returns the number of bytes that hold every position of a table.
func positionSize(rows int) int {
	switch {
	case rows < 1<<8:
		return 1
	case rows < 1<<16:
		return 2
	}
	return 4
}

// positionType returns the type of a position in a table with so many rows behind its empty entry.
func positionType(rows int) *jen.Statement {
	return map[int]*jen.Statement{1: jen.Uint8(), 2: jen.Uint16(), 4: jen.Uint32()}[positionSize(rows)]
}

// index writes the way from a constant's value to its position in infos.
func (p Package) index(f *file, rows []row) {
	if !p.dense(rows) {
		keys := make([]uint64, len(rows))
		for i, r := range rows {
			if keys[i] = uint64(r.Number); p.textual() {
				keys[i] = hash(r.Text)
			}
		}
		comment(f.Group, "index is a hash table from values to positions in infos: a search begins at the slot that the hash "+
			"gives, and ends at the first empty one.")
		p.slots(f, "index", keys, len(rows))
		return
	}
	lowest := 0
	if len(rows) > 0 {
		lowest = rows[0].Number
	}
	comment(f.Group, "lowest is the smallest "+p.word()+" of the catalogue.")
	f.Const().Id("lowest").Op("=").Lit(lowest)
	f.Line()
	comment(f.Group, "index tells, for each distance from lowest, the position in infos; 0 where no "+p.word()+" stands.")
	var pairs []string
	for i, r := range rows {
		pairs = append(pairs, fmt.Sprintf("%d: %d", r.Number-lowest, i+1))
	}
	f.Var().Id("index").Op("=").Index(jen.Op("...")).Add(positionType(len(rows))).Add(braces(f.tens(pairs)))
	f.Line()
}

// names writes the way from a name to its position in infos, or behind it in aliases.
func (p Package) names(f *file, rows []row) {
	var keys []uint64
	for _, r := range rows {
		keys = append(keys, hash(r.Name))
	}
	for _, r := range rows {
		for _, alias := range r.Aliases {
			keys = append(keys, hash(alias))
		}
	}
	doc := "names is a hash table from names to positions in infos"
	if p.aliased(rows) {
		doc += ", and behind its end in aliases"
	}
	comment(f.Group, doc+".")
	p.slots(f, "names", keys, len(keys))
}

// slots writes an open-addressed hash table of positions that is at most half full.
func (p Package) slots(f *file, name string, keys []uint64, most int) {
	size := tableSize(len(keys))
	slots := make([]int, size)
	for i, key := range keys {
		at := slot(key, size)
		for slots[at] != 0 {
			at = (at + 1) % size
		}
		slots[at] = i + 1
	}
	var pairs []string
	for at, position := range slots {
		if position != 0 {
			pairs = append(pairs, fmt.Sprintf("%d: %d", at, position))
		}
	}
	f.Var().Id(name).Op("=").Index(jen.Lit(size)).Add(positionType(most)).Add(braces(f.tens(pairs)))
	f.Line()
}

// tens returns the elements of an array literal, ten to a line.
func (f *file) tens(elements []string) jen.Code {
	tens := slices.Collect(slices.Chunk(elements, 10))
	return f.long(list{len(tens), func(g *jen.Group, i int) { g.Op(strings.Join(tens[i], ", ") + ",") }, indent})
}

func (p Package) aliasTable(f *jen.File, rows []row) {
	if !p.aliased(rows) {
		return
	}
	comment(f.Group, "aliases lists the former names.")
	f.Var().Id("aliases").Op("=").Index(jen.Op("...")).Struct(jen.Id("name").String(), jen.Id("code").Id("Code")).
		Add(lines(func(g *jen.Group) {
			for _, r := range rows {
				for _, alias := range r.Aliases {
					g.Values(jen.Lit(alias), jen.Id(r.constant))
				}
			}
		}))
	f.Line()
}

func (p Package) alsoTable(f *jen.File, rows []row) {
	if !p.chatty(rows) {
		return
	}
	comment(f.Group, "also lists the messages that come with a code besides its usual one.")
	f.Var().Id("also").Op("=").Index(jen.Op("...")).Struct(jen.Id("code").Id("Code"), jen.Id("message").String()).
		Add(lines(func(g *jen.Group) {
			for _, r := range rows {
				for _, message := range r.Also {
					g.Values(jen.Id(r.constant), jen.Lit(message))
				}
			}
		}))
	f.Line()
}

// aliased reports whether any code has a former name.
func (p Package) aliased(rows []row) bool {
	for _, r := range rows {
		if len(r.Aliases) > 0 {
			return true
		}
	}
	return false
}

// chatty reports whether any code comes with several messages.
func (p Package) chatty(rows []row) bool {
	for _, r := range rows {
		if len(r.Also) > 0 {
			return true
		}
	}
	return false
}

// guard writes what fails to compile when the constants and the tables are not of one run.
func (p Package) guard(f *file, rows []row) {
	counts := jen.Len(jen.Id("infos")).Op("-").Lit(1).Op("-").Id(p.count())
	check := func(g *jen.Group, i int) { g.Op(fmt.Sprintf("_ = x[%s-%d]", rows[i].constant, rows[i].Number)) }
	if p.textual() {
		check = func(g *jen.Group, i int) {
			g.Op(fmt.Sprintf("_ = map[bool]struct{}{false: {}, %s == %q: {}}", rows[i].constant, rows[i].Text))
		}
	}
	f.Func().Id("_").Params().BlockFunc(func(g *jen.Group) {
		comment(g, "A compiler error here says that the constants and this table are not of the same run of lrcodes. Generate again.")
		g.Var().Id("x").Index(jen.Lit(1)).Struct()
		g.Id("_").Op("=").Id("x").Index(counts)
		g.Add(f.long(list{len(rows), check, indent}))
	})
}

// word returns what the package calls one of its values.
func (p Package) word() string {
	if p.API == nil {
		return "status"
	}
	return "code"
}
