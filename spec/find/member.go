package find

import (
	"math"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// member is a key and its value in a text: a member of a JSON object, also of one within a string, where each quote has
// backslashes in front of it; key=value or key: value.
type member struct {
	path      string // what comes before the key, with its dots: "err." of err.code
	key       string
	value     string
	quotedKey bool
	end       int // of the value, before its closing quote
}

const (
	maxKey   = 100
	maxValue = 200
)

// readMember reads the member whose key is b[start:end].
func readMember(b []byte, start, end int) (member, bool) {
	m := member{path: pathBefore(b, start), key: string(b[start:end])}
	i := end
	if j := skipQuote(b, i); j > i {
		m.quotedKey = start > 0 && b[start-1] == b[j-1]
		i = j
	}
	separator := skipBlanks(b, i)
	if separator >= len(b) || b[separator] != ':' && b[separator] != '=' {
		return m, false
	}
	i = skipBlanks(b, separator+1)
	if i < len(b) && b[separator] == '=' && b[i] == '>' {
		i = skipBlanks(b, i+1)
	}
	if j := skipQuote(b, i); j > i {
		m.value = quotedValue(b, j)
		i = j
	} else {
		m.value = bareValue(b, i)
	}
	m.end = i + len(m.value)
	return m, m.value != ""
}

// pathBefore returns the parts of a path that a key at i ends, or "".
func pathBefore(b []byte, i int) string {
	start := i
	for start > 0 && i-start < maxKey && (b[start-1] == '.' || start < i && inWord(b[start-1])) {
		start--
	}
	return string(b[start:i])
}

// nextMember reads the member that follows a value which ends at i.
func nextMember(b []byte, i int) (member, bool) {
	i = skipQuote(b, i)
	for i < len(b) && (b[i] == ',' || isBlank(b[i])) {
		i++
	}
	start := skipQuote(b, i)
	end := start
	for end < len(b) && end-start < maxKey && (inWord(b[end]) || b[end] == '.') {
		if b[end] == '.' {
			start = end + 1
		}
		end++
	}
	if start == end {
		return member{}, false
	}
	return readMember(b, start, end)
}

// boundary reports whether a key may begin at i: not within a word, of which \n in front of it is no part.
func boundary(b []byte, i int) bool {
	if i == 0 || !inWord(b[i-1]) {
		return true
	}
	return i > 1 && b[i-2] == '\\' && strings.IndexByte("nrt", b[i-1]) >= 0
}

func inWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func skipBlanks(b []byte, i int) int {
	for i < len(b) && isBlank(b[i]) {
		i++
	}
	return i
}

// skipQuote returns the index after a quote and the backslashes that escape it, or i if there is no quote.
func skipQuote(b []byte, i int) int {
	j := i
	for j < len(b) && b[j] == '\\' {
		j++
	}
	if j < len(b) && (b[j] == '"' || b[j] == '\'') {
		return j + 1
	}
	return i
}

// quotedValue returns the text from i to the next quote on the line, or "" if there is no quote.
func quotedValue(b []byte, i int) string {
	for j := i; j < len(b) && j-i <= maxValue; j++ {
		switch b[j] {
		case '"', '\'', '\\':
			return string(b[i:j])
		case '\n':
			return ""
		}
	}
	return ""
}

// bareValue returns the number or the word at i.
func bareValue(b []byte, i int) string {
	j := i
	for j < len(b) && j-i <= maxValue && (inWord(b[j]) || strings.IndexByte("+-.", b[j]) >= 0) {
		j++
	}
	return strings.TrimRight(string(b[i:j]), ".-")
}

// wireValue returns a value as the API's codes are written: the digits of an integer, also of one that is written as a
// float or with leading zeros; of an API whose codes are strings, the string.
func wireValue(a *spec.API, value string) (string, bool) {
	if a.Textual() {
		return value, value != ""
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || f != math.Trunc(f) || f == 0 || f < math.MinInt32 || f > math.MaxInt32 {
		return "", false
	}
	return strconv.Itoa(int(f)), true
}
