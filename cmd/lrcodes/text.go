package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// printable returns a text as one line that is safe to print on a terminal or in the log of a workflow: what is not
// printable is escaped, and so is a workflow command at its beginning.
func printable(s string) string {
	var b strings.Builder
	for _, r := range defuse(s) {
		switch {
		case unicode.IsPrint(r) || r == '\u200d' || r == '\t':
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// printableLines is printable for each line of a text.
func printableLines(s string) string {
	if s == "" {
		return ""
	}
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		text, end := strings.CutSuffix(line, "\n")
		if lines[i] = printable(text); end {
			lines[i] += "\n"
		}
	}
	return strings.Join(lines, "")
}

// defuse escapes what the runner of a GitHub workflow takes for a command in the output of a step: two colons at the
// beginning of a line, after blanks, and "##[" anywhere.
func defuse(line string) string {
	if rest := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(rest, "::") {
		line = line[:len(line)-len(rest)] + `\x3a` + rest[1:]
	}
	return strings.ReplaceAll(line, "##[", `#\x23[`)
}

// painter colors text for a terminal, and leaves it alone everywhere else.
type painter struct{ on bool }

func newPainter(w io.Writer) painter {
	return painter{on: isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// isTerminal reports whether a reader or a writer is a character device other than the null device.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

func (p painter) bold(s string) string  { return p.wrap("1", s) }
func (p painter) faint(s string) string { return p.wrap("2", s) }

func (p painter) wrap(style, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// diff colors the lines of a unified diff.
func (p painter) diff(s string) string {
	if !p.on || s == "" {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		text, end := strings.CutSuffix(line, "\n")
		switch {
		case strings.HasPrefix(text, "+"):
			text = p.wrap("32", text)
		case strings.HasPrefix(text, "-"):
			text = p.wrap("31", text)
		case strings.HasPrefix(text, "@"):
			text = p.wrap("36", text)
		}
		if lines[i] = text; end {
			lines[i] += "\n"
		}
	}
	return strings.Join(lines, "")
}

// wrap breaks a text into lines of at most width bytes, where its words allow.
func wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines) - 1; n >= 0 && len(lines[n])+1+len(word) <= width {
			lines[n] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// oneLine returns a text without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// count returns a number and a noun in the singular or in the plural.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shellLine returns words as a command line for a shell.
func shellLine(words ...string) string { return line(words, shellQuote) }

// generateLine returns words as a command line for go generate, which knows only the quotes of Go.
func generateLine(words ...string) string { return line(words, strconv.Quote) }

// line joins words, and quotes those with a character that may mean something to a shell, a tilde and a brace included.
func line(words []string, quote func(string) string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = word
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+-,\\") != "" || word == "" {
			quoted[i] = quote(word)
		}
	}
	return strings.Join(quoted, " ")
}

func shellQuote(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }
