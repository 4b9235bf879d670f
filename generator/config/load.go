package config

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Load reads the configuration with that name in fsys, and the templates and targets it names. The error is a
// [diag.Diagnostics] where the configuration is wrong, and tells of the file system where it cannot be read.
// shown is what diagnostics call the file.
func Load(fsys fs.FS, name, shown string) (*Config, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	root, diags := strict.Decode(shown, data, Format())
	if i := slices.IndexFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == RuleVersion }); i >= 0 && root.Has("version") {
		return nil, diags[i : i+1] // what else the format of another version holds is not known
	}
	l := &loader{fsys: fsys, name: name, diags: diags}
	l.sources(root)
	for _, v := range root.Key("generate").Items() {
		for _, kind := range v.Names() {
			l.output(Kind(kind), v.Key(kind))
		}
	}
	l.clashes()
	switch {
	case len(l.diags) > 0:
		return nil, l.diags.Sorted()
	case l.trouble != nil:
		return nil, l.trouble
	}
	return &l.Config, nil
}

type loader struct {
	Config
	fsys  fs.FS
	name  string // of the configuration, in fsys
	diags diag.Diagnostics

	trouble error // of the file system, with what the configuration names
}

// output reads one output; v is nil where it was refused already.
func (l *loader) output(kind Kind, v *strict.Value) {
	o := Output{
		Kind:     kind,
		Dir:      clean(v.Key("dir")),
		File:     clean(v.Key("file")),
		Package:  v.Key("package").Text(),
		Section:  v.Key("section").Text(),
		Position: v.Position(),
	}
	o.APIs = l.apis(append(v.Key("apis").Items(), v.Key("api")))
	l.readTexts(&o, v)
	l.reach(v.Key("dir"), o.Dir)
	if kind != Inject {
		l.reach(v.Key("file"), path.Dir(o.File))
	}
	l.Outputs = append(l.Outputs, o)
}

// apis reads the ids of the APIs that an output shows.
func (l *loader) apis(ids []*strict.Value) []API {
	var list []API
	for _, id := range ids {
		if id == nil {
			continue
		}
		if i := slices.IndexFunc(list, func(a API) bool { return a.ID == id.Text() }); i >= 0 {
			l.diags.Add(id.Position(), RuleClash, "api %q stands here a second time (%s)", id.Text(), list[i].Position)
		}
		list = append(list, API{id.Text(), id.Position()})
	}
	return list
}

// clashes refuses directories that two outputs share, files that two outputs write, and sections that two fill.
func (l *loader) clashes() {
	first, sections := make(map[string]Output), make(map[string]Output)
	for _, o := range l.Outputs {
		target, what := o.Dir, "directory"
		if o.File != "" {
			target, what = o.File, "file"
		}
		if target == "" {
			continue // refused already
		}
		key := strings.ToLower(target)
		if old, taken := first[key]; !taken {
			first[key] = o
		} else if o.Kind != Inject || old.Kind != Inject {
			l.diags.Add(o.Position, RuleClash, "%s %q belongs to another output already (%s)", what, target, old.Position)
		}
		if o.Section != "" {
			section := key + " " + o.Section
			if old, taken := sections[section]; taken {
				l.diags.Add(o.Position, RuleClash, "section %q of %q belongs to another output already (%s)", o.Section, target, old.Position)
			}
			sections[section] = o
		}
		l.feeds(o)
		l.eats(o)
	}
}

// eats refuses an output that would write over a template, or take it for one of its own files.
func (l *loader) eats(o Output) {
	for _, other := range l.Outputs {
		for _, t := range other.Templates {
			if t.Path == o.File && t.Path != "" {
				l.diags.Add(o.Position, RuleClash, "file %q is a template (%s)", o.File, t.Position)
			} else if o.Dir != "" && path.Dir(t.Path) == o.Dir {
				l.diags.Add(t.Position, RuleClash, "template %q stands in a directory that belongs to an output (%s); move it", t.Path, o.Position)
			}
		}
	}
}

// feeds refuses an output that the next run would read: as the configuration, or as part of the spec.
func (l *loader) feeds(o Output) {
	if o.File == l.name {
		l.diags.Add(o.Position, RuleClash, "file %q is the configuration itself", o.File)
	}
	for _, s := range l.Sources {
		file := path.Clean(s.Path)
		if s.Path != BuiltinSource && o.File != "" && (o.File == file || path.Dir(o.File) == file && isSpec(o.File)) {
			l.diags.Add(o.Position, RuleClash, "file %q would be read as part of the spec (%s)", o.File, s.Position)
		}
	}
}

// Check reports what a configuration asks for that the spec does not have.
func (c *Config) Check(s *spec.Spec) diag.Diagnostics {
	var diags diag.Diagnostics
	ids := make([]string, len(s.APIs))
	for i, a := range s.APIs {
		ids[i] = a.ID
	}
	for _, o := range c.Outputs {
		for _, a := range o.APIs {
			if s.API(a.ID) == nil {
				diags.Add(a.Position, RuleAPI, "the spec has no api %q%s", a.ID, diag.DidYouMean(a.ID, ids))
			}
		}
	}
	return diags.Sorted()
}

// Selects reports whether the output shows an API.
func (o Output) Selects(a *spec.API) bool {
	return len(o.APIs) == 0 || slices.ContainsFunc(o.APIs, func(x API) bool { return x.ID == a.ID })
}

func clean(v *strict.Value) string {
	if v.Text() == "" {
		return ""
	}
	return path.Clean(v.Text())
}
