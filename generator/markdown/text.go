package markdown

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// text is a text of the spec, which may be anything. It is a type of its own so that no raw text can reach a page:
// whatever prints it prints it escaped.
type text string

// Format writes the text escaped for running text, whatever the verb.
func (t text) Format(f fmt.State, _ rune) { io.WriteString(f, inline(string(t))) }

// Code returns the text as a code span.
func (t text) Code() string { return codeSpan(string(t)) }

// Block returns the text as paragraphs that keep the author's line breaks.
func (t text) Block() string { return block(string(t)) }

// Fence returns the text as a code block.
func (t text) Fence(language string) string { return fence(language, string(t)) }

func texts(s []string) []text {
	t := make([]text, len(s))
	for i := range s {
		t[i] = text(s[i])
	}
	return t
}

var blankLines = regexp.MustCompile(`\n[ \t]*\n\s*`)

func block(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return inline(s)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	var paragraphs []string
	for _, p := range blankLines.Split(s, -1) {
		var lines []string
		for l := range strings.SplitSeq(p, "\n") {
			if l = inline(l); l != "" {
				lines = append(lines, l)
			}
		}
		if lines != nil {
			paragraphs = append(paragraphs, strings.Join(lines, "<br>\n"))
		}
	}
	return strings.Join(paragraphs, "\n\n")
}

// inline returns s as one line that is plain text wherever Markdown allows text: in a paragraph, also at its start, in
// a heading, a table cell, or the text of a link. It escapes only what would be markup at its place. < and > become
// entities, which hold inside HTML too. GitHub makes links of web and mail addresses; that is all text can become.
func inline(s string) string {
	s = strings.Join(strings.Fields(printable(s)), " ")
	if !strings.ContainsAny(s, "\\`*_[]|~$<>&!{@#+-=:.)") {
		return s
	}
	s = escapeEntities(s)
	var b strings.Builder
	b.Grow(len(s) + 8)
	wordEnd, lastMarkup := 0, -1
	for i := range len(s) {
		if i >= wordEnd {
			wordEnd, lastMarkup = measureWord(s, i)
		}
		switch c := s[i]; {
		case c == '<':
			b.WriteString("&lt;")
		case c == '>':
			b.WriteString("&gt;")
		case isMarkup(s, i), i < lastMarkup && startsAddress(s, i):
			b.WriteString(`\`)
			fallthrough
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// measureWord returns the end of the word that begins at i, its space included, and the position of the last markup in it,
// or -1.
func measureWord(s string, i int) (end, lastMarkup int) {
	lastMarkup = -1
	for end = i; end < len(s) && s[end] != ' '; end++ {
		if isMarkup(s, end) {
			lastMarkup = end
		}
	}
	return end + 1, lastMarkup
}

// startsAddress reports whether GitHub would start a link at s[i]. Such a link swallows the backslashes in the rest of
// the word and leaves the markup behind them bare, so with markup ahead it must not start.
func startsAddress(s string, i int) bool {
	return strings.HasPrefix(s[i:], "://") || s[i] == '.' && strings.HasSuffix(s[:i], "www")
}

// isMarkup reports whether the character at s[i] could be markup there. Text may follow s, as templates please, so the
// end of s is no protection.
func isMarkup(s string, i int) bool {
	start, rest := i == 0, s[i+1:]
	end := rest == ""
	switch s[i] {
	case '\\', '`', '*', '[', ']', '|', '~', '$':
		return true
	case '_':
		return !endsInWord(s[:i]) || !startsWithWord(rest)
	case '!':
		return end || rest[0] == '['
	case '{':
		return end || rest[0] == '{' || rest[0] == '%' || !start && s[i-1] == '{'
	case '@':
		return !endsInWord(s[:i]) && !strings.HasSuffix(s[:i], "/")
	case '#':
		return start || end
	case '+', '-':
		return start && !startsWithWord(rest)
	case '=':
		return start
	case ':':
		return start && strings.HasPrefix(rest, "-")
	case '.', ')':
		return (end || rest[0] == ' ') && isListNumber(s[:i])
	}
	return false
}

func isListNumber(s string) bool {
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}

func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWord(r)
}

func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isWord(r)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// entities matches what Markdown would read as an entity, also in the address of a link.
var entities = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

func escapeEntities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return entities.ReplaceAllString(s, "&amp;$1")
}

// printable replaces control characters and line separators by spaces and what is not UTF-8 by U+FFFD.
func printable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) {
			return ' '
		}
		return r
	}, s)
}
