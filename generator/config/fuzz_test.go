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

// FuzzConfig holds Load to its invariant: a configuration or diagnostics with positions, never both, never a panic. What
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
			t.Error("a configuration beside an error")
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
		if (o.Dir == "") == (o.File == "") {
			t.Errorf("%s: an output with directory %q and file %q", o.Position, o.Dir, o.File)
		}
		if p := config.PathProblem(o.Dir + o.File); p != "" {
			t.Errorf("%s: %s", o.Position, p)
		}
		if o.Kind == config.Go && len(o.APIs) != 1 {
			t.Errorf("%s: a Go package of %d apis", o.Position, len(o.APIs))
		}
		if o.Kind == config.Template && o.Templates[""].Path == "" || o.Kind == config.Inject && o.Target.Path == "" {
			t.Errorf("%s: a text was not read", o.Position)
		}
	}
}
