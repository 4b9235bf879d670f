package export_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestSchemaAccepts validates the builtin spec, and one that has what the builtin lacks.
func TestSchemaAccepts(t *testing.T) {
	full := &spec.Spec{APIs: []*spec.API{{
		ID: "acme", Docs: "https://example.com/acme",
		Codes: []*spec.Code{{Text: "invalid_grant", Aliases: []string{"Old"}, Note: "n", Also: []string{"m"}, Unused: true,
			Data:      []*spec.DataField{{Name: "Data.token", Type: "string"}},
			Overrides: []spec.Override{{Keys: []string{"note"}, Position: diag.Position{File: "a.yaml", Line: 1, Column: 1}}}}},
		Retired: []*spec.Retired{{Number: 1, Name: "Gone", Aliases: []string{"Lost"}, Reason: "r"}},
	}}}
	schema := spectest.Schema(t, export.Schema())
	for name, s := range map[string]*spec.Spec{"builtin": spectest.Builtin(t), "full": full, "empty": {}} {
		for _, d := range []*export.Document{export.New(s, nil), export.Traced(s, nil)} {
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(d.JSON()))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// object is the part of a JSON Schema that describes an object.
type object struct {
	Properties  map[string]json.RawMessage
	Required    []string
	Definitions map[string]object
}

// TestSchemaIsComplete holds the schema to the types: the same keys, and required those that are always there.
func TestSchemaIsComplete(t *testing.T) {
	var root object
	if err := json.Unmarshal(export.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	compareKeys(t, "the document", root, reflect.TypeFor[export.Document]())
	for _, of := range []reflect.Type{
		reflect.TypeFor[export.Status](), reflect.TypeFor[export.API](), reflect.TypeFor[export.Field](), reflect.TypeFor[export.Category](),
		reflect.TypeFor[export.Code](), reflect.TypeFor[export.Data](), reflect.TypeFor[export.Override](), reflect.TypeFor[export.Retired](),
		reflect.TypeFor[export.Synthetic](), reflect.TypeFor[export.Position](),
	} {
		compareKeys(t, of.Name(), root.Definitions[of.Name()], of)
	}
}

func compareKeys(t *testing.T, name string, got object, of reflect.Type) {
	t.Helper()
	var required []string
	keys := make(map[string]bool)
	for _, f := range reflect.VisibleFields(of) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		keys[key] = true
		if options == "" {
			required = append(required, key)
		}
		if _, ok := got.Properties[key]; !ok {
			t.Errorf("%s: the schema lacks %q", name, key)
		}
	}
	for key := range got.Properties {
		if !keys[key] {
			t.Errorf("%s: the document has no %q", name, key)
		}
	}
	if slices.Sort(required); !slices.Equal(required, slices.Sorted(slices.Values(got.Required))) {
		t.Errorf("%s: the schema requires %q, the document always has %q", name, got.Required, required)
	}
}

// TestPositions shows that the export of a file tells of no position, for a file must not depend on where its sources stand.
func TestPositions(t *testing.T) {
	s := spectest.Builtin(t)
	if data := export.New(s, nil).JSON(); bytes.Contains(data, []byte(`"place"`)) {
		t.Error("New tells of positions")
	}
	if data := export.Traced(s, nil).JSON(); !bytes.Contains(data, []byte(`"file": "builtin/`)) {
		t.Error("Traced tells of no positions")
	}
}
