package generator_test

import (
	"strings"
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
	"html":       "{file: a.html}",
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

// TestPackageNames tests that code and documents use the names that the configuration gives, and no other. Of two packages
// of an API, documents name the first.
func TestPackageNames(t *testing.T) {
	s := spectest.Parse(t, `version: 1
statuses: [{status: 403, name: Forbidden, message: Forbidden}]
envelope: [{name: code, type: integer, role: code}]
api: {id: acme, title: Acme}
codes: [{code: 1, name: One, message: m, http: 403}]
`)
	c, err := config.Load(fstest.MapFS{
		config.Name: {Data: []byte(`version: 1
generate:
  - go: {api: acme, dir: internal/errs}
  - go: {api: acme, dir: internal/more}
  - httpstatus: {dir: internal/statuses, package: st}
  - httpstatus: {dir: internal/others}
  - markdown: {dir: docs}
  - json: {file: codes.json}
`)}}, config.Name, config.Name)
	if err != nil {
		t.Fatal(err)
	}
	files, err := generator.Generate(s, c)
	if err != nil {
		t.Fatal(err)
	}
	text := make(map[string]string)
	for _, f := range files {
		text[f.Path] = string(f.Data)
		if strings.Contains(text[f.Path], "httpstatus.") || strings.Contains(text[f.Path], "acme.Err") {
			t.Errorf("%s names a package that is not generated", f.Path)
		}
	}
	for path, want := range map[string]string{
		"internal/errs/codes.go":        "package errs\n",
		"internal/more/codes.go":        "package more\n",
		"internal/statuses/statuses.go": "package st\n",
		"internal/others/statuses.go":   "package others\n",
		"docs/http-statuses.md":         "`st.Forbidden`",
		"docs/README.md":                "`errs`",
		"codes.json":                    `"package": "errs"`,
	} {
		if !strings.Contains(text[path], want) {
			t.Errorf("%s does not contain %q", path, want)
		}
	}
}
