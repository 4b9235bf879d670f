package config_test

import (
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// accepts reports whether the schema accepts the configuration of an archive below a prefix.
func accepts(s *jsonschema.Schema, a *txtar.Archive, prefix string) bool {
	var value any
	if err := yaml.Unmarshal(files(a, prefix)[config.Name].Data, &value); err != nil {
		return true // text that is no YAML has no value to judge
	}
	return s.Validate(value) == nil
}

// TestSchemaAgrees shows that the schema accepts what the loader accepts, and refuses what it refuses by the rules
// that a schema can tell.
func TestSchemaAgrees(t *testing.T) {
	s := spectest.Schema(t, config.Schema())
	fixtures := spectest.Archives(t, "testdata/rules/*.txtar")
	for _, rule := range config.Rules() {
		a := fixtures["testdata/rules/"+rule.ID+".txtar"]
		if !accepts(s, a, "pass/") {
			t.Errorf("%s: the schema refuses the passing fixture", rule.ID)
		}
		if accepts(s, a, "fail/") == rule.InSchema {
			t.Errorf("%s: the schema refuses the failing fixture: %v, want %v", rule.ID, !rule.InSchema, rule.InSchema)
		}
	}
}

func TestSchemaUpToDate(t *testing.T) {
	spectest.File(t, "schema.json", config.Schema())
}

// TestFormatIsDocumented holds every key to a sentence, which editors show and `lrcodes help config` prints.
func TestFormatIsDocumented(t *testing.T) {
	var walk func(path string, s *strict.Shape)
	walk = func(path string, s *strict.Shape) {
		if s.Doc == "" {
			t.Errorf("%s is not documented", path)
		}
		if s.Item != nil {
			walk(path+"[]", s.Item)
		}
		for _, k := range s.Keys {
			walk(path+"."+k.Name, k.Shape)
		}
	}
	walk("", config.Format())
}
