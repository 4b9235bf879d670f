package strict

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkBytes reports the first byte that is not part of UTF-8 text, or the first control character that YAML does not
// allow. The parser reports neither with its position.
func (d *decoder) checkBytes(data []byte) bool {
	for i := 0; i < len(data); {
		r, size := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[i:])
		}
		switch {
		case r == utf8.RuneError && size == 1:
			d.diags.Add(d.position(data, i), RuleSyntax, "byte 0x%02x is not UTF-8; save the file as UTF-8", data[i])
			return false
		case !printable(r) && (r != '\uFEFF' || i > 0):
			d.diags.Add(d.position(data, i), RuleSyntax, "character %U is not allowed in YAML; remove it", r)
			return false
		}
		i += size
	}
	return true
}

// printable reports whether YAML allows a character: the set c-printable of the YAML specification.
func printable(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xA0:
		return r < 0x7F || r == 0x85
	}
	return r <= 0xD7FF || 0xE000 <= r && r <= 0xFFFD && r != '\uFEFF' || 0x10000 <= r
}

// position returns the position of the byte at an offset.
func (d *decoder) position(data []byte, offset int) diag.Position {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Position{File: d.file, Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}

// yamlError matches an error of the parser. Its line is often that of the enclosing list or mapping.
var yamlError = regexp.MustCompile(`(?s)^yaml: (?:line (\d+): )?(.*)$`)

var (
	unknownAnchor = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
	conflict      = regexp.MustCompile(`(?m)^<{7}( |$)`)
)

// syntax reports an error of the YAML parser by what the author did, where that is clear.
func (d *decoder) syntax(data []byte, err error) {
	number, text := splitError(err)
	if at := conflict.FindIndex(data); at != nil {
		d.diags.Add(d.position(data, at[0]), RuleSyntax, "this is a marker of a merge conflict; resolve the conflict")
		return
	}
	if m := unknownAnchor.FindStringSubmatch(text); m != nil {
		d.diags.Add(d.position(data, aliasOffset(data, m[1])), RuleSyntax, "alias %q has no anchor %q before it", "*"+m[1], "&"+m[1])
		return
	}
	lines := strings.Split(string(data), "\n")
	reported := diag.Position{File: d.file, Line: max(number, 1), Column: 1}
	if number = firstBad(data, lines, text); number == 0 {
		d.diags.Add(reported, RuleSyntax, "this is not YAML: %s", text)
		return
	}
	line := strings.TrimSuffix(lines[number-1], "\r")
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	at := diag.Position{File: d.file, Line: number, Column: indent + 1}
	if tab := strings.IndexByte(line[:indent], '\t'); tab >= 0 {
		at.Column = tab + 1
		d.diags.Add(at, RuleSyntax, "the line is indented with a tab; use spaces")
		return
	}
	d.diags.Add(at, RuleSyntax, "%s", explain(lines, number, indent, text))
}

func splitError(err error) (line int, text string) {
	m := yamlError.FindStringSubmatch(err.Error())
	if m == nil {
		return 1, err.Error()
	}
	line, _ = strconv.Atoi(m[1]) // 0 if the error has no line
	return line, m[2]
}

// aliasOffset returns the offset of the first alias of a name, or 0 if it is not found.
func aliasOffset(data []byte, name string) int {
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte("*"+name))
		if i < 0 {
			return 0
		}
		at, end := from+i, from+i+1+len(name)
		if (at == 0 || bytes.IndexByte([]byte(" \n[{,"), data[at-1]) >= 0) && (end == len(data) || bytes.IndexByte([]byte(" \r\n]},"), data[end]) >= 0) {
			return at
		}
		from = end
	}
}

// maxSearch is the size in bytes of the largest file that is parsed again to find the line of an error.
const maxSearch = 1 << 20

// firstBad returns the number of the line that an error is on: the last line of the shortest beginning of the file that
// has the same error. It returns 0 if it does not search, or if only a second document has the error.
func firstBad(data []byte, lines []string, text string) int {
	bad := func(n int) bool {
		var doc yaml.Node
		err := yaml.Unmarshal([]byte(strings.Join(lines[:n], "\n")+"\n"), &doc)
		if err == nil {
			return false
		}
		_, same := splitError(err)
		return same == text
	}
	least, most := 0, len(lines)
	if len(data) > maxSearch || !bad(most) {
		return 0
	}
	for least+1 < most {
		if middle := (least + most) / 2; bad(middle) {
			most = middle
		} else {
			least = middle
		}
	}
	return most
}

// explain returns what is wrong with a line, given the text of the parser's error.
func explain(lines []string, number, indent int, text string) string {
	levels := indents(lines[:number-1])
	value := strings.TrimSpace(lines[number-1])
	if _, after, ok := strings.Cut(value, ": "); ok {
		value = after
	}
	switch {
	case strings.Contains(text, "did not find expected ',' or"):
		return "the bracket that opens here is not closed"
	case strings.Contains(text, "expected node content"):
		return "a value is missing here, or a bracket is not closed"
	case strings.Contains(text, "unexpected end of stream"):
		return "the quote that opens here is not closed"
	case strings.Contains(text, "cannot start any token") && value != "" && strings.ContainsAny(value[:1], "@`%"):
		return fmt.Sprintf("a text that begins with %q must be in quotes", value[:1])
	case len(levels) > 0 && !slices.Contains(levels, indent):
		return fmt.Sprintf("the line is indented by %s, but the lines above it by %s", spaces(indent), anyOf(levels))
	case strings.Contains(text, "mapping values are not allowed") && strings.Contains(value, ": "):
		return `a text that contains ": " must be in quotes`
	case strings.Contains(text, "expected '-' indicator"):
		return `the line is indented like the items of the list above it, but does not begin with "- "`
	case strings.Contains(text, "expected ':'"):
		return `the line is neither a list item nor a key with ":" after it; a text of several lines is indented deeper than its key`
	case strings.Contains(text, "did not find expected key") && value != "" && strings.ContainsAny(value[:1], "'\"[{"):
		return "text follows the closing quote or bracket of a value; put the whole text in quotes"
	}
	return "this is not YAML: " + text
}

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
