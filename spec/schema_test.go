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
	"github.com/lrcodes/lrcodes/spec/spectest/schema"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// rejected returns the names of the files of an archive below a prefix that the schema rejects, a line each.
func rejected(s *jsonschema.Schema, a *txtar.Archive, prefix string) string {
	var names strings.Builder
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, prefix) || path.Ext(f.Name) != ".yaml" {
			continue
		}
		var value any
		if err := yaml.Unmarshal(f.Data, &value); err != nil {
			continue // a file that is not YAML has no value to validate
		}
		if value == nil {
			value = map[string]any{}
		}
		if s.Validate(value) != nil {
			names.WriteString(f.Name + "\n")
		}
	}
	return names.String()
}

// TestSchemaAgrees shows that the schema accepts what Load accepts. The file "schema" of each fixture lists the failing
// files that it rejects too.
func TestSchemaAgrees(t *testing.T) {
	s := schema.Compile(t, strict.Schema("lrcodes spec", spec.Format()))
	for path, a := range spectest.Archives(t, "testdata/rules/*.txtar") {
		if names := rejected(s, a, "pass/"); names != "" {
			t.Errorf("%s: the schema rejects %s", path, names)
		}
		spectest.Want(t, path, a, "schema", rejected(s, a, "fail/"))
	}
	for path, a := range spectest.Archives(t, "testdata/valid/*.txtar") {
		if names := rejected(s, a, ""); names != "" {
			t.Errorf("%s: the schema rejects %s", path, names)
		}
	}
}

func TestSchemaUpToDate(t *testing.T) {
	spectest.File(t, "schema.json", strict.Schema("lrcodes spec", spec.Format()))
}
