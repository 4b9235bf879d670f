package generator

import (
	"regexp"
	"strings"
	"unicode"
)

// comment puts a prefix before every line of a text. The text can neither end the comment nor act in it, in C, Go, Java,
// JavaScript, Python, Rust, SQL, TypeScript and the shell, whatever the prefix: what could gets a space or a period.
func comment(prefix, text string) string {
	lines := strings.Split(lineBreaks.Replace(printable(text)), "\n")
	for i, line := range lines {
		lines[i] = commentLine(prefix, line)
	}
	if last := lines[len(lines)-1]; strings.HasSuffix(last, "/") && last != strings.TrimRight(prefix, " \t") {
		lines[len(lines)-1] += " " // the template may go on with */, and Rust reads /*/ as a nested comment
	}
	return strings.Join(lines, "\n")
}

// lineBreaks makes one line break of all that a language takes for one.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// printable replaces what no source file may contain: bytes that are not UTF-8, control characters,
// bidirectional controls, which rustc rejects, and byte order marks, which Go rejects.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		control := unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\v\f\u0085", r)
		if control || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
}

var (
	// continued matches a line of C that goes on with the next one. It may end in the trigraph of the backslash.
	continued = regexp.MustCompile(`(\\|\?\?/)$`)

	// acting matches a line that means something to a compiler, in a comment that begins right before it: /*! in MySQL,
	// #! to the system, //go: and //line to Go.
	acting = regexp.MustCompile(`^(?:[^\pL\pN]|go:|line |export |extern )`)

	// directive matches a line that does so after a space as well: build constraints of Go, directives of TypeScript.
	directive = regexp.MustCompile(`^\s*(?:\+build|@ts-|<reference|<amd-)`)
)

func commentLine(prefix, line string) string {
	line = strings.TrimRight(line, " \t")
	if line == "" {
		return strings.TrimRight(prefix, " \t")
	}
	var out strings.Builder
	out.WriteString(prefix)
	switch blank := strings.HasSuffix(prefix, " ") || strings.HasSuffix(prefix, "\t"); {
	case blank:
	case prefix != "", acting.MatchString(line):
		out.WriteByte(' ')
	}
	if first := strings.TrimLeft(line, " \t"); directive.MatchString(line) {
		line = line[:len(line)-len(first)] + first[:1] + " " + first[1:]
	}
	python := prefix == "" || strings.Contains(prefix, "#")
	for i := range len(line) {
		if separated(line[:i], line[i], python) {
			out.WriteByte(' ')
		}
		out.WriteByte(line[i])
	}
	if continued.MatchString(line) {
		out.WriteByte('.')
	}
	return out.String()
}

// separated reports whether c must not follow the text before it in a comment.
func separated(before string, c byte, python bool) bool {
	after := func(s string) bool { return strings.HasSuffix(before, s) }
	switch c {
	case '/':
		return after("*") // the end of a block comment
	case '*':
		return after("/") // the begin of one, which nests in Rust
	case 'u':
		return after(`\`) // Java decodes \u002a before it looks for comments
	case '>':
		return after("--") || after("--!") // the end of a comment in HTML
	case ':', '=':
		return python && after("coding") // the encoding of a file, among the first two lines of Python
	}
	return false
}
