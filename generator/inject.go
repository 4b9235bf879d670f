package generator

import (
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/markdown"
)

// planSections returns the hand-written file of which the output fills a section, unless an earlier output does so too.
func (p *planner) planSections(o *config.Inject) []plan {
	outputs := p.injected(o.File)
	if outputs[0] != o {
		return nil
	}
	return []plan{{path: o.File, position: o.Position, target: []byte(o.Target.Data), render: func() ([]byte, error) {
		return p.inject(o.Target, outputs)
	}}}
}

// injected returns the outputs that fill sections of a file.
func (p *planner) injected(file string) []*config.Inject {
	var outputs []*config.Inject
	for _, o := range p.outputs {
		if o, ok := o.(*config.Inject); ok && o.File == file {
			outputs = append(outputs, o)
		}
	}
	return outputs
}

// inject returns a file with its sections filled. Everything outside of them stays byte for byte.
func (p *planner) inject(target config.Text, outputs []*config.Inject) ([]byte, error) {
	page := findSections(shown(target), target.Data)
	if len(page.diags) > 0 {
		return nil, page.diags.Sorted()
	}
	bodies := make(map[string]string)
	for _, o := range outputs {
		page.expect(o)
		bodies[o.Section] = "\n" + string(markdown.Section(p.spec, p.shown(o))) + "\n"
	}
	if len(page.diags) > 0 {
		return nil, page.diags.Sorted()
	}
	var out strings.Builder
	rest := 0
	for _, section := range page.sections {
		body, planned := bodies[section.name]
		if !planned {
			continue
		}
		out.WriteString(target.Data[rest:section.start])
		out.WriteString(strings.ReplaceAll(body, "\n", section.eol))
		rest = section.end
	}
	return []byte(out.String() + target.Data[rest:]), nil
}

// expect reports a section that an output wants to fill and the file does not have.
func (p *markedPage) expect(o *config.Inject) {
	if !slices.ContainsFunc(p.markers, func(m marker) bool { return m.name == o.Section }) {
		p.diags.Add(o.Position, config.RuleMarker, "%s has no section %q; add the lines <!-- lrcodes:begin %s --> and <!-- lrcodes:end %s -->%s",
			p.file, o.Section, o.Section, o.Section, p.nearMiss("begin", o.Section))
	}
}
