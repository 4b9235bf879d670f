package golang

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeTable writes table.go: what the catalogue says about each code, and other tables that the methods of the package
// read. All of it is static data: nothing runs at start-up.
func writeTable(p Package, f *file) {
	codes := p.API.Codes
	comment(f.Group, "infos has what the catalogue says, in order. The first entry answers for every unknown code.")
	f.Var().Id("infos").Op("=").Index(jen.Op("...")).Id("entry").Add(braces(
		jen.Op("{},"),
		f.long(list{len(codes), func(g *jen.Group, i int) { g.Add(codeRow(codes[i])) }, columns}),
	))
	f.Line()
	comment(f.Group, "aliases has the former names.")
	f.Var().Id("aliases").Op("=").Index(jen.Op("...")).Id("alias").Add(lines(func(g *jen.Group) {
		for _, c := range codes {
			for _, name := range c.Aliases {
				g.Values(jen.Lit(name), jen.Id(constant(c)))
			}
		}
	}))
	f.Line()
	if p.hasServiceTexts() {
		p.writeAlso(f)
	}
	p.writeData(f)
	p.writeDocs(f)
	p.writeFacts(f)
}

// codeRow returns an element of infos without the fields that are zero.
func codeRow(c *spec.Code) *jen.Statement {
	return jen.CustomFunc(jen.Options{Open: "{Info{", Close: "}, " + categoryList(c) + "}", Separator: ",", Multi: true}, func(g *jen.Group) {
		member := func(name string) *jen.Statement { return g.Id(name).Op(":") }
		member("Code").Id(constant(c))
		member("Name").Lit(c.Name)
		if c.Message != "" {
			member("Message").Lit(c.Message)
		}
		if c.Description != "" {
			member("Description").Lit(c.Description)
		}
		if c.Note != "" {
			member("Note").Lit(c.Note)
		}
		if c.HTTP != nil {
			member("HTTPStatus").Lit(c.HTTP.Number)
		}
		if c.Retryable {
			member("Retryable").True()
		}
		if c.Unused {
			member("Unused").True()
		}
	})
}

// categoryList returns the categories of a code as a literal.
func categoryList(c *spec.Code) string {
	if len(c.Categories) == 0 {
		return "nil"
	}
	var names []string
	for _, category := range c.Categories {
		names = append(names, spec.Constant(category.Name))
	}
	return "[]Category{" + strings.Join(names, ", ") + "}"
}

// writeAlso writes the further messages that the service sends with a code.
func (p Package) writeAlso(f *file) {
	comment(f.Group, "also has the messages that come with a code in addition to the usual one.")
	f.Var().Id("also").Op("=").Index(jen.Op("...")).Struct(jen.Id("code").Id("Code"), jen.Id("message").String()).
		Add(lines(func(g *jen.Group) {
			for _, c := range p.API.Codes {
				for _, message := range c.Also {
					g.Values(jen.Id(constant(c)), jen.Lit(message))
				}
			}
		}))
	f.Line()
}

// writeDocs writes where the documentation of a code is: the address of the page, and the anchor on it.
func (p Package) writeDocs(f *file) {
	prefix, others := p.anchors()
	comment(f.Group, "docsURL is the address of the published documentation, or empty. The anchor of a code is anchorPrefix and the code, "+
		"except for those in anchors.")
	f.Const().Defs(jen.Id("docsURL").Op("=").Lit(p.API.Docs), jen.Id("anchorPrefix").Op("=").Lit("#"+prefix))
	f.Line()
	f.Var().Id("anchors").Op("=").Index(jen.Op("...")).Struct(jen.Id("code").Id("Code"), jen.Id("anchor").String()).
		Add(lines(func(g *jen.Group) {
			for _, c := range others {
				g.Values(jen.Id(constant(c)), jen.Lit("#"+p.API.Anchor(c.Wire())))
			}
		}))
	f.Line()
}

// anchors returns what the anchors of most codes begin with, and the codes whose anchor is not that and the code itself.
func (p Package) anchors() (prefix string, others []*spec.Code) {
	for _, c := range p.API.Codes {
		before, found := strings.CutSuffix(p.API.Anchor(c.Wire()), c.Wire())
		switch {
		case found && prefix == "":
			prefix = before
		case !found || before != prefix:
			others = append(others, c)
		}
	}
	return prefix, others
}

// writeFacts writes the constants and tables that depend on the whole spec.
func (p Package) writeFacts(f *file) {
	if !p.API.Textual() {
		comment(f.Group, "minCode is the lowest number that is read as a code.")
		f.Const().Id("minCode").Op("=").Lit(p.minCode())
		f.Line()
	}
	comment(f.Group, "retryableStatuses has the HTTP statuses that are retryable by the catalogue alone, and not by HTTP itself.")
	f.Var().Id("retryableStatuses").Op("=").Index(jen.Op("...")).Int().ValuesFunc(func(g *jen.Group) {
		for _, s := range p.Statuses {
			if s.Retryable && !isTemporary(s.Number) {
				g.Lit(s.Number)
			}
		}
	})
	f.Line()
	comment(f.Group, "readers has the functions that find a response in the errors of other packages.")
	f.Var().Id("readers").Op("=").Index(jen.Op("...")).Func().Params(jen.Error()).Op("*").Id("Error").ValuesFunc(func(g *jen.Group) {
		if p.isLoginRadius() {
			g.Id("fromSDK")
		}
	})
}

// minCode returns the lowest number that is read as a code: 1, unless the spec has negative codes.
func (p Package) minCode() int {
	if slices.ContainsFunc(p.API.Codes, func(c *spec.Code) bool { return c.Number < 0 }) {
		return -1 << 31
	}
	return 1
}
