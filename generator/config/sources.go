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

// Sources returns the sources that a configuration names, and reads nothing else of it: the configuration of an older
// revision may ask for outputs that this program does not know, or name files that are gone. It returns the builtin
// spec alone if there is no list. The name serves for positions. Diagnostics are reported only if the list itself
// cannot be read.
func Sources(name string, data []byte) ([]Source, diag.Diagnostics) {
	shape := strict.MappingOf("", strict.Optional("spec", strict.ListOf("", source())))
	root, diags := strict.Decode(name, data, shape)
	diags = slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return d.Rule == strict.RuleUnknownKey })
	if len(diags) > 0 {
		return nil, diags
	}
	var sources []Source
	for _, v := range root.Key("spec").Items() {
		sources = append(sources, Source{Path: v.Text(), Position: v.Position()})
	}
	return orBuiltin(sources), nil
}

func orBuiltin(sources []Source) []Source {
	if len(sources) == 0 {
		return []Source{{Path: BuiltinSource}}
	}
	return sources
}

// sources reads the list of sources, and checks that each of them exists.
func (l *loader) sources(root *strict.Value) {
	for _, v := range root.Key("spec").Items() {
		s := Source{Path: v.Text(), Position: v.Position()}
		same := func(old Source) bool {
			return old.Path == s.Path || isFile(old) && isFile(s) && path.Clean(old.Path) == path.Clean(s.Path)
		}
		if i := slices.IndexFunc(l.Sources, same); i >= 0 {
			l.diags.Add(v.Position(), RuleClash, "source %q is listed twice, first at %s", s.Path, l.Sources[i].Position)
		} else if isFile(s) {
			l.checkSource(s)
		}
		l.Sources = append(l.Sources, s)
	}
	l.Sources = orBuiltin(l.Sources)
}

func isFile(s Source) bool { return s.Path != BuiltinSource }

// checkSource reports a source that the spec cannot be read from.
func (l *loader) checkSource(s Source) {
	name := path.Clean(s.Path)
	info, err := fs.Stat(l.fsys, name)
	if err == nil && info.IsDir() {
		l.checkLinks(s, name)
	}
	switch {
	case err != nil:
		hint := diag.Suggestion(s.Path, []string{BuiltinSource})
		l.reportUnreadable(s.Position, fmt.Sprintf("source %q", s.Path), err, hint)
	case name == l.name, info.IsDir() && name == path.Dir(l.name) && spec.IsFileName(l.name):
		l.diags.Add(s.Position, RulePath, "source %q contains %s itself; put the spec into a directory of its own", s.Path, l.name)
	case info.IsDir() && !l.hasSpec(name):
		l.diags.Add(s.Position, RuleUnreadable, "source %q %v", s.Path, spec.ErrNoFiles)
	case !info.IsDir() && !info.Mode().IsRegular():
		l.reportUnreadable(s.Position, fmt.Sprintf("source %q", s.Path), errIrregular, "")
	}
}

// hasSpec reports whether a directory contains a spec file. One that cannot be read counts: loading it reports why.
func (l *loader) hasSpec(dir string) bool {
	entries, err := fs.ReadDir(l.fsys, dir)
	return err != nil || slices.ContainsFunc(entries, spec.IsFile)
}
