package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// Constants renders the file with the package's type and a constant per code or status, and the deprecated
// constants of former names.
func Constants(p Package) ([]byte, error) {
	return p.render(func(f *jen.File) {
		if p.API == nil {
			comment(f.Group, "Status is an HTTP status. It is an error, so that errors.Is can ask for it: the error responses of the API "+
				"packages match the status they came with. A status that the catalogue does not know is a valid Status too.")
			f.Type().Id("Status").Int()
		} else {
			p.codeType(f)
		}
		rows := p.rows()
		if len(rows) > 0 {
			comment(f.Group, p.heading())
			f.Const().DefsFunc(func(g *jen.Group) { constants(g, rows, p.typ()) })
		}
		comment(f.Group, p.count()+" is the number of constants above; the tables are checked against it when they are compiled.")
		f.Const().Id(p.count()).Op("=").Lit(len(rows))
		for _, r := range rows {
			aliases(f, r)
		}
	})
}

func (p Package) codeType(f *jen.File) {
	comment(f.Group,
		fmt.Sprintf("Code is %s that the %s sends as %s.", p.noun(), p.title(), p.codeField().Name),
		"It is an error: each constant below is the sentinel for its code, for errors.Is and for a switch over the "+
			"result of CodeOf. A code that the catalogue does not know is a valid Code too; the zero Code is none.")
	if p.textual() {
		f.Type().Id("Code").String()
	} else {
		f.Type().Id("Code").Int()
	}
	f.Line()
	f.Comment("// apiID names the API in texts. Codes of different APIs are never equal.")
	f.Const().Id("apiID").Op("=").Lit(p.API.ID)
	f.Line()
}

// constants writes a documented constant per row.
func constants(g *jen.Group, rows []row, typ string) {
	for i, r := range rows {
		if i > 0 {
			g.Line()
		}
		comment(g, r.doc()...)
		g.Id(r.constant).Id(typ).Op("=").Add(r.value()).Add(trailing(r.summary()))
	}
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
		paragraphs = append(paragraphs, "Also sent as: "+sentence(also))
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
	return "The codes of the " + p.title() + "."
}

// count returns the name of the constant that tells how many constants there are.
func (p Package) count() string { return strings.ToLower(p.typ()) + "Count" }

func (p Package) noun() string {
	if p.textual() {
		return "a string"
	}
	return "a number"
}

// title returns the API as a phrase: "Customer Identity API" for "Customer Identity API Codes".
func (p Package) title() string {
	title := strings.Join(strings.Fields(p.API.Title), " ")
	if head, ok := strings.CutSuffix(title, " Codes"); ok {
		return head
	}
	return title
}

// codeField returns the field of the envelope that holds the code.
func (p Package) codeField() *spec.Field {
	for _, f := range p.API.Envelope {
		if f.Role == spec.RoleCode {
			return f
		}
	}
	return nil
}
