package main

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode"
)

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"plain, Ä, 漢 and\ttab":               "plain, Ä, 漢 and\ttab",
		"\x1b[31mred":                        `\x1b[31mred`,
		"a\n::error::b\r":                    `a\n::error::b\r`,
		" \t::add-mask::secret":              " \t" + `\x3a:add-mask::secret`,
		"x ##[add-mask]y":                    `x #\x23[add-mask]y`,
		"\u0085 \u202e \u2028 \u200d \ufeff": `\x85 \u202e \u2028 ` + "\u200d" + ` \ufeff`,
		"\xff":                               "\ufffd",
	} {
		if got := printable(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// FuzzPrintableLines checks that no line contains a control character or is a command of a workflow.
func FuzzPrintableLines(f *testing.F) {
	f.Add("a\n ::error::b\n##[group]\x1b")
	f.Add("\v::x\r\n\u0085::y")
	f.Fuzz(func(t *testing.T, text string) {
		shown := printableLines(text)
		if strings.Count(shown, "\n") != strings.Count(text, "\n") {
			t.Errorf("%q: the number of lines is another", text)
		}
		lines := bufio.NewScanner(strings.NewReader(shown))
		for lines.Scan() {
			line := lines.Text()
			if strings.ContainsFunc(line, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }) {
				t.Errorf("%q: control character in %q", text, line)
			}
			if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
				t.Errorf("%q: command in %q", text, line)
			}
		}
	})
}

// TestNullDevice checks that the null device, which cron and CI give as standard input, is not taken for a terminal.
func TestNullDevice(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	if isTerminal(null) {
		t.Errorf("%s is a terminal", os.DevNull)
	}
}
