package generator

import (
	"regexp"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// markedPage is what a Markdown file says of its sections.
type markedPage struct {
	file     string
	marks    []mark
	near     []mark // what looks like a marker and is none
	sections []section
	diags    diag.Diagnostics
}

// mark is a marker, at the begin or the end of a section.
type mark struct {
	kind, name string
	position   diag.Position
	start, end int    // of its line, with the line break
	why        string // no marker, where it is none
}

// section is what stands between two markers.
type section struct {
	name       string
	start, end int
	eol        string // how lines end
}

var (
	marker = regexp.MustCompile(`^ {0,3}<!--[ \t]*lrcodes:(begin|end)[ \t]+([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t]*-->[ \t]*$`)
	almost = regexp.MustCompile(`<!--[ \t]*lrcodes:(begin|end)[ \t]+([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t]*-->`)
	broken = regexp.MustCompile(`^ {0,3}<!--[ \t]*lrcodes:`)
	fence  = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})(.*)$")
)

// scan finds the markers of a file and pairs them. Within a code fence nothing is a marker.
func scan(file, text string) *markedPage {
	p := &markedPage{file: file}
	open, offset, number := "", 0, 0
	for line := range strings.Lines(text) {
		number++
		content := strings.TrimRight(line, "\r\n")
		if number == 1 {
			content = strings.TrimPrefix(content, "\ufeff")
		}
		was := open
		open = fenced(open, content)
		at := mark{position: diag.Position{File: file, Line: number, Column: 1}, start: offset, end: offset + len(line)}
		p.line(at, content, was != "")
		offset += len(line)
	}
	p.pair(text)
	return p
}

// fenced returns the fence that is open after a line: its characters, or "" where none is.
func fenced(open, line string) string {
	m := fence.FindStringSubmatch(line)
	switch {
	case m == nil:
		return open
	case open == "" && (m[1][0] == '~' || !strings.Contains(m[2], "`")): // backticks further on make it a code span
		return m[1]
	case open != "" && strings.HasPrefix(m[1], open) && strings.TrimSpace(m[2]) == "":
		return ""
	}
	return open
}

// line takes a line for a marker, or remembers why it is none.
func (p *markedPage) line(at mark, content string, inFence bool) {
	m := marker.FindStringSubmatch(content)
	switch {
	case m != nil && !inFence:
		at.kind, at.name = m[1], m[2]
		p.marks = append(p.marks, at)
		return
	case m == nil && !inFence && broken.MatchString(content) && !almost.MatchString(content):
		p.diags.Add(at.position, config.RuleMarker, "%q is no marker; write <!-- lrcodes:begin NAME --> or <!-- lrcodes:end NAME -->", strings.TrimSpace(content))
		return
	}
	for _, m := range almost.FindAllStringSubmatch(content, -1) {
		at.kind, at.name, at.why = m[1], m[2], "it does not stand alone on its line, or is indented by more than three spaces"
		if inFence {
			at.why = "it stands in a code fence"
		}
		p.near = append(p.near, at)
	}
}

// pair makes sections of the markers, and reports those that are repeated, nested, crossed or alone.
func (p *markedPage) pair(text string) {
	var open *mark
	first := make(map[string]mark)
	refused := make(map[string]bool) // names whose end is told with their begin
	for _, m := range p.marks {
		old, again := first[m.name]
		switch {
		case m.kind == "begin" && open != nil && open.name != m.name:
			p.refuse(m, "section %q begins within section %q (%s); sections can neither nest nor cross", m.name, open.name, open.position)
			refused[m.name] = true
		case m.kind == "begin" && again:
			p.refuse(m, "section %q begins a second time (%s)", m.name, old.position)
			refused[m.name] = open == nil
		case m.kind == "begin":
			open, first[m.name] = &m, m
		case open != nil && open.name == m.name:
			p.sections = append(p.sections, section{m.name, open.end, m.start, lineBreak(text[open.start:open.end])})
			open = nil
		case !refused[m.name]:
			p.refuse(m, "section %q ends here, but does not begin before", m.name)
		}
	}
	if open != nil {
		p.refuse(*open, "section %q begins here, but does not end%s", open.name, p.lost("end", open.name))
	}
}

// lost tells of what might have been meant as a marker that is missing.
func (p *markedPage) lost(kind, name string) string {
	for _, m := range p.near {
		if m.kind == kind && m.name == name {
			return "; what stands at " + m.position.String() + " is no marker: " + m.why
		}
	}
	return ""
}

func (p *markedPage) refuse(m mark, format string, args ...any) {
	p.diags.Add(m.position, config.RuleMarker, format, args...)
}

func lineBreak(line string) string {
	if strings.HasSuffix(line, "\r\n") {
		return "\r\n"
	}
	return "\n"
}
