package markdown

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

func apiLink(a *spec.API) string { return address(APIFile(a), "") }

func anchor(s string) string { return encode(s, "~%02x", "_-.:") }

// sourceLink returns a web address as a link and anything else as text.
func sourceLink(source string) string {
	u, err := url.Parse(source)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return inline(source)
	}
	return "[" + inline(source) + "](" + address(u.String(), ":/?#@&+,;=%") + ")"
}

// address returns s with every byte percent-encoded that is not unreserved in an address nor one of more.
func address(s, more string) string {
	return escapeEntities(encode(s, "%%%02X", "_-.~"+more))
}

// encode returns s with every byte written in the format that is neither an ASCII letter, a digit nor one of keep.
func encode(s, format, keep string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || strings.IndexByte(keep, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, format, c)
	}
	return b.String()
}
