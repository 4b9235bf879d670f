package markdown

import (
	"cmp"

	"github.com/lrcodes/lrcodes/spec"
)

// The types below are what templates see. The doc tag of a field is its line in the manual, see [Manual].

type apiDoc struct {
	ID      text   `doc:"id, customer-identity"`
	Title   text   `doc:"title of the page"`
	Note    text   `doc:"remark on all codes of the API, or empty"`
	Package text   `doc:"name of the generated Go package; empty if there is none"`
	GoDoc   string `doc:"address of the Go package on pkg.go.dev, or empty"`
	File    string `doc:"file of the page, for a link"`
	Source  string `doc:"page that the codes were taken from, as Markdown"`
	Summary bool   `doc:"whether the texts were written for the catalogue and are not those of the service"`
	Count   int    `doc:"number of codes"`
}

func (b book) api(a *spec.API) *apiDoc {
	d := &apiDoc{
		ID:      text(a.ID),
		Title:   text(a.Title),
		Note:    text(a.Note),
		Package: text(b.Packages[a.ID]),
		File:    apiLink(a),
		Source:  sourceLink(a.Source),
		Summary: a.Texts == spec.TextsSummary,
		Count:   len(a.Codes),
	}
	if path := b.ImportPaths[b.Packages[a.ID]]; path != "" {
		d.GoDoc = "https://pkg.go.dev/" + address(path, "/")
	}
	return d
}

// codeRef is what every page shows of a code.
type codeRef struct {
	API       *apiDoc `doc:"the API of the code"`
	Wire      text    `doc:"the code as the service sends it: a number or a text"`
	Name      text    `doc:"name, EmailNotVerified"`
	Const     text    `doc:"Go constant, ErrEmailNotVerified; empty without a Go package"`
	Qualified text    `doc:"Go constant with its package, customeridentity.ErrEmailNotVerified"`
	Title     text    `doc:"the message, or the name of a code without one"`
	Unused    bool    `doc:"whether the service documents the code but never sends it"`
	Anchor    string  `doc:"anchor of the code on the page of its API"`
	Link      string  `doc:"address of that section"`
}

func (b book) ref(d *apiDoc, a *spec.API, c *spec.Code) codeRef {
	anchor := a.Anchor(c.Wire())
	return codeRef{
		API:       d,
		Wire:      text(c.Wire()),
		Name:      text(c.Name),
		Const:     constant(d, c.Name),
		Qualified: qualified(d, c.Name),
		Title:     text(cmp.Or(c.Message, c.Name)),
		Unused:    c.Unused,
		Anchor:    anchor,
		Link:      d.File + "#" + anchor,
	}
}

// constant returns the Go constant of a code or category as its own package names it.
func constant(d *apiDoc, name string) text {
	if d.Package == "" {
		return ""
	}
	return text("Err" + name)
}

// qualified returns the Go constant of a code or category as other packages name it.
func qualified(d *apiDoc, name string) text {
	if d.Package == "" {
		return ""
	}
	return d.Package + ".Err" + text(name)
}

type categoryDoc struct {
	Name        text      `doc:"name, AccountLocked"`
	Const       text      `doc:"Go constant, ErrAccountLocked; empty without a Go package"`
	Qualified   text      `doc:"Go constant with its package"`
	Description text      `doc:"what a caller does about the codes"`
	Anchor      string    `doc:"anchor on the page"`
	Codes       []codeRef `doc:"the codes in it"`
}

func newCategory(d *apiDoc, a *spec.API, c *spec.Category) *categoryDoc {
	return &categoryDoc{
		Name:        text(c.Name),
		Const:       constant(d, c.Name),
		Qualified:   qualified(d, c.Name),
		Description: text(c.Description),
		Anchor:      a.CategoryAnchor(c.Name),
	}
}

// statusRef is what every page shows of an HTTP status.
type statusRef struct {
	Number    int    `doc:"number, 403"`
	Message   text   `doc:"message, Forbidden"`
	Const     text   `doc:"Go constant, Forbidden; empty without a Go package"`
	Qualified text   `doc:"Go constant with its package, httpstatus.Forbidden"`
	Anchor    string `doc:"anchor on the page of statuses"`
	Link      string `doc:"address of that section"`
}

func (b book) status(t *spec.Status) *statusRef {
	anchor := t.Anchor()
	d := &statusRef{
		Number:  t.Number,
		Message: text(t.Message),
		Anchor:  anchor,
		Link:    StatusesFile + "#" + anchor,
	}
	if b.StatusPackage != "" {
		d.Const, d.Qualified = text(t.Name), text(b.StatusPackage+"."+t.Name)
	}
	return d
}

// statusesFile returns the file of the page of statuses, or "" if the spec has none.
func (b book) statusesFile() string {
	if len(b.Spec.Statuses) == 0 {
		return ""
	}
	return StatusesFile
}

// syntheticFile returns the file of the page of numbers that SDKs make up, or "" if the spec has none.
func (b book) syntheticFile() string {
	if len(b.Spec.Synthetic) == 0 {
		return ""
	}
	return SyntheticFile
}

// groupDoc is the codes of one API that come with one HTTP status, or with none.
type groupDoc struct {
	API    *apiDoc    `doc:"the API of the codes"`
	Status *statusRef `doc:"the HTTP status; nil for codes that come with none"`
	Anchor string     `doc:"anchor on the page of the API"`
	Link   string     `doc:"address of that section"`
	Codes  []codeRef  `doc:"the codes"`
}

func (b book) group(d *apiDoc, a *spec.API, t *spec.Status) *groupDoc {
	anchor := a.StatusAnchor(t)
	g := &groupDoc{API: d, Anchor: anchor, Link: d.File + "#" + anchor}
	if t != nil {
		g.Status = b.status(t)
	}
	return g
}

type retiredDoc struct {
	Wire   text   `doc:"the code as the service sent it"`
	Name   text   `doc:"name that it had, or empty"`
	Reason text   `doc:"what it meant, and why it was retired"`
	Anchor string `doc:"anchor on the page"`
}

func newRetired(a *spec.API, r *spec.Retired) *retiredDoc {
	return &retiredDoc{text(r.Wire()), text(r.Name), text(r.Reason), a.Anchor(r.Wire())}
}
