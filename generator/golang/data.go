package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// hasServiceTexts reports whether the messages of the api are those that the service sends.
func (p Package) hasServiceTexts() bool { return p.API.Texts != spec.TextsSummary }

// dataKeys lists the values that the responses of codes contain in addition to the envelope, by their paths.
func (p Package) dataKeys() []string {
	var keys []string
	for _, c := range p.API.Codes {
		for _, d := range c.Data {
			keys = append(keys, d.Name)
		}
	}
	return keys
}

// hasData reports whether a code brings values along in the object Data.
func (p Package) hasData() bool { return p.hasDataBelow("Data") }

// hasFieldErrors reports whether a code of LoginRadius brings errors of single fields along.
func (p Package) hasFieldErrors() bool { return p.isLoginRadius() && p.hasDataBelow("Errors") }

// hasDataBelow reports whether a code has data whose path begins with a key.
func (p Package) hasDataBelow(first string) bool {
	for _, key := range p.dataKeys() {
		if key == first || strings.HasPrefix(key, first+".") {
			return true
		}
	}
	return false
}

// dataDoc returns the paragraphs of a doc comment about the data of a code.
func dataDoc(c *spec.Code) []string {
	var paragraphs []string
	for _, d := range c.Data {
		doc := fmt.Sprintf("The response contains %s (%s).", d.Name, d.Type)
		if d.Description != "" {
			doc = fmt.Sprintf("The response contains %s (%s): %s", d.Name, d.Type, strings.Join(prose(d.Description), " "))
		}
		paragraphs = append(paragraphs, doc)
	}
	return paragraphs
}

// writeData writes the table of the data of codes.
func (p Package) writeData(f *file) {
	comment(f.Group, "data has what the response of a code contains in addition to the fields of the envelope, with a made-up value.")
	f.Var().Id("data").Op("=").Index(jen.Op("...")).Id("datum").Add(lines(func(g *jen.Group) {
		for _, c := range p.API.Codes {
			for _, d := range c.Data {
				g.Values(jen.Id(constant(c)), jen.Lit(d.Name), jen.Lit(d.ExampleJSON()))
			}
		}
	}))
	f.Line()
}
