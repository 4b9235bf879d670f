package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// hasServiceTexts reports whether the messages of the api are those that the service sends.
func (p Package) hasServiceTexts() bool { return p.API.Texts != spec.TextsSummary }

// dataKeys lists the values that codes bring along besides the envelope, by their paths.
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
func (p Package) hasData() bool { return p.bringsAlong("Data") }

// hasFieldErrors reports whether a code of LoginRadius brings errors of single fields along.
func (p Package) hasFieldErrors() bool { return p.isLoginRadius() && p.bringsAlong("Errors") }

func (p Package) bringsAlong(first string) bool {
	for _, key := range p.dataKeys() {
		if key == first || strings.HasPrefix(key, first+".") {
			return true
		}
	}
	return false
}

// dataDoc returns the paragraphs of a doc comment about what comes with a code.
func dataDoc(c *spec.Code) []string {
	var paragraphs []string
	for _, d := range c.Data {
		doc := fmt.Sprintf("With it comes %s (%s).", d.Name, d.Type)
		if d.Description != "" {
			doc = fmt.Sprintf("With it comes %s (%s): %s", d.Name, d.Type, strings.Join(prose(d.Description), " "))
		}
		paragraphs = append(paragraphs, doc)
	}
	return paragraphs
}

// examples are made-up JSON values of the types of data.
var examples = map[string]string{"string": `"text"`, "integer": "1", "number": "1.5", "boolean": "true", "object": "{}", "array": "[]"}

// writeData writes what comes with the codes besides the envelope.
func (p Package) writeData(f *file) {
	comment(f.Group, "data has what comes with a code besides the fields of the envelope, with a made-up value.")
	f.Var().Id("data").Op("=").Index(jen.Op("...")).Id("datum").Add(lines(func(g *jen.Group) {
		for _, c := range p.API.Codes {
			for _, d := range c.Data {
				g.Values(jen.Id(constant(c)), jen.Lit(d.Name), jen.Lit(examples[d.Type]))
			}
		}
	}))
	f.Line()
}
