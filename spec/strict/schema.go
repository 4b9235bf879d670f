package strict

import (
	"bytes"
	"encoding/json"
)

// schema is the part of JSON Schema draft-07 that a Shape needs.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Closed      *bool              `json:"additionalProperties,omitempty"`
	MinKeys     int                `json:"minProperties,omitempty"`
	MaxKeys     int                `json:"maxProperties,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Const       any                `json:"const,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Maximum     *int               `json:"maximum,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Not         *schema            `json:"not,omitempty"`
	Examples    []string           `json:"examples,omitempty"`
}

// Schema returns the JSON Schema (draft-07) of a shape, indented and ending in a newline.
// It reports less than [Decode]: a schema cannot express rules that compare values, nor what only Check reports.
func Schema(title string, shape *Shape) []byte {
	root := shape.schema(false)
	root.Schema = "http://json-schema.org/draft-07/schema#"
	root.Title = title
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // a schema holds nothing that JSON cannot
	}
	return out.Bytes()
}

func (s *Shape) schema(required bool) *schema {
	out := &schema{Description: s.Doc, Type: s.Kind, Pattern: s.Pattern, Enum: s.Enum, Examples: s.Examples}
	switch s.Kind {
	case Mapping:
		s.keys(out)
	case Sequence:
		out.Items = s.Item.schema(true)
		if !required {
			out.Type = []string{"array", "null"}
		}
	case Integer:
		s.limits(out)
	case String:
		if required {
			out.MinLength = 1
		}
	case Token:
		out.Type, out.Pattern = nil, ""
		number, word := &schema{Type: Integer}, &schema{Type: String, Pattern: s.Pattern, MinLength: 1}
		s.limits(number)
		out.AnyOf = []*schema{number, word}
	}
	return out
}

func (s *Shape) keys(out *schema) {
	closed := false
	out.Closed = &closed
	if s.Single {
		out.MinKeys, out.MaxKeys = 1, 1
	}
	out.Properties = make(map[string]*schema, len(s.Keys))
	lifted := make(map[string][]string)
	for _, k := range s.Keys {
		out.Properties[k.Name] = k.Shape.schema(k.Required)
		switch {
		case k.Required && k.Unless == "":
			out.Required = append(out.Required, k.Name)
		case k.Required:
			lifted[k.Unless] = append(lifted[k.Unless], k.Name)
		}
	}
	for _, k := range s.Keys {
		if names := lifted[k.Name]; names != nil {
			set := &schema{Properties: map[string]*schema{k.Name: {Const: true}}, Required: []string{k.Name}}
			out.AnyOf = append(out.AnyOf, &schema{Required: names}, set)
		}
	}
}

func (s *Shape) limits(out *schema) {
	out.Minimum = &s.Min
	if s.Max != 0 {
		out.Maximum = &s.Max
	}
	if s.NonZero {
		out.Not = &schema{Const: 0}
	}
}
