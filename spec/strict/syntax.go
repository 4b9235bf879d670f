package strict

import (
	"bytes"
	"regexp"
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
	bad := newSlip(lines, number)
	if tab := strings.IndexByte(lines[number-1][:bad.indent], '\t'); tab >= 0 {
		d.diags.Add(diag.Position{File: d.file, Line: number, Column: tab + 1}, RuleSyntax, "the line is indented with a tab; use spaces")
		return
	}
	explanation := bad.explain(text)
	d.diags.Add(diag.Position{File: d.file, Line: bad.number, Column: bad.indent + 1}, RuleSyntax, "%s", explanation)
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
