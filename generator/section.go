package generator

import (
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
)

// planSections is the list of the hand-written files of which outputs fill sections, each file once.
func planSections(s *spec.Spec, outputs []config.Output) []plan {
	var plans []plan
	var files []string
	for _, o := range outputs {
		if o.Kind != config.Inject || slices.Contains(files, o.File) {
			continue
		}
		files = append(files, o.File)
		plans = append(plans, plan{path: o.File, position: o.Position, section: true, render: func() ([]byte, error) {
			return inject(s, o.Target, outputs)
		}})
	}
	return plans
}

// inject returns a file with its sections filled. Whatever stands outside of them stays byte for byte.
func inject(s *spec.Spec, target config.Text, outputs []config.Output) ([]byte, error) {
	page := scan(shown(target), target.Data)
	if len(page.diags) > 0 {
		return nil, page.diags.Sorted()
	}
	bodies := make(map[string]string)
	for _, o := range outputs {
		if o.Kind == config.Inject && o.File == target.Path {
			page.expect(o)
			bodies[o.Section] = "\n" + string(markdown.Section(selected(s, o))) + "\n"
		}
	}
	if len(page.diags) > 0 {
		return nil, page.diags.Sorted()
	}
	var out strings.Builder
	rest := 0
	for _, section := range page.sections {
		body, ours := bodies[section.name]
		if !ours {
			continue
		}
		out.WriteString(target.Data[rest:section.start])
		out.WriteString(strings.ReplaceAll(body, "\n", section.eol))
		rest = section.end
	}
	return []byte(out.String() + target.Data[rest:]), nil
}

// expect reports a section that an output wants to fill, but that the file does not have.
func (p *page) expect(o config.Output) {
	if !slices.ContainsFunc(p.marks, func(m mark) bool { return m.name == o.Section }) {
		p.diags.Add(o.Position, config.RuleMarker, "%s has no section %q; give it the lines <!-- lrcodes:begin %s --> and <!-- lrcodes:end %s -->%s",
			p.file, o.Section, o.Section, o.Section, p.lost("begin", o.Section))
	}
}
