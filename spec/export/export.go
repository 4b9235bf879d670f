// Package export converts the resolved spec to plain data for other languages and tools, and back: the json output,
// the data of user templates, and what `lrcodes list -format json` prints.
//
// The document is versioned. Within a version keys are only added; a key that is absent has its zero value.
// Its JSON Schema is schema.json.
package export

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// Version is the version of the document.
const Version = 1

//go:embed schema.json
var schema []byte

// Schema returns the JSON Schema (draft-07) of the document.
func Schema() []byte { return bytes.Clone(schema) }

// Document is the resolved spec.
type Document struct {
	Comment  string   `json:"$comment,omitempty"` // marks a generated file
	Version  int      `json:"version"`
	Statuses []Status `json:"statuses"` // by number
	APIs     []API    `json:"apis"`     // by id

	Synthetic []Synthetic `json:"synthetic,omitempty"` // by SDK
}

// Synthetic is a set of numbers that an SDK itself puts where a code of the service is expected.
type Synthetic struct {
	SDK         string    `json:"sdk"`
	Codes       []int     `json:"codes"`
	Description string    `json:"description,omitempty"`
	Position    *Position `json:"place,omitempty"`
}

// Status is an HTTP status.
type Status struct {
	Status      int       `json:"status"`
	Name        string    `json:"name"`
	Message     string    `json:"message"`
	Description string    `json:"description,omitempty"`
	Retryable   bool      `json:"retryable"`
	Position    *Position `json:"place,omitempty"`

	Overrides []Override `json:"overrides,omitempty"`
}

// API is a namespace of codes.
type API struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Package    string     `json:"package"` // name of the Go package
	Source     string     `json:"source,omitempty"`
	Note       string     `json:"note,omitempty"`
	Docs       string     `json:"docs,omitempty"`
	SDK        string     `json:"sdk,omitempty"` // the SDK that passes error responses on
	Texts      string     `json:"texts"`         // service or summary
	Envelope   []Field    `json:"envelope"`
	Categories []Category `json:"categories"`
	Codes      []Code     `json:"codes"` // in order
	Retired    []Retired  `json:"retired,omitempty"`
	Position   *Position  `json:"place,omitempty"`
}

// Field is a field of the JSON body of an error response.
type Field struct {
	Name     string `json:"name"`
	Type     string `json:"type"`
	Role     string `json:"role,omitempty"`
	Nullable bool   `json:"nullable,omitempty"`
}

// Category is a group of codes.
type Category struct {
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Codes       []any     `json:"codes"` // numbers or strings, as in Code
	Position    *Position `json:"place,omitempty"`
}

// Code is an error code.
type Code struct {
	Code        any        `json:"code"` // a number, or a string where the API sends strings
	Name        string     `json:"name"` // Go identifier without the prefix Err
	Aliases     []string   `json:"aliases,omitempty"`
	Message     string     `json:"message"` // "" where the service sends none
	Also        []string   `json:"also,omitempty"`
	Description string     `json:"description,omitempty"`
	Note        string     `json:"note,omitempty"`
	HTTP        int        `json:"http,omitempty"` // absent where the service gives none
	Categories  []string   `json:"categories,omitempty"`
	Retryable   bool       `json:"retryable"`
	Unused      bool       `json:"unused,omitempty"`
	Data        []Data     `json:"data,omitempty"`
	Position    *Position  `json:"place,omitempty"`
	Overrides   []Override `json:"overrides,omitempty"`
}

// Data is a value that the response of a code contains beside the fields of the envelope.
type Data struct {
	Name        string `json:"name"` // path of keys: Data.access_token
	Type        string `json:"type"`
	Description string `json:"description,omitempty"`
}

// Override names the keys of a code or status that a later source changed.
type Override struct {
	Keys     []string  `json:"keys"`
	Position *Position `json:"place"`
}

// Retired is a code that must not be used again.
type Retired struct {
	Code     any       `json:"code"`
	Name     string    `json:"name,omitempty"`
	Aliases  []string  `json:"aliases,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	Position *Position `json:"place,omitempty"`
}

// Position is the position of a value in the sources.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

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
func (d *Document) JSON() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		panic(err) // a document contains only what JSON can express
	}
	return out.Bytes()
}

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
		out.Data = append(out.Data, Data{f.Name, f.Type, f.Description})
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
