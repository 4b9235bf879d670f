package config_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/strict"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(config.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft7)
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

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
	s := compileSchema(t)
	fixtures := archives(t, "testdata/rules/*.txtar")
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
	got, err := os.ReadFile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), config.Schema()) {
		t.Error("schema.json is not what the format says. Run: go generate ./generator/config")
	}
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
