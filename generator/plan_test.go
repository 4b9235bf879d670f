package generator_test

import (
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// everyKind has a configuration of each kind of output.
var everyKind = map[string]string{
	"go":         "{api: acme, dir: a}",
	"httpstatus": "{dir: a}",
	"markdown":   "{dir: a}",
	"json":       "{file: a.json}",
	"template":   "{template: a.tmpl, file: a.txt}",
	"inject":     "{file: a.md, section: a}",
}

// TestKinds generates every kind of output that the configuration format has. A kind without a planner would be
// valid, and generate nothing.
func TestKinds(t *testing.T) {
	s := spectest.Parse(t, "version: 1\napi: {id: acme, title: Acme}\ncodes: [{code: 1, name: One, message: m}]\n"+spectest.Envelope)
	for _, key := range config.Format().Keys {
		if key.Name != "generate" {
			continue
		}
		for _, kind := range key.Shape.Item.Keys {
			c, err := config.Load(fstest.MapFS{
				config.Name: {Data: []byte("version: 1\ngenerate:\n  - " + kind.Name + ": " + everyKind[kind.Name] + "\n")},
				"a.tmpl":    {Data: []byte("# {{header}}\n")},
				"a.md":      {Data: []byte("<!-- lrcodes:begin a -->\n<!-- lrcodes:end a -->\n")},
			}, config.Name, config.Name)
			if err != nil {
				t.Errorf("%s: add the kind to everyKind: %v", kind.Name, err)
				continue
			}
			if files, err := generator.Generate(s, c); err != nil || len(files) == 0 {
				t.Errorf("%s: got %d files: %v", kind.Name, len(files), err)
			}
		}
	}
}
