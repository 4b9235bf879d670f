// Package export converts the resolved spec to plain data for other languages and tools, and back: the json output,
// the data of user templates, and what `lrcodes list -format json` prints.
//
// The document is versioned. Within a version keys are only added; a key that is absent has its zero value.
// [Schema] returns its JSON Schema.
package export

import (
	"cmp"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// New returns the document of a spec without positions. It contains the APIs given, or all of the spec if apis is nil.
func New(s *spec.Spec, apis []*spec.API) *Document {
	return build(s, apis, func(diag.Position) *Position { return nil })
}

// Traced is like [New] with the position of every object and every override.
func Traced(s *spec.Spec, apis []*spec.API) *Document {
	return build(s, apis, func(p diag.Position) *Position {
		if p == (diag.Position{}) {
			return nil
		}
		return &Position{p.File, p.Line, p.Column}
	})
}

// JSON returns the document as indented JSON that ends in a newline. It does not escape <, > and &.
func (d *Document) JSON() []byte { return indented(d) }

func build(s *spec.Spec, apis []*spec.API, position func(diag.Position) *Position) *Document {
	if apis == nil {
		apis = s.APIs
	}
	d := &Document{Version: Version, Statuses: []Status{}, APIs: []API{}}
	for _, st := range s.Statuses {
		d.Statuses = append(d.Statuses, Status{st.Number, st.Name, st.Message, st.Description, st.Retryable, position(st.Position),
			overrides(st.Overrides, position)})
	}
	for _, a := range apis {
		d.APIs = append(d.APIs, newAPI(a, position))
	}
	for _, y := range s.Synthetic {
		d.Synthetic = append(d.Synthetic, Synthetic{y.SDK, y.Numbers, y.Description, position(y.Position)})
	}
	return d
}

func newAPI(a *spec.API, position func(diag.Position) *Position) API {
	out := API{
		ID: a.ID, Title: a.Title, Package: a.Package, Source: a.Source, Note: a.Note, Docs: a.Docs, SDK: a.SDK,
		Texts: string(cmp.Or(a.Texts, spec.TextsService)), Position: position(a.Position),
		Envelope: []Field{}, Categories: []Category{}, Codes: []Code{},
	}
	for _, f := range a.Envelope {
		out.Envelope = append(out.Envelope, Field{f.Name, f.Type, string(f.Role), f.Nullable})
	}
	for _, c := range a.Categories {
		codes := []any{}
		for _, code := range c.Codes {
			codes = append(codes, wire(code.Number, code.Text))
		}
		out.Categories = append(out.Categories, Category{c.Name, c.Description, codes, position(c.Position)})
	}
	for _, c := range a.Codes {
		out.Codes = append(out.Codes, newCode(c, position))
	}
	for _, r := range a.Retired {
		out.Retired = append(out.Retired, Retired{wire(r.Number, r.Text), r.Name, r.Aliases, r.Reason, position(r.Position)})
	}
	return out
}

func newCode(c *spec.Code, position func(diag.Position) *Position) Code {
	out := Code{
		Code: wire(c.Number, c.Text), Name: c.Name, Aliases: c.Aliases, Message: c.Message, Also: c.Also,
		Description: c.Description, Note: c.Note, HTTP: c.HTTPStatus(), Retryable: c.Retryable, Unused: c.Unused,
		Position: position(c.Position), Overrides: overrides(c.Overrides, position),
	}
	for _, category := range c.Categories {
		out.Categories = append(out.Categories, category.Name)
	}
	for _, f := range c.Data {
		out.Data = append(out.Data, Data{f.Name, f.Type, f.Description, f.Example})
	}
	return out
}

// overrides returns the overrides that have a position, so that a document without positions has none.
func overrides(all []spec.Override, position func(diag.Position) *Position) []Override {
	var out []Override
	for _, o := range all {
		if p := position(o.Position); p != nil {
			out = append(out, Override{o.Keys, p})
		}
	}
	return out
}

func wire(number int, text string) any {
	if text != "" {
		return text
	}
	return number
}
