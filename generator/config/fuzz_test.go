package config_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// FuzzConfig tests the invariant of Load: a configuration or diagnostics with positions, never both, never a panic. What
// it lets through names only local paths, and what it names was read.
func FuzzConfig(f *testing.F) {
	for _, a := range spectest.Archives(f, "testdata/rules/*.txtar") {
		for _, file := range a.Files {
			if strings.HasSuffix(file.Name, config.Name) {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{
			config.Name:  {Data: []byte(text)},
			"acme.yaml":  {Data: []byte(acme)},
			"a.ts.tmpl":  {Data: []byte("// {{header}}\n")},
			"README.md":  {Data: []byte("<!-- lrcodes:begin codes -->\n<!-- lrcodes:end codes -->\n")},
			"codes/a.md": {Data: []byte("no spec")},
		}
		c, err := config.Load(fsys, config.Name, config.Name)
		var diags diag.Diagnostics
		switch {
		case err == nil && c == nil:
			t.Error("neither a configuration nor an error")
		case err != nil && c != nil:
			t.Error("both a configuration and an error")
		case err != nil && !errors.As(err, &diags):
			t.Errorf("%v is no diagnostic", err)
		}
		for _, d := range diags {
			if d.Position.File != config.Name || d.Position.Line < 1 || d.Position.Column < 1 || d.Rule == "" {
				t.Errorf("diagnostic without a position: %+v", d)
			}
		}
		if c != nil {
			checkOutputs(t, c)
		}
	})
}

func checkOutputs(t *testing.T, c *config.Config) {
	for _, o := range c.Outputs {
		switch o := o.(type) {
		case *config.Go:
			checkPath(t, o.Base, o.Dir)
			if len(o.APIs) != 1 {
				t.Errorf("%s: a Go package of %d apis", o.Position, len(o.APIs))
			}
		case *config.HTTPStatus:
			checkPath(t, o.Base, o.Dir)
		case *config.Markdown:
			checkPath(t, o.Base, o.Dir)
		case *config.HTML:
			checkPath(t, o.Base, o.File)
		case *config.JSON:
			checkPath(t, o.Base, o.File)
		case *config.Template:
			checkPath(t, o.Base, o.File)
			checkPath(t, o.Base, o.Template.Path)
		case *config.Inject:
			checkPath(t, o.Base, o.File)
			checkPath(t, o.Base, o.Target.Path)
		default:
			t.Errorf("an output of type %T", o)
		}
	}
}

func checkPath(t *testing.T, b config.Base, path string) {
	t.Helper()
	if problem := config.PathProblem(path); path == "" || problem != "" {
		t.Errorf("%s: path %q: %s", b.Position, path, problem)
	}
}
