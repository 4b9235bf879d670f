package generator

import (
	"regexp"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// markedPage is a Markdown file with the markers and sections that were found in it.
type markedPage struct {
	file       string
	markers    []marker
	candidates []marker // lines that look like a marker, with the reason why they are not
	sections   []section
	diags      diag.Diagnostics
}

// marker is a line that begins or ends a section.
type marker struct {
	kind, name string // kind is begin or end
	position   diag.Position
	start, end int    // the offsets of its line, with the line break
	reason     string // of a candidate
}

// section is the text between two markers.
type section struct {
	name       string
	start, end int
	eol        string // its line breaks
}

var (
	markerLine   = regexp.MustCompile(`^ {0,3}<!--[ \t]*lrcodes:(begin|end)[ \t]+([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t]*-->[ \t]*$`)
	markerInLine = regexp.MustCompile(`<!--[ \t]*lrcodes:(begin|end)[ \t]+([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t]*-->`)
	misspelled   = regexp.MustCompile(`^ {0,3}<!--[ \t]*lrcodes:`)
)

// findSections finds the markers of a file and pairs them.
func findSections(file, text string) *markedPage {
	p := &markedPage{file: file}
	var open blocks
	offset := 0
	for number, line := range splitLines(text) {
		content := strings.TrimRight(line, "\r\n")
		if number == 0 {
			content = strings.TrimPrefix(content, "\ufeff")
		}
		m := marker{position: diag.Position{File: file, Line: number + 1, Column: 1}, start: offset, end: offset + len(line)}
		m.reason = open.read(content)
		p.addLine(m, content)
		offset += len(line)
	}
	p.pair(text)
	return p
}

// splitLines splits a text after each line break: LF, CRLF or CR, as in CommonMark.
func splitLines(text string) []string {
	var lines []string
	for text != "" {
		i := strings.IndexAny(text, "\r\n") + 1
		switch {
		case i == 0:
			i = len(text)
		case strings.HasPrefix(text[i-1:], "\r\n"):
			i++
		}
		lines, text = append(lines, text[:i]), text[i:]
	}
	return lines
}

// addLine adds a line to the markers, to the candidates, or to neither.
func (p *markedPage) addLine(m marker, content string) {
	match := markerLine.FindStringSubmatch(content)
	switch {
	case match != nil && m.reason == "":
		m.kind, m.name = match[1], match[2]
		p.markers = append(p.markers, m)
		return
	case match == nil && m.reason == "" && misspelled.MatchString(content) && !markerInLine.MatchString(content):
		p.diags.Add(m.position, config.RuleMarker, "%q is not a marker; write <!-- lrcodes:begin NAME --> or <!-- lrcodes:end NAME -->", strings.TrimSpace(content))
		return
	case match == nil && m.reason == "":
		m.reason = "it does not fill its line, or is indented by more than three spaces"
	}
	for _, match := range markerInLine.FindAllStringSubmatch(content, -1) {
		m.kind, m.name = match[1], match[2]
		p.candidates = append(p.candidates, m)
	}
}

// pair makes sections of the markers, and reports those that are repeated, nested, crossed or alone.
func (p *markedPage) pair(text string) {
	var open *marker
	first := make(map[string]marker)
	reported := make(map[string]bool) // sections whose begin is reported already
	for _, m := range p.markers {
		old, again := first[m.name]
		switch {
		case m.kind == "begin" && open != nil && open.name != m.name:
			p.report(m, "section %q begins within section %q, which begins at %s; sections can neither nest nor cross", m.name, open.name, open.position)
			reported[m.name] = true
		case m.kind == "begin" && again:
			p.report(m, "section %q begins a second time, first at %s", m.name, old.position)
			reported[m.name] = open == nil
		case m.kind == "begin":
			open, first[m.name] = &m, m
		case open != nil && open.name == m.name:
			p.sections = append(p.sections, section{m.name, open.end, m.start, lineBreak(text[open.start:open.end])})
			open = nil
		case !reported[m.name]:
			p.report(m, "section %q ends here, but does not begin before%s", m.name, p.nearMiss("begin", m.name))
		}
	}
	if open != nil {
		p.report(*open, "section %q begins here, but does not end%s", open.name, p.nearMiss("end", open.name))
	}
}

// nearMiss returns the end of a message about a missing marker: the line that may have been meant, or "".
func (p *markedPage) nearMiss(kind, name string) string {
	for _, m := range p.candidates {
		if m.kind == kind && m.name == name {
			return "; the line at " + m.position.String() + " is not a marker: " + m.reason
		}
	}
	return ""
}

func (p *markedPage) report(m marker, format string, args ...any) {
	p.diags.Add(m.position, config.RuleMarker, format, args...)
}

func lineBreak(line string) string {
	for _, eol := range []string{"\r\n", "\n", "\r"} {
		if strings.HasSuffix(line, eol) {
			return eol
		}
	}
	return "\n"
}
