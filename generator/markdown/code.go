package markdown

import (
	"regexp"
	"strings"
)

// codeSpan returns s as a code span that holds wherever text is allowed. Where backticks cannot do that it is an HTML
// element with escaped text.
func codeSpan(s string) string {
	s = strings.TrimSpace(printable(s))
	if s == "" {
		return ""
	}
	if strings.ContainsAny(s, "|]{") && breaksCode.MatchString(s) {
		return "<code>" + inline(s) + "</code>"
	}
	ticks := strings.Repeat("`", longestTicks(s)+1)
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return ticks + s + ticks
}

// breaksCode matches what is not safe between backticks: a pipe, which needs a backslash in a table and must not have one
// elsewhere; ]:, which makes a definition of a link that begins a line; and what site generators expand even in code.
var breaksCode = regexp.MustCompile(`\||\]:|\{[{%]`)

func fence(language, body string) string {
	ticks := strings.Repeat("`", max(3, longestTicks(body)+1))
	return ticks + language + "\n" + strings.TrimRight(strings.ToValidUTF8(body, "\uFFFD"), "\r\n") + "\n" + ticks
}

// longestTicks returns the length of the longest run of backticks in s.
func longestTicks(s string) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
