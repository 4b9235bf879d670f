package config_test

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// files returns the files of an archive below a prefix, and the spec that all configurations of the tests share.
func files(a *txtar.Archive, prefix string) fstest.MapFS {
	fsys := spectest.FS(a, prefix)
	fsys["acme.yaml"] = &fstest.MapFile{Data: []byte(acme)}
	return fsys
}

const acme = `version: 1
statuses:
  - {status: 403, name: Forbidden, message: Forbidden}
api: {id: acme-billing, title: Acme Billing Codes}
codes:
  - {code: 901, name: CardRefused, message: The card was refused, http: 403}
envelope: [{name: ErrorCode, type: integer, role: code}, {name: Message, type: string, role: message}]
`

// run does what the command does with a configuration: it loads it and the spec, and renders the files.
func run(fsys fs.FS) (*config.Config, error) {
	c, err := config.Load(fsys, config.Name, config.Name)
	if err != nil {
		return nil, err
	}
	var sources []spec.Source
	for _, s := range c.Sources {
		if s.Path == config.BuiltinSource {
			sources = append(sources, spec.Builtin())
		} else {
			sources = append(sources, spec.Source{Name: s.Path, FS: fsys, Path: path.Clean(s.Path)})
		}
	}
	s, err := spec.Load(sources...)
	if err != nil {
		return nil, err
	}
	if diags := c.Check(s); len(diags) > 0 {
		return nil, diags
	}
	_, err = generator.Generate(s, c)
	return c, err
}

// fixtures returns the fixtures of each rule: the archives whose names begin with its id.
func fixtures(t *testing.T) map[string][]string {
	t.Helper()
	names := make(map[string][]string)
	for _, path := range slices.Sorted(maps.Keys(spectest.Archives(t, "testdata/rules/*.txtar"))) {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		var ids []string
		for _, r := range config.Rules() {
			if name == r.ID || strings.HasPrefix(name, r.ID+"-") {
				ids = append(ids, r.ID)
			}
		}
		if len(ids) != 1 {
			t.Errorf("%s is a fixture of the rules %q; want one", path, ids)
			continue
		}
		names[ids[0]] = append(names[ids[0]], path)
	}
	return names
}

// TestRules tests each rule with its fixtures: what must fail gives exactly the diagnostics that are wanted, one of
// them of the rule, and what must pass generates.
func TestRules(t *testing.T) {
	archives := spectest.Archives(t, "testdata/rules/*.txtar")
	byRule := fixtures(t)
	for _, rule := range config.Rules() {
		if byRule[rule.ID] == nil {
			t.Errorf("rule %s has no fixture", rule.ID)
		}
		for _, name := range byRule[rule.ID] {
			t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { testRule(t, rule, name, archives[name]) })
		}
	}
}

func testRule(t *testing.T, rule config.Rule, name string, a *txtar.Archive) {
	_, err := run(files(a, "fail/"))
	var diags diag.Diagnostics
	if !errors.As(err, &diags) {
		t.Fatalf("the failing fixture generates: %v", err)
	}
	if !slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == rule.ID }) {
		t.Errorf("the failing fixture does not break the rule:\n%v", err)
	}
	spectest.Want(t, name, a, "want", diags.Error()+"\n")
	if _, err := run(files(a, "pass/")); err != nil {
		t.Errorf("the passing fixture does not generate:\n%v", err)
	}
}

func TestLoadTrouble(t *testing.T) {
	_, err := config.Load(fstest.MapFS{}, "a.yaml", "sub/a.yaml")
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "sub/a.yaml: file does not exist" {
		t.Errorf("got %v", err)
	}
}

func TestDirs(t *testing.T) {
	s := &spec.Spec{APIs: []*spec.API{{ID: "acme-billing", Package: "acmebilling"}}}
	if got := config.Default(s, nil).Dirs(); !slices.Equal(got, []string{"out/..."}) {
		t.Errorf("without a configuration: %q", got)
	}
	fsys := fstest.MapFS{"c.yaml": {Data: []byte(`version: 1
generate:
  - go: {api: acme-billing, dir: ./internal/acme/}
  - httpstatus: {dir: status}
  - json: {file: web/codes.json}
  - markdown: {dir: docs}
`)}}
	c, err := config.Load(fsys, "c.yaml", "c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Dirs(); !slices.Equal(got, []string{"internal/acme", "status", "docs"}) {
		t.Errorf("with a configuration: %q", got)
	}
}
