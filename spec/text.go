package spec

import (
	"fmt"
	"net/url"
	"strings"
)

// lineProblem returns what is wrong with a text of one line, or "".
func lineProblem(s string) string {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return fmt.Sprintf("the text has a line break after %q; put it on one line", tail(s[:i]))
	}
	return proseProblem(s)
}

// proseProblem returns what is wrong with a text of any number of lines, or "". The newline that YAML appends to a block
// scalar is not part of the text.
func proseProblem(s string) string {
	s = strings.TrimSuffix(s, "\n")
	if r, i := invisible(s); i >= 0 {
		return fmt.Sprintf("the text has the invisible character %U after %q; remove it", r, tail(s[:i]))
	}
	if s != strings.TrimSpace(s) {
		return fmt.Sprintf("the text %q begins or ends with space; remove it", tail(s))
	}
	return ""
}

// addressProblem returns what is wrong with the address of a page, or "".
func addressProblem(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.ContainsAny(s, " \"<>") {
		return fmt.Sprintf("%q is not the address of a page, such as https://example.com/codes", s)
	}
	return proseProblem(s)
}

// tail returns the last few words of s, by which an author finds a position in a long text.
func tail(s string) string {
	if runes := []rune(s); len(runes) > 30 {
		return "…" + string(runes[len(runes)-30:])
	}
	return s
}
