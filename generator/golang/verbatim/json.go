package verbatim

import (
	"bytes"
	"encoding/json"
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The functions of this file read JSON in place, without building values of it. They take any bytes; what they return
// for bytes that are not JSON means nothing.

// document returns the JSON object of a body, which may be the only element of an array. Blanks and a byte order mark
// are skipped. It returns nil if the body is too long or something else.
func document(body []byte) []byte {
	if len(body) > maxBody {
		return nil
	}
	body = bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(body), []byte("\uFEFF")))
	if len(body) > 0 && body[0] == '[' {
		if skip(body, 0) != len(body) || body[len(body)-1] != ']' {
			return nil
		}
		body = only(body)
	}
	if len(body) < 2 || body[0] != '{' {
		return nil
	}
	return body
}

// lookup returns the JSON value at a path of keys, such as "error.code" or "errors.0.code", or nil if there is none.
// Keys match in any letter case; among several that match, the last with a value counts. An array of one element
// is read as that element. A key that is the whole path counts too.
func lookup(value []byte, path string) []byte { return lookupValid(value, path, hasValue) }

// lookupValid is lookup with another notion of which of several values counts: the last that is valid.
func lookupValid(value []byte, path string, valid func(value []byte) bool) []byte {
	key, rest, nested := strings.Cut(path, ".")
	if !nested {
		return child(value, key, valid)
	}
	if found := lookupValid(child(value, key, hasValue), rest, valid); valid(found) {
		return found
	}
	return child(value, path, valid)
}

// child returns the value of a key of a JSON object, the last that is valid if there are several, or the element of a
// JSON array.
func child(value []byte, key string, valid func(value []byte) bool) (found []byte) {
	if len(value) > 0 && value[0] == '[' {
		if at, err := strconv.Atoi(key); err == nil {
			return element(value, at)
		}
		value = only(value)
	}
	if len(value) == 0 || value[0] != '{' {
		return nil
	}
	for name, member := range members(value) {
		if isKey(name, key) && (found == nil || valid(member)) {
			found = member
		}
	}
	return found
}

// hasValue reports whether a JSON value says something: it is there, and not null, false, zero or empty.
func hasValue(value []byte) bool {
	switch string(value) {
	case "", "null", "false", "0", `""`:
		return false
	}
	return true
}

// isPresent reports whether a JSON value is there and not null.
func isPresent(value []byte) bool { return len(value) > 0 && string(value) != "null" }

// isKey reports whether a key as it is in JSON, with its quotes, is a name in any letter case.
func isKey(quoted []byte, name string) bool {
	if len(quoted) < 2 {
		return false
	}
	key := quoted[1 : len(quoted)-1]
	for i, c := range key {
		switch {
		case c == '\\' || c >= utf8.RuneSelf:
			return strings.EqualFold(unquote(quoted), name)
		case i >= len(name) || lower(c) != lower(name[i]):
			return false
		}
	}
	return len(key) == len(name)
}

// lower returns an ASCII letter in lower case, and any other byte as it is.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// members returns the keys, with their quotes, and the values of a JSON object.
func members(object []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		for i := blanks(object, 1); i < len(object) && object[i] == '"'; {
			end := skipString(object, i)
			key := object[i:end]
			i = blanks(object, end)
			if i >= len(object) || object[i] != ':' {
				return
			}
			i = blanks(object, i+1)
			end = skip(object, i)
			if !yield(key, object[i:end]) {
				return
			}
			i = blanks(object, end)
			if i >= len(object) || object[i] != ',' {
				return
			}
			i = blanks(object, i+1)
		}
	}
}

// elements returns the values of a JSON array.
func elements(array []byte) iter.Seq[[]byte] {
	return func(yield func(value []byte) bool) {
		for i := blanks(array, 1); i < len(array) && array[i] != ']'; {
			end := skip(array, i)
			if end == i || !yield(array[i:end]) {
				return
			}
			i = blanks(array, end)
			if i >= len(array) || array[i] != ',' {
				return
			}
			i = blanks(array, i+1)
		}
	}
}

