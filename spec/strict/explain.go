package strict

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// slip is a line that is not YAML.
type slip struct {
	lines  []string // of the file
	number int      // of the line; an explanation may be about another one
	indent int
	line   string // without its indentation
	value  string // the line without the marks of list items and the key before its value
}

// keyed matches what precedes a value on its line.
var keyed = regexp.MustCompile(`^(?:- +)*(?:[\w-]+: +)?`)

func newSlip(lines []string, number int) *slip {
	indented := strings.TrimSuffix(lines[number-1], "\r")
	line := strings.TrimLeft(indented, " \t")
	return &slip{lines, number, len(indented) - len(line), line, line[len(keyed.FindString(line)):]}
}

// explanations is what slips of authors look like: part of the parser's error, and a function that returns what is wrong
// with the line, or "" if it is something else. The first one that explains the error is used.
var explanations = []struct {
	text    string
	explain func(*slip) string
}{
	{"did not find expected ',' or '}'", brackets("{")},
	{"did not find expected ',' or ']'", brackets("[")},
	{"expected node content", always("a value is missing here, or a bracket is not closed")},
	{"unexpected end of stream", always("the quote that opens here is not closed")},
	{"cannot start any token", indicator},
	{"unknown escape character", escape},
	{"expected '-' indicator", afterValue},
	{"did not find expected key", afterValue},
	{"mapping values are not allowed", missingColon},
	{"mapping values are not allowed", missingSpace},
	{"expected ':'", missingSpace},
	{"", indentation},
	{"mapping values are not allowed", colonInValue},
	{"block sequence entries are not allowed", always("a list cannot begin on the line of its key; put its items on lines of their own, or in square brackets")},
	{"expected '-' indicator", notItem},
	{"expected ':'", always(`the line is neither a list item nor a key with ":" after it; a text of several lines is indented deeper than its key`)},
}

// explain returns what is wrong with a line, given the text of the parser's error.
func (s *slip) explain(text string) string {
	for _, e := range explanations {
		if !strings.Contains(text, e.text) {
			continue
		}
		if explanation := e.explain(s); explanation != "" {
			return explanation
		}
	}
	return "this is not YAML: " + text
}

func always(explanation string) func(*slip) string { return func(*slip) string { return explanation } }

// brackets explains brackets that are not closed, or within which something is wrong. Those that open above the line are as
// if they opened at its beginning.
func brackets(opening string) func(*slip) string {
	return func(s *slip) string {
		rest := strings.Join(append([]string{s.line}, s.lines[s.number:]...), "\n")
		explanation := "the bracket that opens here is not closed"
		if open := strings.IndexAny(s.line, "[{"); open >= 0 {
			rest = rest[open:]
		} else {
			rest = opening + rest
			explanation = "a bracket that opens above is not closed"
		}
		if _, closed := afterEnd(rest); closed {
			return `within the brackets a comma is missing, or a text that contains ": ", a quote or a bracket is not in quotes`
		}
		return explanation
	}
}

var reserved = regexp.MustCompile("(?:^|[\\[{,] *|: +|- +)([@`%])")

// indicator explains a text that begins with a character which YAML reserves.
func indicator(s *slip) string {
	if m := reserved.FindStringSubmatch(s.line); m != nil {
		return fmt.Sprintf("a text that begins with %q must be in quotes", m[1])
	}
	return ""
}

var escaped = regexp.MustCompile(`\\.`)

// escape explains a backslash in double quotes.
func escape(s *slip) string {
	for _, sequence := range escaped.FindAllString(s.line, -1) {
		if !strings.ContainsAny(sequence[1:], "0abt\tnvfre \"'/\\N_LPxuU") {
			return fmt.Sprintf("a backslash before %q is not an escape sequence: double it, or put the text in single quotes", sequence[1:])
		}
	}
	return ""
}

// afterValue explains what follows the quoted text or the brackets that a value begins with.
func afterValue(s *slip) string {
	after, closed := afterEnd(s.value)
	after, _, _ = strings.Cut(after, " #")
	if after = strings.TrimSpace(after); !closed || after == "" {
		return ""
	}
	mark := "bracket"
	if strings.ContainsAny(s.value[:1], `"'`) {
		mark = "quote"
	}
	if strings.Trim(after, ",;]}") == "" {
		return fmt.Sprintf("%q follows the closing %s; remove it", after, mark)
	}
	return fmt.Sprintf("text follows the closing %s; put the whole text in quotes", mark)
}

var bracketAfterWord = regexp.MustCompile(`^(?:- +)*([\w-]+) *[\[{]`)

