package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeCategories writes categories.go: a constant per category, and the table of their descriptions.
func writeCategories(p Package, f *file) {
	for _, c := range p.API.Categories {
		comment(f.Group, categoryDoc(c)...)
		f.Const().Id(spec.Constant(c.Name)).Id("Category").Op("=").Lit(c.Name)
		f.Line()
	}
	comment(f.Group, "categories has the categories in the order of the spec.")
	f.Var().Id("categories").Op("=").Index(jen.Op("...")).Struct(
		jen.Id("name").Id("Category"),
		jen.Id("description").String(),
	).Add(lines(func(g *jen.Group) {
		for _, c := range p.API.Categories {
			g.Values(jen.Id(spec.Constant(c.Name)), jen.Lit(c.Description))
		}
	}))
}

// shownCodes is the number of codes that the documentation of a category names.
const shownCodes = 10

// categoryDoc returns the paragraphs of a category's doc comment.
func categoryDoc(c *spec.Category) []string {
	text := prose(c.Description)
	if len(text) == 0 {
		text = []string{"a group of codes."}
	}
	text[0] = spec.Constant(c.Name) + ": " + text[0]
	var names []string
	for _, code := range c.Codes[:min(len(c.Codes), shownCodes)] {
		names = append(names, constant(code))
	}
	switch more := len(c.Codes) - len(names); {
	case len(names) == 0:
		return append(text, "Category without codes.")
	case more > 0:
		return append(text, fmt.Sprintf("Category of %s and %d more.", strings.Join(names, ", "), more))
	}
	return append(text, "Category of "+strings.Join(names, ", ")+".")
}
