package golang

import (
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// width is the number of characters after which a line of a comment is wrapped.
const width = 96

// comment writes a doc comment, with an empty line between paragraphs. It is, with trailing, the only place where
// texts of the spec become comments: every line is written behind its own slashes, so that no text can end the
// comment, become a directive, or be read by jennifer as a comment of its own making.
func comment(g *jen.Group, paragraphs ...string) {
	for i, p := range paragraphs {
		if i > 0 {
			g.Comment("//")
		}
		for _, line := range wrap(words(p)) {
			g.Comment("// " + line)
		}
	}
}

// prose splits a text of the spec into paragraphs that a doc comment shows as plain text.
func prose(text string) []string {
	var paragraphs []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = words(p); p != "" {
			paragraphs = append(paragraphs, plain(p))
		}
	}
	return paragraphs
}

// words returns a text with single spaces between its words, as they stand in most texts already.
func words(text string) string {
	if !strings.ContainsAny(text, "\n\t") && !strings.Contains(text, "  ") && strings.TrimSpace(text) == text {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// plain keeps a paragraph from being taken for a heading, a link definition or a deprecation, by starting it with
// an ellipsis.
func plain(p string) string {
	if strings.HasPrefix(p, "#") || strings.HasPrefix(p, "[") || strings.HasPrefix(p, "Deprecated:") {
		return "… " + p
	}
	return p
}

// wrap breaks a paragraph, whose words stand one space apart, into lines at spaces only.
func wrap(p string) []string {
	var lines []string
	for utf8.RuneCountInString(p) > width {
		end := strings.LastIndexByte(p[:offset(p, width+1)], ' ')
		if end < 0 {
			if end = strings.IndexByte(p, ' '); end < 0 {
				break
			}
		}
		lines, p = append(lines, p[:end]), p[end+1:]
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

// trailing returns the comment at the end of a line.
func trailing(text string) jen.Code {
	return jen.Comment("// " + words(text))
}

// sentence ends a text with a full stop where it has no end of its own.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
