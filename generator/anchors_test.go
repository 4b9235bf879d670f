package generator_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	markdownAnchor = regexp.MustCompile(`(?m)^### <a id="([^"]*)">`)
	htmlAnchor     = regexp.MustCompile(`<article id="([^"]*)"`)
)

// TestAnchors tests that the Markdown and the HTML page have the same permanent anchors for codes.
func TestAnchors(t *testing.T) {
	var markdown, html []string
	for _, f := range builtin(t) {
		for _, m := range markdownAnchor.FindAllSubmatch(f.Data, -1) {
			if id := string(m[1]); strings.HasSuffix(f.Path, ".md") && isCode(id) {
				markdown = append(markdown, id)
			}
		}
		for _, m := range htmlAnchor.FindAllSubmatch(f.Data, -1) {
			html = append(html, string(m[1]))
		}
	}
	slices.Sort(markdown)
	slices.Sort(html)
	if len(html) == 0 || !slices.Equal(markdown, html) {
		t.Errorf("the Markdown has %d codes and the page has %d, or other ones", len(markdown), len(html))
	}
}

// isCode reports whether an anchor is not that of a category, a status, an SDK or a rule.
func isCode(id string) bool {
	return !strings.Contains(id, "-category-") && !strings.Contains(id, "http-") && !strings.HasPrefix(id, "sdk-") && !strings.HasPrefix(id, "rule-")
}
