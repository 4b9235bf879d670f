package config

import (
	"path"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// checkClashes reports directories that two outputs share, files that two outputs write, and sections that two fill.
func (l *loader) checkClashes() {
	first, sections := make(map[string]Output), make(map[string]*Inject)
	for _, o := range l.Outputs {
		b := o.base()
		target, what := b.Dir, "directory"
		if b.File != "" {
			target, what = b.File, "file"
		}
		if target == "" {
			continue // reported already
		}
		key := strings.ToLower(target) // also for file systems that ignore case
		inject, section := o.(*Inject)
		if section && inject.Section != "" {
			l.checkSection(sections, inject)
		}
		if old, taken := first[key]; !taken {
			first[key] = o
		} else if _, shared := old.(*Inject); !section || !shared {
			l.diags.Add(b.Position, RuleClash, "%s %q belongs to another output, declared at %s", what, target, old.base().Position)
		}
		l.checkFeedsNextRun(*b)
		l.checkOverwritesInput(*b)
	}
}

// checkSection reports a section that another output fills.
func (l *loader) checkSection(sections map[string]*Inject, o *Inject) {
	key := strings.ToLower(o.File) + " " + o.Section
	if old, taken := sections[key]; taken {
		l.diags.Add(o.Position, RuleClash, "section %q of %q belongs to another output, declared at %s", o.Section, o.File, old.Position)
	}
	sections[key] = o
}

// checkOverwritesInput reports an output that would overwrite a template, or take it for one of its own files.
func (l *loader) checkOverwritesInput(b Base) {
	for _, other := range l.Outputs {
		for _, t := range Templates(other) {
			if t.Path != "" && same(t.Path, b.File) {
				l.diags.Add(b.Position, RuleClash, "file %q is a template, named at %s", b.File, t.Position)
			} else if b.Dir != "" && same(path.Dir(t.Path), b.Dir) {
				l.diags.Add(t.Position, RuleClash, "template %q is in the directory of an output, declared at %s; move it", t.Path, b.Position)
			}
		}
	}
}

// checkFeedsNextRun reports an output that the next run would read as the configuration or as part of the spec.
func (l *loader) checkFeedsNextRun(b Base) {
	if same(b.File, l.name) {
		l.diags.Add(b.Position, RuleClash, "file %q is the configuration itself", b.File)
	}
	for _, s := range l.Sources {
		file := path.Clean(s.Path)
		if isFile(s) && b.File != "" && (same(b.File, file) || same(path.Dir(b.File), file) && spec.IsFileName(b.File)) {
			l.diags.Add(b.Position, RuleClash, "file %q would be read as part of the spec, whose source is declared at %s", b.File, s.Position)
		}
	}
}

// same reports whether two paths are one, also on a file system that ignores case.
func same(a, b string) bool { return strings.EqualFold(a, b) }
