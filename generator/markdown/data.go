package markdown

import (
	"cmp"
	"slices"

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
	Source  string `doc:"page on which the service lists the codes, as Markdown, or empty"`
	Summary bool   `doc:"whether the texts were written for the catalogue and are not those of the service"`
	Count   int    `doc:"number of codes"`

	goPackage spec.GoPackage
}

func newAPI(o Options, a *spec.API) *apiDoc {
	goPackage := o.Packages[a.ID]
	d := &apiDoc{
		ID:      text(a.ID),
		Title:   text(a.Title),
		Note:    text(a.Note),
		Package: text(goPackage.Name),
		File:    apiLink(a),
		Source:  sourceLink(a.Source),
		Summary: a.Texts == spec.TextsSummary,
		Count:   len(a.Codes),

		goPackage: goPackage,
	}
	if path := goPackage.ImportPath; path != "" {
		d.GoDoc = "https://pkg.go.dev/" + address(path, "/")
	}
	return d
}

// codeDoc is what the pages show of a code.
type codeDoc struct {
	API         *apiDoc        `doc:"the API of the code"`
	Wire        text           `doc:"the code as the service sends it: a number or a text"`
	Name        text           `doc:"name, EmailNotVerified"`
	Const       text           `doc:"Go constant, ErrEmailNotVerified; empty without a Go package"`
	Qualified   text           `doc:"Go constant with its package, customeridentity.ErrEmailNotVerified"`
	Title       text           `doc:"the message, or the name of a code without one"`
	Unused      bool           `doc:"whether the service documents the code but never sends it"`
	Anchor      string         `doc:"anchor of the code on the page of its API"`
	Link        string         `doc:"address of that section"`
	Message     text           `doc:"the usual message, or empty"`
	Description text           `doc:"what the code means and what to do"`
	Note        text           `doc:"remark for readers of the catalogue, or empty"`
	Also        []text         `doc:"further messages of the code"`
	Aliases     []text         `doc:"former Go constants; former names without a Go package"`
	HTTP        *statusDoc     `doc:"HTTP status, or nil"`
	Categories  []*categoryDoc `doc:"categories of the code, the most telling one first"`
	Retryable   bool           `doc:"whether the same request may succeed later"`
	Data        []dataDoc      `doc:"what the response carries for this code, besides the envelope"`
	Example     string         `doc:"body of a response as a Markdown code block; empty where the texts are not those of the service"`
	Others      []*codeDoc     `doc:"codes of other APIs with the same Wire"`
	SDKs        []*sdkDoc      `doc:"SDKs that report the number themselves"`

	number int // 0 if the code is a text; no code is the number 0
}

// dataDoc is one value that a response carries for a code.
type dataDoc struct {
	Name        text `doc:"path in the response body, Data.access_token"`
	Type        text `doc:"JSON type"`
	Description text `doc:"what it means"`
}

// newCode returns a code without the fields that refer to other parts of the book.
func newCode(d *apiDoc, a *spec.API, c *spec.Code) *codeDoc {
	wire := c.Wire()
	anchor := a.Anchor(wire)
	code := &codeDoc{
		API:         d,
		Wire:        text(wire),
		Name:        text(c.Name),
		Const:       constant(c.Name, d.declares(c)),
		Qualified:   qualified(d, c.Name, d.declares(c)),
		Title:       text(cmp.Or(c.Message, c.Name)),
		Unused:      c.Unused,
		Anchor:      anchor,
		Link:        d.File + "#" + anchor,
		Message:     text(c.Message),
		Description: text(c.Description),
		Note:        text(c.Note),
		Also:        texts(c.Also),
		Retryable:   c.Retryable,
		number:      c.Number,
	}
	for _, d := range c.Data {
		code.Data = append(code.Data, dataDoc{text(d.Name), text(d.Type), text(d.Description)})
	}
	for _, alias := range c.Aliases {
		code.Aliases = append(code.Aliases, cmp.Or(constant(alias, d.goPackage.Declares(c.PositionOf("aliases"))), text(alias)))
	}
	if body := example(a, c); body != "" {
		code.Example = fence("json", body)
	}
	return code
}

// declares reports whether the Go package has a constant of the code.
func (d *apiDoc) declares(c *spec.Code) bool { return d.goPackage.Declares(c.PositionOf("name")) }

// constant returns the Go constant of a code or category as its own package names it, or "" if it is not declared.
func constant(name string, declared bool) text {
	if !declared {
		return ""
	}
	return text(spec.Constant(name))
}