// missingColon explains a key before a bracket.
func missingColon(s *slip) string {
	if m := bracketAfterWord.FindStringSubmatch(s.line); m != nil {
		return fmt.Sprintf("a colon is missing after %q", m[1])
	}
	return ""
}

var glued = regexp.MustCompile(`^(?:- +)*([\w-]+:[^\s:/]\S*)`)

// missingSpace explains a key on the line, or on the one before it, that YAML takes for a text.
func missingSpace(s *slip) string {
	for number := s.number; number > 0 && number > s.number-2; number-- {
		if near := newSlip(s.lines, number); glued.MatchString(near.line) {
			*s = *near
			return fmt.Sprintf("a space is missing after the colon of %q", shorten(glued.FindStringSubmatch(s.line)[1]))
		}
	}
	return ""
}

// indentation explains a line that is not indented like one above it. The first line below a key may be indented by any
// number of spaces.
func indentation(s *slip) string {
	levels := indents(s.lines[:s.number-1])
	if len(levels) == 0 || slices.Contains(levels, s.indent) || s.indent > levels[0] && belowKey(s.lines[:s.number-1]) {
		return ""
	}
	return fmt.Sprintf("the line is indented by %s, but the lines above it by %s", spaces(s.indent), anyOf(levels))
}

// belowKey reports whether the last of the lines, but for comments, is a key without a value.
func belowKey(lines []string) bool {
	for _, line := range slices.Backward(lines) {
		line, _, _ = strings.Cut(line, " #")
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			return strings.HasSuffix(line, ":")
		}
	}
	return false
}

// colonInValue explains a value that looks like a key with a value.
func colonInValue(s *slip) string {
	if strings.Contains(s.value, ": ") {
		return `a value that contains ": " must be in quotes, or in braces if it is a mapping`
	}
	return ""
}

// notItem explains a line among those of a list that is not an item.
func notItem(s *slip) string {
	if strings.HasPrefix(s.line, "- ") {
		return ""
	}
	return `the line is indented like the items of the list above it, but does not begin with "- "`
}

// afterEnd returns what follows the quoted text or the brackets that s begins with, and whether they end in s.
func afterEnd(s string) (after string, closed bool) {
	var open []byte   // the closing brackets that are to come
	var previous byte // the last character that is not a space
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '#' && i > 0 && strings.IndexByte(" \n", s[i-1]) >= 0:
			i += len(s[i:]) - len(strings.TrimLeftFunc(s[i:], func(r rune) bool { return r != '\n' })) - 1
		case c == '[':
			open = append(open, ']')
		case c == '{':
			open = append(open, '}')
		case c == ']' || c == '}':
			if len(open) == 0 || open[len(open)-1] != c {
				return "", false
			}
			open = open[:len(open)-1]
		case (c == '"' || c == '\'') && (i == 0 || strings.IndexByte("[{,:", previous) >= 0):
			n := quoted.FindString(s[i:])
			if n == "" {
				return "", false
			}
			i += len(n) - 1
		}
		if len(open) == 0 {
			return s[i+1:], i > 0
		}
		if s[i] > ' ' {
			previous = s[i]
		}
	}
	return "", false
}

// quoted matches a text in quotes.
var quoted = regexp.MustCompile(`(?s)^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')`)

// indents returns the levels of indentation that a line may have below the given lines, the deepest first: that of the
// line before it, and those of the lines that contain it. The level of a list item is also that of its first key.
func indents(lines []string) []int {
	var levels []int
	for i := len(lines) - 1; i >= 0; i-- {
		content := strings.TrimLeft(lines[i], " ")
		level := len(lines[i]) - len(content)
		if content = strings.TrimSpace(content); content == "" || content[0] == '#' {
			continue
		}
		if item := strings.TrimLeft(strings.TrimPrefix(content, "-"), " "); strings.HasPrefix(content, "- ") {
			if inner := level + len(content) - len(item); len(levels) == 0 || inner < levels[len(levels)-1] {
				levels = append(levels, inner)
			}
		}
		if len(levels) == 0 || level < levels[len(levels)-1] {
			levels = append(levels, level)
		}
		if level == 0 {
			break
		}
	}
	return levels
}

func spaces(n int) string {
	if n == 1 {
		return "1 space"
	}
	return strconv.Itoa(n) + " spaces"
}

// anyOf lists numbers as "2, 4 or 6", the smallest first.
func anyOf(numbers []int) string {
	var words []string
	for _, n := range slices.Backward(numbers) {
		words = append(words, strconv.Itoa(n))
	}
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
