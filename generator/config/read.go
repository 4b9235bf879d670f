package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// sources reads the list of sources, and sees that each of them is there.
func (l *loader) sources(root *strict.Value) {
	for _, v := range root.Key("spec").Items() {
		s := Source{Path: v.Text(), Position: v.Position()}
		same := func(old Source) bool {
			return old.Path == s.Path || isFile(old) && isFile(s) && path.Clean(old.Path) == path.Clean(s.Path)
		}
		if i := slices.IndexFunc(l.Sources, same); i >= 0 {
			l.diags.Add(v.Position(), RuleClash, "source %q stands here a second time (%s)", s.Path, l.Sources[i].Position)
		} else if isFile(s) {
			l.checkSource(s)
		}
		l.Sources = append(l.Sources, s)
	}
	if len(l.Sources) == 0 {
		l.Sources = []Source{{Path: BuiltinSource}}
	}
}

func isFile(s Source) bool { return s.Path != BuiltinSource }

// checkSource reports a source that the spec could not be read from.
func (l *loader) checkSource(s Source) {
	name := path.Clean(s.Path)
	info, err := fs.Stat(l.fsys, name)
	switch {
	case err != nil:
		hint := ""
		if diag.Nearest(s.Path, []string{BuiltinSource}) != "" {
			hint = fmt.Sprintf("; did you mean %q?", BuiltinSource)
		}
		l.unreadable(s.Position, fmt.Sprintf("source %q", s.Path), err, hint)
	case name == l.name, info.IsDir() && name == path.Dir(l.name) && isSpec(l.name):
		l.diags.Add(s.Position, RulePath, "source %q would read %s itself; put the spec into a directory of its own", s.Path, l.name)
	case info.IsDir() && !l.holdsSpec(name):
		l.diags.Add(s.Position, RuleUnreadable, "source %q %v", s.Path, spec.ErrNoFiles)
	}
}

// holdsSpec reports whether a directory holds a spec file, or cannot be read, which will be told when it is.
func (l *loader) holdsSpec(dir string) bool {
	entries, err := fs.ReadDir(l.fsys, dir)
	return err != nil || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && isSpec(e.Name()) })
}

func isSpec(name string) bool { return path.Ext(name) == ".yaml" || path.Ext(name) == ".yml" }

// readTexts reads the templates of an output, and the file that it injects into.
func (l *loader) readTexts(o *Output, v *strict.Value) {
	o.Templates = map[string]Text{}
	if t := v.Key("template"); t != nil {
		o.Templates[""] = l.template(t)
	}
	pages := v.Key("templates")
	for _, page := range pages.Names() {
		if t := pages.Key(page); t != nil {
			o.Templates[page] = l.template(t)
		}
	}
	if file := v.Key("file"); o.Kind == Inject && file != nil {
		if l.isLink(o.File) {
			l.diags.Add(file.Position(), RulePath, "file %q is a symbolic link; name the file that it leads to", o.File)
		} else {
			o.Target = l.read(file, "file")
		}
	}
}

// template reads a template. Its line endings become those of its author, so that what it gives is the same bytes
// whatever a checkout did to it.
func (l *loader) template(v *strict.Value) Text {
	t := l.read(v, "template")
	t.Data = strings.ReplaceAll(t.Data, "\r\n", "\n")
	return t
}

// read reads a file that the configuration names.
func (l *loader) read(v *strict.Value, what string) Text {
	t := Text{Path: clean(v), Position: v.Position()}
	if info, err := fs.Stat(l.fsys, t.Path); err == nil && info.IsDir() {
		l.diags.Add(v.Position(), RuleUnreadable, "%s %q is a directory", what, t.Path)
		return t
	}
	data, err := fs.ReadFile(l.fsys, t.Path)
	if err != nil {
		l.unreadable(v.Position(), fmt.Sprintf("%s %q", what, t.Path), err, "")
	}
	t.Data = string(data)
	return t
}

func (l *loader) isLink(name string) bool {
	entries, _ := fs.ReadDir(l.fsys, path.Dir(name)) // an error is told when the file is read
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return e.Name() == path.Base(name) && e.Type()&fs.ModeSymlink != 0
	})
}

// reach refuses a directory to write in that is no directory, or that leaves the root by a symbolic link.
func (l *loader) reach(v *strict.Value, dir string) {
	if v == nil || dir == "." {
		return
	}
	info, err := fs.Stat(l.fsys, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		l.unreadable(v.Position(), fmt.Sprintf("directory %q", dir), err, "")
	case !info.IsDir():
		l.diags.Add(v.Position(), RuleClash, "%q is a file, not a directory", dir)
	}
}

// unreadable reports an error of the file system.
func (l *loader) unreadable(at diag.Position, what string, err error, hint string) {
	switch {
	case throughLink(err):
		l.diags.Add(at, RulePath, "%s leaves the directory of the configuration by a symbolic link", what)
	case errors.Is(err, fs.ErrNotExist):
		l.diags.Add(at, RuleUnreadable, "%s does not exist%s", what, hint)
	default:
		l.trouble = cmp.Or(l.trouble, fmt.Errorf("%s: %s: %w", at, what, diag.Cause(err)))
	}
}
