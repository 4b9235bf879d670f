package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Constants renders the file with the package's type and a constant per code or status, and the deprecated
// constants of former names.
func Constants(p Package) ([]byte, error) {
	return p.render(func(f *file) {
		if p.API == nil {
			comment(f.Group, "Status is an HTTP status. It is an error, so that errors.Is can ask for it: the error responses of the API "+
				"packages match the status they came with. A status that the catalogue does not know is a valid Status too.")
			f.Type().Id("Status").Int()
		} else {
			p.codeType(f.File)
		}
		rows := p.rows()
		if len(rows) > 0 {
			comment(f.Group, p.heading())
			f.Const().Defs(f.long(list{len(rows), func(g *jen.Group, i int) { p.constant(g, rows, i) }, indent}))
		}
		comment(f.Group, p.count()+" is the number of constants above; the tables are checked against it when they are compiled.")
		f.Const().Id(p.count()).Op("=").Lit(len(rows))
		for _, r := range rows {
			aliases(f.File, r)
		}
	})
}

func (p Package) codeType(f *jen.File) {
	kind, typ := "number", jen.Int()
	if p.textual() {
		kind, typ = "text", jen.String()
	}
	comment(f.Group,
		fmt.Sprintf("Code is one of %s: the %s that comes as %s in an error response.", p.codes(), kind, p.codeField().Name),
		"It is an error: each constant below is the sentinel for its code, for errors.Is and for a switch over the "+
			"result of CodeOf. A code that the catalogue does not know is a valid Code too; the zero Code is none.")
	f.Type().Id("Code").Add(typ)
	f.Line()
	f.Comment("// apiID names the API in texts. Codes of different APIs are never equal.")
	f.Const().Id("apiID").Op("=").Lit(p.API.ID)
	f.Line()
}

// constant writes the documented constant of a row.
func (p Package) constant(g *jen.Group, rows []row, i int) {
	if i > 0 {
		g.Line()
	}
	r := rows[i]
	comment(g, r.doc()...)
	g.Id(r.constant).Id(p.typ()).Op("=").Add(r.value()).Add(trailing(r.summary()))
}

// aliases writes the former names of a code, in the form that `go fix` rewrites.
func aliases(f *jen.File, r row) {
	for _, alias := range r.Aliases {
		f.Line()
		comment(f.Group, "Err"+alias+" is the former name of "+r.constant+".", "Deprecated: use ["+r.constant+"].")
		f.Comment("//")
		f.Comment("//go:fix inline")
		f.Const().Id("Err" + alias).Op("=").Id(r.constant)
	}
}

// doc returns the paragraphs of a constant's doc comment.
func (r row) doc() []string {
	paragraphs := []string{r.constant + ": " + sentence(r.Message)}
	if sentence(r.Description) != sentence(r.Message) {
		paragraphs = append(paragraphs, prose(r.Description)...)
	}
	for _, also := range r.Also {
		paragraphs = append(paragraphs, "Other message: "+sentence(also))
	}
	if notes := prose(r.Note); len(notes) > 0 {
		notes[0] = "Note: " + notes[0]
		paragraphs = append(paragraphs, notes...)
	}
	if r.Unused {
		paragraphs = append(paragraphs, "Deprecated: the service documents this code as not in use.")
	}
	return paragraphs
}

// summary returns what a reader of the constants looks for: the HTTP status and the message.
func (r row) summary() string {
	switch {
	case r.HTTP != nil:
		return fmt.Sprintf("HTTP %d: %s", r.HTTP.Number, r.Message)
	case r.Unused:
		return "not in use: " + r.Message
	}
	return r.Message
}

// heading returns the comment over the constants.
func (p Package) heading() string {
	if p.API == nil {
		return "The HTTP statuses that the service documents."
	}
	return capital(p.codes()) + "."
}

// count returns the name of the constant that tells how many constants there are.
func (p Package) count() string { return strings.ToLower(p.typ()) + "Count" }

// codes returns what texts call the codes of the API: "the Acme Billing codes" where its title is "Acme Billing Codes".
func (p Package) codes() string {
	title := words(p.API.Title)
	for _, noun := range []string{"codes", "errors"} {
		if n := len(title) - len(noun); n > 1 && title[n-1] == ' ' && strings.EqualFold(title[n:], noun) {
			return "the " + title[:n] + noun
		}
	}
	return "the codes of " + title
}

// capital returns a text with its first letter, which is an ASCII one, in upper case.
func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
