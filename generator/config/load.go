package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Load reads the configuration with that name in fsys, and the templates and targets it names. The error is a
// [spec.Diagnostics] where the configuration is wrong, and tells of the file system where it cannot be read.
// shown is what diagnostics call the file.
func Load(fsys fs.FS, name, shown string) (*Config, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, cause(err))
	}
	l := &loader{fsys: fsys}
	root, diags := strict.Decode(shown, data, Format())
	l.diags = diags
	l.config(root)
	if len(l.diags) > 0 {
		return nil, l.diags.Sorted()
	}
	return &l.Config, nil
}

type loader struct {
	Config
	fsys  fs.FS
	diags spec.Diagnostics
}

func (l *loader) config(root *strict.Value) {
	for _, v := range root.Key("spec").Items() {
		l.Sources = append(l.Sources, Source{Path: v.Text(), Place: v.Place()})
	}
	if len(l.Sources) == 0 {
		l.Sources = []Source{{Path: BuiltinSource}}
	}
	for _, v := range root.Key("generate").Items() {
		if names := v.Names(); len(names) == 1 {
			l.output(Kind(names[0]), v.Key(names[0]))
		} else {
			l.diags.Add(v.Place(), "bad-output", "an output has one key that says what it is, such as go or markdown; this one has %d", len(names))
		}
	}
	l.clashes()
}

// output reads one output; v is nil where it was refused already.
func (l *loader) output(kind Kind, v *strict.Value) {
	o := Output{
		Kind:    kind,
		Dir:     clean(v.Key("dir")),
		File:    clean(v.Key("file")),
		Package: v.Key("package").Text(),
		Section: v.Key("section").Text(),
		Place:   v.Place(),
	}
	for _, id := range append(v.Key("apis").Items(), v.Key("api")) {
		if id != nil {
			o.APIs = append(o.APIs, API{id.Text(), id.Place()})
		}
	}
	o.Templates = map[string]Text{}
	if t := v.Key("template"); t != nil {
		o.Templates[""] = l.read(t, "template")
	}
	pages := v.Key("templates")
	for _, page := range pages.Names() {
		o.Templates[page] = l.read(pages.Key(page), "template")
	}
	if file := v.Key("file"); kind == Inject && file != nil {
		o.Target = l.read(file, "file")
	}
	l.Outputs = append(l.Outputs, o)
}

// read reads a file that the configuration names.
func (l *loader) read(v *strict.Value, what string) Text {
	t := Text{Path: clean(v), Place: v.Place()}
	if v == nil {
		return t
	}
	data, err := fs.ReadFile(l.fsys, t.Path)
	if err != nil {
		l.diags.Add(v.Place(), "unreadable", "%s %q: %v", what, t.Path, cause(err))
	}
	t.Data = string(data)
	return t
}

// clashes refuses directories that two outputs share and files that two outputs write.
func (l *loader) clashes() {
	first := make(map[string]Output)
	for _, o := range l.Outputs {
		target, what := o.Dir, "directory"
		if o.File != "" {
			target, what = o.File, "file"
		}
		key := what + " " + strings.ToLower(target)
		if o.Kind == Inject {
			key += " " + o.Section
		}
		if old, taken := first[key]; taken && target != "" {
			l.diags.Add(o.Place, "clash", "%s %q belongs to another output already (%s)", what, target, old.Place)
		} else {
			first[key] = o
		}
	}
}

// Check reports what a configuration asks for that the spec does not have.
func (c *Config) Check(s *spec.Spec) spec.Diagnostics {
	var diags spec.Diagnostics
	for _, o := range c.Outputs {
		for _, a := range o.APIs {
			if s.API(a.ID) == nil {
				diags.Add(a.Place, "unknown-api", "api %q is none of the spec's: %s", a.ID, known(s))
			}
		}
	}
	return diags.Sorted()
}

func known(s *spec.Spec) string {
	ids := make([]string, len(s.APIs))
	for i, a := range s.APIs {
		ids[i] = a.ID
	}
	if len(ids) == 0 {
		return "it has no apis"
	}
	return "it has " + strings.Join(ids, ", ")
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

// cause strips the path that an error of the file system names; the message names it already.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
