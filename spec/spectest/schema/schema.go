// Package schema compiles JSON Schemas for tests.
//
// It is a package of its own because the initialization of package jsonschema takes as long as a command of lrcodes: the
// tests of cmd/lrcodes, whose binary is also the program that their scripts run some hundred times, must not import it.
package schema

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Compile compiles a JSON Schema (draft-07).
func Compile(t testing.TB, data []byte) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	if err := compiler.AddResource("schema.json", Value(t, data)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// Value returns a JSON document as a value that a schema validates.
func Value(t testing.TB, data []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
