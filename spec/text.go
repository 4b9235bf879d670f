package spec

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineProblem says what is wrong with a text that must stand on one line.
func lineProblem(s string) string {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return fmt.Sprintf("the text has a line break after %q; put it on one line", tail(s[:i]))
	}
	return proseProblem(s)
}

// proseProblem says what is wrong with a text that may have several lines. The line break that ends a block
// scalar belongs to YAML, not to the text.
func proseProblem(s string) string {
	s = strings.TrimSuffix(s, "\n")
	if s != strings.TrimSpace(s) {
		return fmt.Sprintf("the text %q begins or ends with space; remove it", tail(s))
	}
	for i, r := range s {
		if r != '\n' && forbidden(r) {
			return fmt.Sprintf("the text has the invisible character %U after %q; remove it", r, tail(s[:i]))
		}
	}
	return ""
}

// addressProblem says what is wrong with the address of a page.
func addressProblem(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \"<>") {
		return fmt.Sprintf("%q is not the address of a page, such as https://example.com/codes", s)
	}
	return proseProblem(s)
}

// forbidden reports whether r is a control character, or one that makes text look other than it is: the
// bidirectional controls, the separators of lines and paragraphs, and the byte order mark.
func forbidden(r rune) bool {
	switch {
	case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control):
		return true
	}
	return r == '\uFEFF' || r == utf8.RuneError || r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF
}

// tail returns the last few words of s, enough to find the position.
func tail(s string) string {
	if runes := []rune(s); len(runes) > 30 {
		return "…" + string(runes[len(runes)-30:])
	}
	return s
}
