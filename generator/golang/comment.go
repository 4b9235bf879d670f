package golang

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// width is the number of characters after which a line of a comment is wrapped.
const width = 96

// comment writes a doc comment, with an empty line between paragraphs.
func comment(g *jen.Group, paragraphs ...string) {
	for _, line := range commentLines(paragraphs...) {
		g.Comment(line)
	}
}

// commentLines returns the lines of a comment. It is the only place where texts of the spec become comments: every line
// gets its own slashes, so that no text can end the comment, become a directive, or be taken by jennifer for a comment.
func commentLines(paragraphs ...string) []string {
	var lines []string
	for i, p := range paragraphs {
		if i > 0 {
			lines = append(lines, "//")
		}
		for _, line := range wrap(curly.Replace(squeeze(p))) {
			lines = append(lines, "// "+line)
		}
	}
	return lines
}

// curly replaces doubled quotes as gofmt does in doc comments, but in longer runs of backquotes too, so that gofmt finds
// nothing to change.
var curly = strings.NewReplacer("``", "“", "''", "”")

// prose splits a text of the spec into paragraphs that a doc comment shows as plain text.
func prose(text string) []string {
	var paragraphs []string
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = squeeze(p); p != "" {
			if last, _ := utf8.DecodeLastRuneInString(p); unicode.IsLetter(last) || unicode.IsDigit(last) {
				p += "." // a short line without an end would be shown as a heading
			}
			paragraphs = append(paragraphs, plain(p))
		}
	}
	return paragraphs
}

// squeeze returns a text with single spaces between its words, as most texts have already.
func squeeze(text string) string {
	last := byte(' ')
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && last == ' ' {
			return strings.Join(strings.Fields(text), " ")
		}
		last = c
	}
	return strings.TrimSuffix(text, " ")
}

// special matches what must not begin a comment: a heading, a link definition, an item of a list, a deprecation, and
// what would be a directive without the space before it.
var special = regexp.MustCompile(`^(#|\[[^\]]*\]:|[-*+•] |[0-9]+[.)] |Deprecated:|\+build|go:)`)

// plain keeps a paragraph from being taken for anything else, by starting it with an ellipsis.
func plain(p string) string {
	if special.MatchString(p) {
		return "… " + p
	}
	return p
}

// wrap breaks a paragraph, whose words are one space apart, into lines, at spaces only, and not before a word that must
// not begin a line.
func wrap(p string) []string {
	var lines []string
	for start := 0; utf8.RuneCountInString(p) > width; {
		end := strings.LastIndexByte(p[:offset(p, width+1)], ' ')
		if end <= start {
			next := strings.IndexByte(p[start+1:], ' ')
			if next < 0 {
				break
			}
			end = start + 1 + next
		}
		if special.MatchString(p[end+1:]) {
			start = end
			continue
		}
		lines, p, start = append(lines, p[:end]), p[end+1:], 0
	}
	return append(lines, p)
}

// offset returns the number of bytes that the first n characters of s take.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// sentence ends a text with a full stop where it has no end of its own.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
