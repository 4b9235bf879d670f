package spec

import (
	"fmt"
	"strconv"
	"strings"
)

// Anchor returns the permanent anchor of a code of the API, live or retired: customer-identity-970. It differs from the
// anchors of all other codes, categories and statuses of the API, because a dash of a text becomes ~2d.
func (a *API) Anchor(wire string) string {
	if n, err := strconv.Atoi(wire); err == nil && strconv.Itoa(n) == wire {
		return a.anchor() + "-" + wire
	}
	return a.anchor() + "-" + anchorText(wire, "")
}

// CategoryAnchor returns the permanent anchor of a category of the API.
func (a *API) CategoryAnchor(name string) string {
	return a.anchor() + "-category-" + anchorText(name, "")
}

// StatusAnchor returns the permanent anchor of the codes of the API that come with a status, or with none if s is nil.
func (a *API) StatusAnchor(s *Status) string {
	if s == nil {
		return a.anchor() + "-http-none"
	}
	return a.anchor() + "-" + s.Anchor()
}

// Anchor returns the permanent anchor of a status: http-403.
func (s *Status) Anchor() string { return "http-" + strconv.Itoa(s.Number) }

func (a *API) anchor() string { return anchorText(a.ID, "-") }

// anchorText writes every byte of a text that is not an ASCII letter, a digit, one of "_.:" or one of more as ~ and two
// hexadecimal digits, so that different texts have different anchors, and none needs escaping in HTML or a URL.
func anchorText(s, more string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.IndexByte("_.:"+more, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "~%02x", c)
		}
	}
	return b.String()
}