// qualified returns the Go constant of a code or category as other packages name it, or "" if it is not declared.
func qualified(d *apiDoc, name string, declared bool) text {
	if !declared {
		return ""
	}
	return d.Package + "." + text(spec.Constant(name))
}

type categoryDoc struct {
	Name        text       `doc:"name, AccountLocked"`
	Const       text       `doc:"Go constant, ErrAccountLocked; empty without a Go package"`
	Qualified   text       `doc:"Go constant with its package"`
	Description text       `doc:"what a caller does about the codes"`
	Anchor      string     `doc:"anchor on the page"`
	Codes       []*codeDoc `doc:"the codes in it"`
}

func newCategory(d *apiDoc, a *spec.API, c *spec.Category) *categoryDoc {
	return &categoryDoc{
		Name:        text(c.Name),
		Const:       constant(c.Name, d.goPackage.Declares(c.Position)),
		Qualified:   qualified(d, c.Name, d.goPackage.Declares(c.Position)),
		Description: text(c.Description),
		Anchor:      a.CategoryAnchor(c.Name),
	}
}

// statusDoc is what the pages show of an HTTP status.
type statusDoc struct {
	Number      int         `doc:"number, 403"`
	Message     text        `doc:"message, Forbidden"`
	Const       text        `doc:"Go constant, Forbidden; empty without a Go package"`
	Qualified   text        `doc:"Go constant with its package, httpstatus.Forbidden"`
	Anchor      string      `doc:"anchor on the page of statuses"`
	Link        string      `doc:"address of that section"`
	Description text        `doc:"what the status means"`
	Retryable   bool        `doc:"whether the same request may succeed later"`
	Count       int         `doc:"number of codes of the shown APIs that come with the status"`
	Groups      []*groupDoc `doc:"those codes, a group for each of the APIs"`
}

func newStatus(o Options, t *spec.Status) *statusDoc {
	anchor := t.Anchor()
	d := &statusDoc{
		Number:      t.Number,
		Message:     text(t.Message),
		Anchor:      anchor,
		Link:        StatusesFile + "#" + anchor,
		Description: text(t.Description),
		Retryable:   t.Retryable,
	}
	if o.StatusPackage.Declares(t.PositionOf("name")) {
		d.Const, d.Qualified = text(t.Name), text(o.StatusPackage.Name+"."+t.Name)
	}
	return d
}

// groupDoc is the codes of one API that come with one HTTP status, or with none.
type groupDoc struct {
	API    *apiDoc    `doc:"the API of the codes"`
	Status *statusDoc `doc:"the HTTP status; nil for codes that come with none"`
	Anchor string     `doc:"anchor on the page of the API"`
	Link   string     `doc:"address of that section"`
	Codes  []*codeDoc `doc:"the codes"`
}

// rank orders the groups of an API.
func (g *groupDoc) rank() int {
	if g.Status == nil {
		return 1000 // after every status
	}
	return g.Status.Number
}

type retiredDoc struct {
	API    *apiDoc `doc:"the API of the code"`
	Wire   text    `doc:"the code as the service sent it"`
	Name   text    `doc:"name that it had, or empty"`
	Reason text    `doc:"what it meant, and why it was retired"`
	Anchor string  `doc:"anchor on the page of its API"`
	Link   string  `doc:"address of that section"`
}

func newRetired(d *apiDoc, a *spec.API, r *spec.Retired) *retiredDoc {
	anchor := a.Anchor(r.Wire())
	return &retiredDoc{d, text(r.Wire()), text(r.Name), text(r.Reason), anchor, d.File + "#" + anchor}
}

// sdkDoc is an SDK that reports numbers of its own.
type sdkDoc struct {
	Name        text       `doc:"name of the SDK"`
	Description text       `doc:"when the SDK does so, and what to look at instead"`
	Anchor      string     `doc:"anchor on the page of synthetic numbers"`
	Link        string     `doc:"address of that section"`
	Numbers     []int      `doc:"the numbers"`
	Codes       []*codeDoc `doc:"codes of the service with one of the numbers"`

	builtin bool
}

func newSDK(y *spec.Synthetic) *sdkDoc {
	d := &sdkDoc{Name: text(y.SDK), Description: text(y.Description), Anchor: "sdk-" + anchor(y.SDK), builtin: spec.IsBuiltin(y.Position)}
	d.Numbers = slices.Compact(slices.Sorted(slices.Values(y.Numbers)))
	d.Link = SyntheticFile + "#" + d.Anchor // an anchor needs no encoding in an address
	return d
}
