package export

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// Read returns the spec that a document describes, linked as the loader links it. It ignores keys that it does not
// know, because later versions of lrcodes may add some, and it does not check the rules of the format: the document was
// made from a spec that obeyed them. What a document does not contain, such as positions, is empty.
func Read(data []byte) (*spec.Spec, error) {
	var d Document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, err
	}
	if d.Version != Version {
		return nil, fmt.Errorf("the version of the document is %d, but must be %d", d.Version, Version)
	}
	s := &spec.Spec{}
	statuses := make(map[int]*spec.Status, len(d.Statuses))
	for _, x := range d.Statuses {
		st := &spec.Status{Number: x.Status, Name: x.Name, Message: x.Message, Description: x.Description,
			Retryable: x.Retryable, Position: positionOf(x.Position), Overrides: readOverrides(x.Overrides)}
		statuses[x.Status] = st
		s.Statuses = append(s.Statuses, st)
	}
	for _, x := range d.APIs {
		a, err := x.read(statuses)
		if err != nil {
			return nil, fmt.Errorf("api %q: %w", x.ID, err)
		}
		s.APIs = append(s.APIs, a)
	}
	for _, x := range d.Synthetic {
		s.Synthetic = append(s.Synthetic, &spec.Synthetic{SDK: x.SDK, Numbers: x.Codes, Description: x.Description,
			Position: positionOf(x.Position)})
	}
	return s, nil
}

// read returns an API of the document.
func (x API) read(statuses map[int]*spec.Status) (*spec.API, error) {
	a := &spec.API{ID: x.ID, Title: x.Title, Package: x.Package, Source: x.Source, Note: x.Note, Docs: x.Docs, SDK: x.SDK,
		Texts: cmp.Or(spec.Texts(x.Texts), spec.TextsService), Position: positionOf(x.Position)}
	for _, f := range x.Envelope {
		role := spec.Role(f.Role)
		a.Envelope = append(a.Envelope, &spec.Field{Name: f.Name, GoName: spec.FieldGoName(f.Name, role), Type: f.Type, Role: role, Nullable: f.Nullable})
	}
	categories := make(map[string]*spec.Category, len(x.Categories))
	for _, c := range x.Categories {
		category := &spec.Category{Name: c.Name, Description: c.Description, Position: positionOf(c.Position)}
		categories[c.Name] = category
		a.Categories = append(a.Categories, category)
	}
	for _, c := range x.Codes {
		code, err := c.read(statuses, categories)
		if err != nil {
			return nil, fmt.Errorf("code %v: %w", c.Code, err)
		}
		a.Codes = append(a.Codes, code)
	}
	for _, r := range x.Retired {
		number, text, err := readWire(r.Code)
		if err != nil {
			return nil, fmt.Errorf("retired code %v: %w", r.Code, err)
		}
		a.Retired = append(a.Retired, &spec.Retired{Number: number, Text: text, Name: r.Name, Aliases: r.Aliases,
			Reason: r.Reason, Position: positionOf(r.Position)})
	}
	return a, nil
}

// read returns a code of the document, and adds it to its categories.
func (x Code) read(statuses map[int]*spec.Status, categories map[string]*spec.Category) (*spec.Code, error) {
	number, text, err := readWire(x.Code)
	if err != nil {
		return nil, err
	}
	c := &spec.Code{Number: number, Text: text, Name: x.Name, Aliases: x.Aliases, Message: x.Message,
		Description: x.Description, HTTP: statuses[x.HTTP], Retryable: x.Retryable, Unused: x.Unused, Also: x.Also,
		Note: x.Note, Position: positionOf(x.Position), Overrides: readOverrides(x.Overrides)}
	if c.HTTP == nil && x.HTTP != 0 {
		return nil, fmt.Errorf("HTTP status %d is not in the document", x.HTTP)
	}
	for _, d := range x.Data {
		c.Data = append(c.Data, &spec.DataField{Name: d.Name, Type: d.Type, Description: d.Description, Example: d.Example,
			Position: c.Position})
	}
	for _, name := range x.Categories {
		category := categories[name]
		if category == nil {
			return nil, fmt.Errorf("category %q is not in the document", name)
		}
		if !slices.Contains(c.Categories, category) {
			c.Categories = append(c.Categories, category)
			category.Codes = append(category.Codes, c)
		}
	}
	return c, nil
}

// readWire returns a code, which is a number or a string.
func readWire(code any) (number int, text string, err error) {
	switch code := code.(type) {
	case string:
		if code != "" {
			return 0, code, nil
		}
	case float64:
		if code == math.Trunc(code) && code >= math.MinInt32 && code <= math.MaxInt32 {
			return int(code), "", nil
		}
	}
	return 0, "", errors.New("a code is an integer of 32 bits or a text")
}

func readOverrides(list []Override) []spec.Override {
	var out []spec.Override
	for _, o := range list {
		out = append(out, spec.Override{Keys: o.Keys, Position: positionOf(o.Position)})
	}
	return out
}

func positionOf(p *Position) diag.Position {
	if p == nil {
		return diag.Position{}
	}
	return diag.Position{File: p.File, Line: p.Line, Column: p.Column}
}