// element returns the value at an index of a JSON array, or nil if there is none.
func element(array []byte, at int) []byte {
	for value := range elements(array) {
		if at == 0 {
			return value
		}
		at--
	}
	return nil
}

// only returns the value of a JSON array of one element, or nil if it has another length.
func only(array []byte) []byte {
	if element(array, 1) != nil {
		return nil
	}
	return element(array, 0)
}

// blanks returns the index of the first byte from i on that is not white space.
func blanks(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\r' || data[i] == '\t') {
		i++
	}
	return i
}

// skip returns the index after the JSON value that begins at i.
func skip(data []byte, i int) int {
	for depth := 0; i < len(data); {
		switch data[i] {
		case '"':
			i = skipString(data, i)
			if depth == 0 {
				return i
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i
			}
			if depth == 0 {
				return i + 1
			}
		case ',', ':', ' ', '\n', '\r', '\t':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return i
}

// skipString returns the index after the JSON string that begins at i.
func skipString(data []byte, i int) int {
	for start := i; ; {
		n := bytes.IndexByte(data[i+1:], '"')
		if n < 0 {
			return len(data)
		}
		i += n + 1
		escapes := i
		for escapes > start && data[escapes-1] == '\\' {
			escapes--
		}
		if (i-escapes)%2 == 0 {
			return i + 1
		}
	}
}

// textAt returns the text at the first of several paths of a response that has one, or "". If several members match a
// path, the last that is a text counts.
func textAt(doc []byte, paths ...string) string {
	for _, path := range paths {
		if text := textOf(lookupValid(doc, path, isText)); text != "" {
			return text
		}
	}
	return ""
}

// isText reports whether a JSON value is a text, and not a blank one.
func isText(value []byte) bool { return textOf(value) != "" }

// textOf returns the text that a JSON value is, or "" if it is blank or not a text.
func textOf(value []byte) string {
	if len(value) <= 2 || value[0] != '"' {
		return ""
	}
	text := unquote(value)
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text
}

// rawText returns a JSON value as text: a string without its quotes, nothing for null, any other value as its JSON.
func rawText(value []byte) string {
	switch {
	case !isPresent(value):
		return ""
	case value[0] == '"':
		return unquote(value)
	}
	return string(value)
}

// unquote returns the text of a JSON string.
func unquote(value []byte) (text string) {
	if len(value) >= 2 && bytes.IndexByte(value, '\\') < 0 && utf8.Valid(value) {
		return string(value[1 : len(value)-1])
	}
	_ = json.Unmarshal(value, &text) // whose only error is that the value is not JSON
	return text
}

// numberOf returns the integer that a JSON value is, or that a JSON string contains.
func numberOf(value []byte) (int64, bool) {
	if len(value) == 0 {
		return 0, false
	}
	if n, ok := digits(value); ok {
		return n, true
	}
	text := strings.TrimSpace(rawText(value))
	if strings.Trim(text, "0123456789+-.eE") != "" { // ParseFloat reads NaN, Inf and hexadecimal numbers too
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n != math.Trunc(n) || math.Abs(n) > 1<<53 {
		return 0, false
	}
	return int64(n), true
}

// digits returns the number that up to 15 digits form.
func digits(text []byte) (n int64, ok bool) {
	if len(text) > 15 {
		return 0, false
	}
	for _, d := range text {
		if d < '0' || '9' < d {
			return 0, false
		}
		n = n*10 + int64(d-'0')
	}
	return n, true
}

// intOf returns the 32-bit integer that a JSON value denotes, or 0.
func intOf(value []byte) int {
	n, ok := numberOf(value)
	if !ok || n < math.MinInt32 || n > math.MaxInt32 {
		return 0
	}
	return int(n)
}

// flagOf reports whether a JSON value is true or a text that says so.
func flagOf(value []byte) bool { return strings.EqualFold(rawText(value), "true") }
