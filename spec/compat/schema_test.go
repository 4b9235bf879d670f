package compat_test

import (
	"bytes"
	"os"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/spectest/schema"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// command is where lrcodes changes is. Its test does not compile schemas: see package schema.
const command = "../../cmd/lrcodes/"

// scriptFile returns a file of a script of the command.
func scriptFile(t *testing.T, script, name string) []byte {
	t.Helper()
	path := command + "testdata/script/" + script + ".txtar"
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
	data, err := os.ReadFile(command + "changes.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc := schema.Value(t, scriptFile(t, "changes-formats", "json.txt"))
	if err := schema.Compile(t, closed(data)).Validate(doc); err != nil {
		t.Error(err)
	}
	if err := schema.Compile(t, data).Validate(map[string]any{"version": 1}); err == nil {
		t.Error("an incomplete document is valid")
	}
}

// closed returns a schema in which each object may have only the keys that are described.
func closed(schema []byte) []byte {
	return bytes.ReplaceAll(schema, []byte(`"type": "object",`), []byte(`"type": "object", "additionalProperties": false,`))
}

// TestAcceptSchema shows that the schema of decisions accepts what is right and rejects the mistakes that it can know.
func TestAcceptSchema(t *testing.T) {
	compiled := schema.Compile(t, strict.Schema("decisions", compat.Format()))
	for name, right := range map[string]bool{"standing.yaml": true, "lapsed.yaml": true, "mistakes.yaml": false} {
		var doc any
		if err := yaml.Unmarshal(scriptFile(t, "changes-accept", name), &doc); err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(asJSON(doc)); (err == nil) != right {
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
