package generator

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// blocks is the open blocks of a Markdown document that is read line by line. It follows CommonMark's block structure as
// far as that decides whether an HTML comment is a block of the document: in a code fence, for example, it is not.
type blocks struct {
	containers []container // from the outermost
	fence      string      // what opened the code fence that is open, or ""
	html       *htmlBlock  // the HTML block that is open, or nil
	paragraph  bool        // whether a paragraph is open
}

// container is a block quote or a list item.
type container struct {
	indent int  // of the content of a list item; 0 for a block quote
	empty  bool // whether a list item has no content yet
}

// htmlBlock is one of the seven kinds of HTML blocks of CommonMark.
type htmlBlock struct {
	begin, end *regexp.Regexp
	interrupts bool // whether it may follow a paragraph without a blank line
}

var (
	blank     = regexp.MustCompile(`^ *$`)
	fenceLine = regexp.MustCompile("^(?:(`{3,})[^`]*|(~{3,}).*)$")
	heading   = regexp.MustCompile(`^#{1,6}(?: |$)`)
	underline = regexp.MustCompile(`^(?:=+|-+) *$`)
	ruler     = regexp.MustCompile(`^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$`)
	listItem  = regexp.MustCompile(`^([-+*]|([0-9]{1,9})[.)])(?:( +)(.*))?$`)

	// verbatimTag matches the tags that begin no HTML block of the seventh kind. Most of them begin one of the first.
	verbatimTag = regexp.MustCompile(`(?i)^</?(?:pre|script|style|textarea)[ />]`)
)

// htmlBlocks returns the kinds of HTML blocks. Their patterns are compiled when they are first needed, because few
// configurations have an inject output.
var htmlBlocks = sync.OnceValue(func() []*htmlBlock {
	return []*htmlBlock{
		{regexp.MustCompile(`(?i)^<(?:pre|script|style|textarea)(?:[ >]|$)`), regexp.MustCompile(`(?i)</(?:pre|script|style|textarea)>`), true},
		{regexp.MustCompile(`^<!--`), regexp.MustCompile(`-->`), true},
		{regexp.MustCompile(`^<\?`), regexp.MustCompile(`\?>`), true},
		{regexp.MustCompile(`^<![A-Za-z]`), regexp.MustCompile(`>`), true},
		{regexp.MustCompile(`^<!\[CDATA\[`), regexp.MustCompile(`\]\]>`), true},
		{regexp.MustCompile(`(?i)^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|` +
			`dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|` +
			`noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?: |/?>|$)`), blank, true},
		{regexp.MustCompile(`^(?:<[A-Za-z][A-Za-z0-9-]*(?: +[A-Za-z_:][A-Za-z0-9_.:-]*(?: *= *(?:[^ "'=<>` + "`" + `]+|'[^']*'|"[^"]*"))?)* */?>|` +
			`</[A-Za-z][A-Za-z0-9-]* *>) *$`), blank, false},
	}
})

// read reads a line, without its line break. It returns why an HTML comment at the beginning of the line is not a block
// of the document, or "".
func (b *blocks) read(line string) string {
	rest, matched := b.match(expandTabs(line))
	closed := matched < len(b.containers)
	switch {
	case closed:
		b.fence, b.html = "", nil
	case b.fence != "":
		if closesFence(b.fence, rest) {
			b.fence = ""
		}
		return "it is in a code fence"
	case b.html != nil:
		reason := "it is in an HTML block"
		if b.html.end == blank {
			reason += "; put a blank line before it"
		}
		if b.html.end.MatchString(rest) {
			b.html = nil
		}
		return reason
	}
	return b.open(rest, matched)
}

// match removes what continues the open containers from a line, and returns how many it continues.
func (b *blocks) match(line string) (rest string, matched int) {
	for i := range b.containers {
		c := &b.containers[i]
		text := strings.TrimLeft(line, " ")
		indent := len(line) - len(text)
		switch {
		case c.indent == 0 && indent <= 3 && strings.HasPrefix(text, ">"):
			line = strings.TrimPrefix(text[1:], " ")
		case c.indent > 0 && text == "" && !c.empty:
		case c.indent > 0 && text != "" && indent >= c.indent:
			line, c.empty = line[c.indent:], false
		default:
			return line, i
		}
	}
	return line, len(b.containers)
}

// open opens the blocks that begin in a line, after the containers that it continues. The others are closed, unless
// the line continues a paragraph in them, which needs none of their markers.
func (b *blocks) open(rest string, matched int) string {
	containers := slices.Clone(b.containers[:matched])
	lazy := b.paragraph && matched < len(b.containers)
	continues := b.paragraph && !lazy // whether text would continue a paragraph that it is within
	for {
		text := strings.TrimLeft(rest, " ")
		indent := len(rest) - len(text)
		item := listItem.FindStringSubmatch(text)
		switch {
		case text == "":
			b.containers, b.paragraph = containers, false
			return ""
		case indent >= 4 && (lazy || continues):
			return ""
		case indent >= 4, heading.MatchString(text), continues && underline.MatchString(text), ruler.MatchString(text):
			b.containers, b.paragraph = containers, false
			return ""
		case text[0] == '>':
			rest = strings.TrimPrefix(text[1:], " ")
			containers = append(containers, container{})
		case fenceLine.MatchString(text):
			b.containers, b.paragraph = containers, false
			m := fenceLine.FindStringSubmatch(text)
			b.fence = m[1] + m[2]
			return ""
		case beginsHTML(text, continues) != nil:
			b.containers, b.paragraph = containers, false
			if kind := beginsHTML(text, continues); !kind.end.MatchString(text) {
				b.html = kind
			}
			return within(containers)
		case item != nil && !(continues && (item[4] == "" || item[2] != "" && item[2] != "1")):
			c := container{indent: indent + len(item[1]) + len(item[3]), empty: item[4] == ""}
			if c.empty || len(item[3]) > 4 { // what is further right is indented code
				c.indent = indent + len(item[1]) + 1
			}
			containers = append(containers, c)
			rest = rest[min(c.indent, len(rest)):]
		case lazy:
			return ""
		default:
			b.containers, b.paragraph = containers, true
			return ""
		}
		lazy, continues = false, false
	}
}

func beginsHTML(text string, continues bool) *htmlBlock {
	for _, kind := range htmlBlocks() {
		switch {
		case !kind.begin.MatchString(text):
		case kind.interrupts, !continues && !verbatimTag.MatchString(text):
			return kind
		}
	}
	return nil
}

// within returns why an HTML comment within containers is not a block of the document, or "".
func within(containers []container) string {
	switch {
	case len(containers) == 0:
		return ""
	case containers[0].indent == 0:
		return "it is in a block quote"
	}
	return "it is in a list item"
}

// closesFence reports whether a line closes the code fence that open began.
func closesFence(open, line string) bool {
	text := strings.TrimLeft(line, " ")
	marks := strings.TrimRight(text, " ")
	return len(line)-len(text) <= 3 && len(marks) >= len(open) && strings.Trim(marks, open[:1]) == ""
}

// expandTabs replaces tabs by spaces up to the next column that is divisible by four. That is what they mean before and
// within the markers of blocks; the text after those does not matter here.
func expandTabs(line string) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var out strings.Builder
	for i := range len(line) {
		if line[i] != '\t' {
			out.WriteByte(line[i])
			continue
		}
		out.WriteString("    "[out.Len()%4:])
	}
	return out.String()
}
