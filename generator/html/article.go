package html

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// about returns what the page says about its APIs.
func about(o Options) string {
	summary := countCodes(o.APIs...) + " of " + count(len(o.APIs), "API")
	if slices.ContainsFunc(o.APIs, func(a *spec.API) bool { return len(a.Categories) > 0 }) {
		summary += ", and what the categories mean"
	}
	var b bytes.Buffer
	writeHTML(&b, "<details>\n<summary>"+summary+"</summary>\n")
	for _, a := range o.APIs {
		writeAPI(&b, a)
	}
	b.WriteString("</details>\n")
	return b.String()
}

// writeAPI writes what the page says about an API: once, so that it need not be repeated at each code.
func writeAPI(b *bytes.Buffer, a *spec.API) {
	writeHTML(b, "<h2>", a.Title, "</h2>\n<p>", a.ID, ": "+countCodes(a)+".</p>\n")
	if a.Texts == spec.TextsSummary {
		b.WriteString("<p>The messages and descriptions were written for this catalogue. The service sends other texts, which change without notice.</p>\n")
	}
	if a.Note != "" {
		writeHTML(b, "<p>", a.Note, "</p>\n")
	}
	if a.Source != "" { // by the rules of a spec, it begins with http:// or https://
		writeHTML(b, `<p>Source: <a href="`, a.Source, `">`, a.Source, "</a></p>\n")
	}
	if len(a.Categories) > 0 {
		b.WriteString("<dl>\n")
		for _, c := range a.Categories {
			writeHTML(b, "<dt>", c.Name, "<dd>", c.Description, "\n")
		}
		b.WriteString("</dl>\n")
	}
}

// countCodes returns how many codes and retired codes the APIs have, as the script says it of what it shows.
func countCodes(apis ...*spec.API) string {
	codes, retired := 0, 0
	for _, a := range apis {
		codes += len(a.Codes)
		retired += len(a.Retired)
	}
	if retired == 0 {
		return count(codes, "code")
	}
	return count(codes, "code") + " and " + strconv.Itoa(retired) + " retired"
}

// count returns a number and a noun in the singular or the plural.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// articleSize is about how many bytes an article needs.
const articleSize = 1000

// articles returns an article for each code, live and retired.
func articles(o Options) string {
	others := make(map[string][]*spec.API) // code on the wire → the APIs that have it
	for _, a := range o.APIs {
		for _, c := range a.Codes {
			others[c.Wire()] = append(others[c.Wire()], a)
		}
	}
	var b bytes.Buffer
	b.Grow(articleSize * len(others))
	for _, a := range o.APIs {
		for _, c := range a.Codes {
			writeCode(&b, a, c, o.Packages[a.ID])
			writeOthers(&b, a, c, others[c.Wire()])
			b.WriteString("</dl>\n</article>\n")
		}
		for _, r := range a.Retired {
			writeRetired(&b, a, r)
		}
	}
	return b.String()
}

// writeCode writes the article of a code, without its end. The attribute data-f names the field that an element has the
// text of, for the search: a message, a name, a description or a category.
func writeCode(b *bytes.Buffer, a *spec.API, c *spec.Code, pkg spec.GoPackage) {
	writeHeading(b, a, c.Wire(), c)
	if c.Message != "" {
		writeHTML(b, ` <span data-f="m">`, c.Message, "</span>")
	}
	b.WriteString("</h2>\n")
	if c.Description != "" {
		writeHTML(b, `<p data-f="d">`, c.Description, "</p>\n")
	}
	writeHTML(b, "<dl><dt>API<dd>", a.ID, "\n")
	if c.HTTP != nil {
		writeHTML(b, "<dt>HTTP<dd>"+strconv.Itoa(c.HTTP.Number)+" ", c.HTTP.Message, "\n")
	}
	if pkg.Declares(c.PositionOf("name")) {
		writeHTML(b, "<dt>Go<dd><code>", pkg.Name, `.Err<span data-f="n">`, c.Name, "</span></code>\n")
	} else {
		writeHTML(b, `<dt>Name<dd><code data-f="n">`, c.Name, "</code>\n")
	}
	writeList(b, "Category", `<dd data-f="c">`, categories(c))
	if c.Retryable {
		b.WriteString("<dt>Retry<dd>the same request may succeed later\n")
	}
	if c.Unused {
		b.WriteString("<dt>In use<dd>no\n")
	}
	writeList(b, "Also sent", `<dd data-f="m">`, c.Also)
	writeList(b, "Former name", `<dd data-f="n">`, c.Aliases)
	if c.Note != "" {
		writeHTML(b, `<dt>Note<dd data-f="d">`, c.Note, "\n")
	}
	for i, d := range c.Data {
		writeTerm(b, "Data", i)
		writeHTML(b, `<dd data-f="d"><code>`, d.Name, "</code> ", d.Type, " ", d.Description, "\n")
	}
}

// writeHeading writes the beginning of an article: what the filters need, and the number as a link to itself. The code is
// nil if it is retired.
func writeHeading(b *bytes.Buffer, a *spec.API, wire string, c *spec.Code) {
	anchor := a.Anchor(wire)
	writeHTML(b, `<article id="`, anchor, `" data-code="`, wire, `" data-api="`, a.ID, `"`)
	if c != nil && c.HTTP != nil {
		writeHTML(b, ` data-http="`, strconv.Itoa(c.HTTP.Number), `"`)
	}
	if c != nil && len(c.Categories) > 0 {
		writeHTML(b, ` data-categories="`, strings.Join(categories(c), " "), `"`)
	}
	if c == nil {
		b.WriteString(" data-retired")
	}
	writeHTML(b, ">\n<h2><a href=\"#", anchor, `">`, wire, "</a>")
}

// writeOthers writes links to the same code of other APIs.
func writeOthers(b *bytes.Buffer, own *spec.API, c *spec.Code, apis []*spec.API) {
	n := 0
	for _, a := range apis {
		if a != own {
			writeTerm(b, "Same code", n)
			writeHTML(b, `<dd><a href="#`, a.Anchor(c.Wire()), `">`, a.ID+" "+c.Wire(), "</a>\n")
			n++
		}
	}
}

func writeRetired(b *bytes.Buffer, a *spec.API, r *spec.Retired) {
	writeHeading(b, a, r.Wire(), nil)
	writeHTML(b, " ", r.Name, " (retired)</h2>\n<p>", r.Reason, "</p>\n<dl><dt>API<dd>", a.ID, "</dl>\n</article>\n")
}

// writeList writes a term and its values, in elements that begin with markup.
func writeList(b *bytes.Buffer, term, markup string, values []string) {
	for i, value := range values {
		writeTerm(b, term, i)
		writeHTML(b, markup, value, "\n")
	}
}

// writeTerm writes a term in front of the first of its values.
func writeTerm(b *bytes.Buffer, term string, i int) {
	if i == 0 {
		writeHTML(b, "<dt>", term)
	}
}

func categories(c *spec.Code) []string {
	var names []string
	for _, category := range c.Categories {
		names = append(names, category.Name)
	}
	return names
}
