package spec_test

import (
	"path"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// accepts reports whether the schema accepts every file of an archive below a prefix.
func accepts(s *jsonschema.Schema, a *txtar.Archive, prefix string) bool {
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, prefix) || path.Ext(f.Name) != ".yaml" {
			continue
		}
		var value any
		if err := yaml.Unmarshal(f.Data, &value); err != nil {
			continue // text that is no YAML has no value to judge
		}
		if value == nil {
			value = map[string]any{}
		}
		if s.Validate(value) != nil {
			return false
		}
	}
	return true
}

// TestSchemaAgrees shows that the schema accepts what the loader accepts, and refuses what it refuses by the rules
// that a schema can tell.
func TestSchemaAgrees(t *testing.T) {
	s := spectest.Schema(t, strict.Schema("lrcodes spec", spec.Format()))
	fixtures := spectest.Archives(t, "testdata/rules/*.txtar")
	for _, rule := range spec.Rules() {
		a := fixtures["testdata/rules/"+rule.ID+".txtar"]
		if !accepts(s, a, "pass/") {
			t.Errorf("%s: the schema refuses the passing fixture", rule.ID)
		}
		if accepts(s, a, "fail/") == rule.InSchema {
			t.Errorf("%s: the schema refuses the failing fixture: %v, want %v", rule.ID, !rule.InSchema, rule.InSchema)
		}
	}
	for path, a := range spectest.Archives(t, "testdata/valid/*.txtar") {
		if !accepts(s, a, "") {
			t.Errorf("%s: the schema refuses it", path)
		}
	}
}

func TestSchemaUpToDate(t *testing.T) {
	spectest.File(t, "schema.json", strict.Schema("lrcodes spec", spec.Format()))
}
