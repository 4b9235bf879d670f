package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// types returns the structs of the document, the document itself first.
func types() []reflect.Type {
	all := []reflect.Type{reflect.TypeFor[Document]()}
	for i := 0; i < len(all); i++ {
		for _, f := range reflect.VisibleFields(all[i]) {
			if t := elem(f.Type); t.Kind() == reflect.Struct && !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	return all
}

// elem returns the type of the items of a list, or of what a pointer refers to, or t itself.
func elem(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// schema is the part of JSON Schema draft-07 that the document needs.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Type        any                `json:"type,omitempty"`
	Const       json.Number        `json:"const,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Definitions map[string]*schema `json:"definitions,omitempty"`
}

// Schema returns the JSON Schema (draft-07) of the document, indented and ending in a newline. Keys that it does not
// describe are allowed: within a version keys are added.
func Schema() []byte {
	all := types()
	root := objectSchema(all[0])
	root.Schema = "http://json-schema.org/draft-07/schema#"
	root.Title = "lrcodes export"
	root.Description = "the resolved spec: every HTTP status and error code, for other languages and tools; " +
		"within a version keys are only added, and one that is absent has its zero value"
	root.Definitions = make(map[string]*schema)
	for _, t := range all[1:] {
		root.Definitions[t.Name()] = objectSchema(t)
	}
	return indented(root)
}

// objectSchema returns the schema of a struct, whose fields say in their tags what they are.
func objectSchema(t reflect.Type) *schema {
	out := &schema{Type: "object", Properties: make(map[string]*schema)}
	for _, f := range reflect.VisibleFields(t) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := schemaOf(f.Type)
		property.Description = f.Tag.Get("doc")
		property.Enum = strings.Fields(f.Tag.Get("enum"))
		property.Const = json.Number(f.Tag.Get("const"))
		out.Properties[key] = property
		if options != "omitempty" {
			out.Required = append(out.Required, key)
		}
	}
	return out
}

func schemaOf(t reflect.Type) *schema {
	switch t.Kind() {
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	case reflect.String:
		return &schema{Type: "string"}
	case reflect.Slice:
		return &schema{Type: "array", Items: schemaOf(t.Elem())}
	case reflect.Interface:
		return &schema{Type: []string{"integer", "string"}} // a code on the wire
	}
	return &schema{Ref: "#/definitions/" + elem(t).Name()}
}

// indented returns a value as indented JSON that ends in a newline. It does not escape <, > and &.
func indented(v any) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // documents and schemas contain only what JSON can express
	}
	return out.Bytes()
}
