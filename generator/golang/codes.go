package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeCodes writes codes.go: the type Code, a constant per code, each with a declaration of its own so that go doc and
// editors show it alone, and the deprecated constants of former names.
func writeCodes(p Package, f *file) {
	comment(f.Group, "API is the id of the API that the codes of this package belong to. Codes of different APIs are never equal.")
	f.Const().Id("API").Op("=").Lit(p.API.ID)
	f.Line()
	kind, typ := "number", jen.Int()
	if p.API.Textual() {
		kind, typ = "text", jen.String()
	}
	comment(f.Group,
		fmt.Sprintf("Code is a %s that %s sends as %s. It is an error: each constant below is also the sentinel for its code, for "+
			"errors.Is and for a switch over the result of [CodeOf].", kind, p.service(), p.codeField().Name),
		"A code that the catalogue does not know is a valid Code too. The zero Code means that there is no code; return [Code.Err] "+
			"where an error is expected.")
	f.Type().Id("Code").Add(typ)
	f.Line()
	codes := p.API.Codes
	f.Add(f.long(list{len(codes), func(g *jen.Group, i int) { p.writeConstant(g, codes[i]) }, flat}))
	f.Line() // or gofmt takes the placeholder and the next comment for one
	for _, c := range codes {
		writeAliases(f.Group, c)
	}
}

// writeConstant writes the constant of a code with its documentation.
func (p Package) writeConstant(g *jen.Group, c *spec.Code) {
	value := jen.Lit(c.Number)
	if p.API.Textual() {
		value = jen.Lit(c.Text)
	}
	for _, line := range codeDoc(c) {
		g.Comment(line)
	}
	g.Const().Id(constant(c)).Id("Code").Op("=").Add(value)
	g.Line()
}

// writeAliases writes the former names of a code in the form that go fix rewrites.
func writeAliases(g *jen.Group, c *spec.Code) {
	for _, alias := range c.Aliases {
		comment(g, spec.Constant(alias)+" is the former name of "+constant(c)+".", "Deprecated: use ["+constant(c)+"].")
		g.Comment("//")
		g.Comment("//go:fix inline")
		g.Const().Id(spec.Constant(alias)).Op("=").Id(constant(c))
		g.Line()
	}
}

// codeDoc returns the doc comment of a code's constant. Its first paragraph is what an editor shows: the message, and
// a line of facts.
func codeDoc(c *spec.Code) []string {
	head := constant(c) + ": " + sentence(c.Message)
	if c.Message == "" {
		head = constant(c) + " is the code " + c.Wire() + "."
	}
	lines := append(commentLines(head), commentLines(facts(c))...)
	var rest []string
	if sentence(c.Description) != sentence(c.Message) {
		rest = prose(c.Description)
	}
	for _, also := range c.Also {
		rest = append(rest, "Other message: "+sentence(also))
	}
	if notes := prose(c.Note); len(notes) > 0 {
		notes[0] = "Note: " + notes[0]
		rest = append(rest, notes...)
	}
	rest = append(rest, dataDoc(c)...)
	if len(rest) > 0 {
		lines = append(append(lines, "//"), commentLines(rest...)...)
	}
	return lines
}

// facts returns the HTTP status, the categories and the retry advice of a code.
func facts(c *spec.Code) string {
	if c.Unused {
		return "Documented as not in use."
	}
	var facts []string
	if c.HTTP != nil {
		facts = append(facts, fmt.Sprintf("HTTP %d.", c.HTTP.Number))
	}
	var names []string
	for _, category := range c.Categories {
		names = append(names, category.Name)
	}
	if len(names) > 0 {
		facts = append(facts, strings.Join(names, ", ")+".")
	}
	return strings.Join(append(facts, retrySentence(c.Retryable)), " ")
}

func retrySentence(retryable bool) string {
	if retryable {
		return "Retryable."
	}
	return "Not retryable."
}

// service returns what texts call the service: "the Acme Billing API" where the title of the api is "Acme Billing Codes".
func (p Package) service() string { return "the " + strings.TrimSuffix(p.subject(), " API") + " API" }

// codes returns what texts call the codes of the api: "the Acme Billing codes" where its title is "Acme Billing Codes".
func (p Package) codes() string {
	title, noun := squeeze(p.API.Title), "codes"
	if strings.HasSuffix(strings.ToLower(title), " errors") {
		noun = "errors"
	}
	if subject := p.subject(); subject != title {
		return "the " + subject + " " + noun
	}
	return "the codes of " + title
}

// subject returns the title of the api without the noun at its end.
func (p Package) subject() string {
	title := squeeze(p.API.Title)
	for _, noun := range []string{" codes", " errors"} {
		if n := len(title) - len(noun); n > 0 && strings.EqualFold(title[n:], noun) {
			return title[:n]
		}
	}
	return title
}
