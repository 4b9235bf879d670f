package config

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Load reads the configuration with that name in fsys, and the templates and targets that it names. The error is a
// [diag.Diagnostics] if the configuration is wrong, and another if a file cannot be read. shown is what diagnostics
// call the file.
func Load(fsys fs.FS, name, shown string) (*Config, error) {
	data, err := readFile(fsys, name)
	if err != nil && throughLink(err) {
		var diags diag.Diagnostics
		diags.Add(diag.Position{File: shown, Line: 1, Column: 1}, RulePath, "the configuration leaves its directory by a symbolic link")
		return nil, diags
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	root, diags := strict.Decode(shown, data, Format())
	if i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == RuleVersion }); i >= 0 && root.Has("version") {
		return nil, diags[i : i+1] // the rest may be right in that version
	}
	l := &loader{fsys: fsys, name: name, diags: diags}
	l.sources(root)
	for _, v := range root.Key("generate").Items() {
		for _, k := range kinds() {
			if v.Has(k.key.Name) {
				l.Outputs = append(l.Outputs, k.read(l, v.Key(k.key.Name)))
			}
		}
	}
	l.checkClashes()
	switch {
	case len(l.diags) > 0:
		return nil, l.diags.Sorted()
	case l.trouble != nil:
		return nil, l.trouble
	}
	return &l.Config, nil
}

// loader is a configuration that is being read.
type loader struct {
	Config
	fsys  fs.FS
	name  string // of the configuration, in fsys
	diags diag.Diagnostics

	trouble error // the first file that the configuration names and that cannot be read
}

// base reads what outputs of every kind have.
func (l *loader) base(v *strict.Value) Base {
	b := Base{Dir: clean(v.Key("dir")), File: clean(v.Key("file")), Position: v.Position()}
	b.APIs = l.apis(append(v.Key("apis").Items(), v.Key("api")))
	l.checkOutputDir(v.Key("dir"), b.Dir)
	return b
}

// fileBase is base for an output that writes one file.
func (l *loader) fileBase(v *strict.Value) Base {
	b := l.base(v)
	l.checkOutputDir(v.Key("file"), path.Dir(b.File))
	return b
}

// apis reads the ids of the APIs that an output shows.
func (l *loader) apis(ids []*strict.Value) []API {
	var list []API
	for _, id := range ids {
		if id == nil {
			continue
		}
		if i := slices.IndexFunc(list, func(a API) bool { return a.ID == id.Text() }); i >= 0 {
			l.diags.Add(id.Position(), RuleClash, "api %q is listed twice, first at %s", id.Text(), list[i].Position)
		}
		list = append(list, API{id.Text(), id.Position()})
	}
	return list
}

// Check reports what a configuration asks for and the spec does not have.
func (c *Config) Check(s *spec.Spec) diag.Diagnostics {
	var diags diag.Diagnostics
	ids := make([]string, len(s.APIs))
	for i, a := range s.APIs {
		ids[i] = a.ID
	}
	for _, o := range c.Outputs {
		for _, a := range o.base().APIs {
			if s.API(a.ID) == nil {
				diags.Add(a.Position, RuleAPI, "the spec has no api %q%s", a.ID, diag.DidYouMean(a.ID, ids))
			}
		}
	}
	return diags.Sorted()
}

func clean(v *strict.Value) string {
	if v.Text() == "" {
		return ""
	}
	return path.Clean(v.Text())
}
