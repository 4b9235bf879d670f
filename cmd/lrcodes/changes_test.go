package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// scriptFile returns a file of a script.
func scriptFile(t *testing.T, script, name string) []byte {
	t.Helper()
	path := "testdata/script/" + script + ".txtar"
	for _, f := range spectest.Archives(t, path)[path].Files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("%s has no file %s", path, name)
	return nil
}

// TestChangesSchema checks that the schema describes the json format, and each key of it.
func TestChangesSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(scriptFile(t, "changes-formats", "json.txt")))
	if err != nil {
		t.Fatal(err)
	}
	if err := spectest.Schema(t, closed(schemaOfChanges())).Validate(doc); err != nil {
		t.Error(err)
	}
	if err := spectest.Schema(t, schemaOfChanges()).Validate(map[string]any{"version": 1}); err == nil {
		t.Error("an incomplete document is valid")
	}
}

// closed returns a schema in which each object may have only the keys that are described.
func closed(schema []byte) []byte {
	return bytes.ReplaceAll(schema, []byte(`"type": "object",`), []byte(`"type": "object", "additionalProperties": false,`))
}

// TestAcceptSchema shows that the schema of decisions accepts what is right and rejects the mistakes that it can know.
func TestAcceptSchema(t *testing.T) {
	schema := spectest.Schema(t, strict.Schema("decisions", compat.Format()))
	for name, right := range map[string]bool{"standing.yaml": true, "lapsed.yaml": true, "mistakes.yaml": false} {
		var doc any
		if err := yaml.Unmarshal(scriptFile(t, "changes-accept", name), &doc); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(asJSON(doc)); (err == nil) != right {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// asJSON turns the days that YAML knows into texts, which JSON has.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			v[key] = asJSON(value)
		}
	case []any:
		for i := range v {
			v[i] = asJSON(v[i])
		}
	case interface{ Format(string) string }:
		return v.Format("2006-01-02")
	}
	return v
}

// TestChangeRulesInManual shows that the manual has every rule.
func TestChangeRulesInManual(t *testing.T) {
	manual := changesCommand().long
	for _, r := range compat.Rules() {
		if !strings.Contains(manual, "\t"+r.ID+" ("+r.Concerns.String()+")\n") {
			t.Errorf("the manual lacks %s", r.ID)
		}
	}
}

// TestEntriesAreDecisions reads entries that were written, whatever the change names.
func TestEntriesAreDecisions(t *testing.T) {
	hostile := []string{"a\nb", "null", "No", "12", "012", "-5", "1e3", "::error::x", "# x", "é", "'", `"`, `\`, "a b", "\u2028", "- x", "{}", "2001-01-01", "~"}
	var c comparison
	c.fail = "breaking"
	for _, name := range hostile {
		c.changes = append(c.changes, compat.Change{Rule: compat.RuleByID("name-removed"), API: name, Code: name, Name: name, Message: name})
	}
	text := strings.ReplaceAll(c.entries(), `reason: ""`, "reason: x")
	accepted, diags := compat.ReadAcceptances("a.yaml", []byte(text))
	if len(diags) > 0 || len(accepted) != len(hostile) {
		t.Fatalf("%d entries of %d: %v\n%s", len(accepted), len(hostile), diags, text)
	}
	for i, a := range accepted {
		if want := hostile[i]; a.API != want || a.Code != want || a.Name != want {
			t.Errorf("%q: got %q, %q, %q", want, a.API, a.Code, a.Name)
		}
	}
}
