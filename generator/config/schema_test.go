package config_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/spectest"
	"github.com/lrcodes/lrcodes/spec/spectest/schema"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// accepts reports whether the schema accepts the configuration of an archive below a prefix.
func accepts(s *jsonschema.Schema, a *txtar.Archive, prefix string) bool {
	var value any
	if err := yaml.Unmarshal(files(a, prefix)[config.Name].Data, &value); err != nil {
		return true // text that is not YAML has no value
	}
	return s.Validate(value) == nil
}

// TestSchemaAgrees tests that the schema accepts what the loader accepts, and rejects a failing fixture unless the
// fixture's comment says that no schema can.
func TestSchemaAgrees(t *testing.T) {
	s := schema.Compile(t, config.Schema())
	for name, a := range spectest.Archives(t, "testdata/rules/*.txtar") {
		if !accepts(s, a, "pass/") {
			t.Errorf("%s: the schema rejects the passing fixture", name)
		}
		want := bytes.Contains(a.Comment, []byte("The schema accepts it.\n"))
		if got := accepts(s, a, "fail/"); got != want {
			t.Errorf("%s: the schema accepts the failing fixture: %v, want %v", name, got, want)
		}
	}
}

func TestSchemaUpToDate(t *testing.T) {
	spectest.File(t, "schema.json", config.Schema())
}

// TestFormatIsDocumented tests that every key has a sentence, which editors show and `lrcodes help config` prints.
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
