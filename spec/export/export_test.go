package export_test

import (
	"bytes"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/spectest/schema"
)

// TestSchemaAccepts validates the builtin spec, and one that has what the builtin lacks.
func TestSchemaAccepts(t *testing.T) {
	full := &spec.Spec{APIs: []*spec.API{{
		ID: "acme", Docs: "https://example.com/acme",
		Codes: []*spec.Code{{Text: "invalid_grant", Aliases: []string{"Old"}, Note: "n", Also: []string{"m"}, Unused: true,
			Data:      []*spec.DataField{{Name: "Data.token", Type: "string", Example: "example-token"}},
			Overrides: []spec.Override{{Keys: []string{"note"}, Position: diag.Position{File: "a.yaml", Line: 1, Column: 1}}}}},
		Retired: []*spec.Retired{{Number: 1, Name: "Gone", Aliases: []string{"Lost"}, Reason: "r"}},
	}}}
	compiled := schema.Compile(t, export.Schema())
	for name, s := range map[string]*spec.Spec{"builtin": spectest.Builtin(t), "full": full, "empty": {}} {
		for _, d := range []*export.Document{export.New(s, nil), export.Traced(s, nil)} {
			if err := compiled.Validate(schema.Value(t, d.JSON())); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestSchema compares the schema, which other tools rely on, with a golden file.
func TestSchema(t *testing.T) {
	spectest.File(t, "testdata/schema.json", export.Schema())
}

// TestPositions shows that only Traced exports positions: a generated file must not depend on where its sources are.
func TestPositions(t *testing.T) {
	s := spectest.Builtin(t)
	if data := export.New(s, nil).JSON(); bytes.Contains(data, []byte(`"place"`)) {
		t.Error("New exports positions")
	}
	if data := export.Traced(s, nil).JSON(); !bytes.Contains(data, []byte(`"file": "builtin/`)) {
		t.Error("Traced exports no positions")
	}
}
