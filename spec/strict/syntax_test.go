package strict_test

import (
	"testing"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// TestSlips explains what authors write that is not YAML. Each text is the beginning of a list.
func TestSlips(t *testing.T) {
	const (
		inBrackets = `within the brackets a comma is missing, or a text that contains ": ", a quote or a bracket is not in quotes`
		notClosed  = "the bracket that opens here is not closed"
		mustQuote  = `a value that contains ": " must be in quotes, or in braces if it is a mapping`
	)
	for text, want := range map[string]string{
		"  - {code: 1},\n  - {code: 2}\n":                "2:3: \",\" follows the closing bracket; remove it",
		"  - {code: 1}\n  - {code: 2},\n":                "3:3: \",\" follows the closing bracket; remove it",
		"  - {code: 1}, # one\n":                         "2:3: \",\" follows the closing bracket; remove it",
		"  - {code: 1};\n":                               "2:3: \";\" follows the closing bracket; remove it",
		"  - {code: 1}}\n":                               "2:3: \"}\" follows the closing bracket; remove it",
		"  - {code: {a: 1}}}\n":                          "2:3: \"}\" follows the closing bracket; remove it",
		"  - code: 1\n    name: [a],\n":                  "3:5: \",\" follows the closing bracket; remove it",
		"  - name: \"a\",\n    code: 1\n":                "2:3: \",\" follows the closing quote; remove it",
		"  - name: 'it''s';\n    code: 1\n":              "2:3: \";\" follows the closing quote; remove it",
		"  - name: 'it's'\n    code: 1\n":                "2:3: text follows the closing quote; put the whole text in quotes",
		"  - name: [a] b\n    code: 1\n":                 "2:3: text follows the closing bracket; put the whole text in quotes",
		"  - code: name: A\n":                            "2:3: " + mustQuote,
		"  - code: 1\n    name: A: B\n":                  "3:5: " + mustQuote,
		"  - code {a: 1, b: 2}\n":                        "2:3: a colon is missing after \"code\"",
		"  - {code: 1, name: `x`}\n":                     "2:3: a text that begins with \"`\" must be in quotes",
		"  - {code: 1, name: @x}\n":                      "2:3: a text that begins with \"@\" must be in quotes",
		"  - [a, %x]\n":                                  "2:3: a text that begins with \"%\" must be in quotes",
		"  - `x`\n":                                      "2:3: a text that begins with \"`\" must be in quotes",
		"  - {name: \"a\\\\b\\qc\"}\n":                   "2:3: a backslash before \"q\" is not an escape sequence: double it, or put the text in single quotes",
		"  - {code: 1, name: Error: bad}\n":              "2:3: " + inBrackets,
		"  - {api: sso dir: x}\n":                        "2:3: " + inBrackets,
		"  - {name: it's [ok]}\n":                        "2:3: " + inBrackets,
		"  - {name: a {x} b}\n":                          "2:3: " + inBrackets,
		"  - {name: \"A\" B}\n":                          "2:3: " + inBrackets,
		"  - {name: 'it's'}\n":                           "2:3: " + inBrackets,
		"  - {code: 1,\n     name: A: B} # }\n":          "3:6: " + inBrackets,
		"  - {code: 1,\n     name: A\n  - {code: 2}\n":   "3:6: a bracket that opens above is not closed",
		"  - {code: 1, name: A\n  - {code: 2}\n":         "2:3: " + notClosed,
		"  - {code: 1, name: [a, b}\n  - {code: 2}\n":    "2:3: " + notClosed,
		"  - {code: 1, name: \"}\" # }\n  - {code: 2}\n": "2:3: " + notClosed,
		"  - code:1\n    name: A\n":                      "2:3: a space is missing after the colon of \"code:1\"",
		"  - code: 1\n    name:A\n    text: x\n":         "3:5: a space is missing after the colon of \"name:A\"",
		"  - code: - 1\n":                                "2:3: a list cannot begin on the line of its key; put its items on lines of their own, or in square brackets",
		"  - code: 1\n   name: A\n":                      "3:4: the line is indented by 3 spaces, but the lines above it by 0, 2 or 4",
		"  - code: 1\n    name: A\n     text: x\n":       "4:6: the line is indented by 5 spaces, but the lines above it by 0, 2 or 4",
		"  - code: *\n":                                  "2:3: this is not YAML: did not find expected alphabetic or numeric character",
	} {
		_, diags := strict.Decode("f", []byte("items:\n"+text), shape())
		if want := "f:" + want + " [syntax]"; diags.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", text, diags, want)
		}
	}
}

// TestMeant explains what is YAML, but has another key than the author meant.
func TestMeant(t *testing.T) {
	for text, want := range map[string]string{
		"items:\n  - {word:a}\n":         `f:2:6: unknown key "word:a"; a space is missing after the colon [unknown-key]`,
		"items:\n  - word {number: 1}\n": `f:2:5: unknown key "word {number"; a colon is missing after "word" [unknown-key]`,
		"items:\n  - wrod: a\n":          `f:2:5: unknown key "wrod"; did you mean "word"? [unknown-key]`,
	} {
		if _, diags := strict.Decode("f", []byte(text), shape()); diags.Error() != want {
			t.Errorf("%s\ngot  %v\nwant %s", text, diags, want)
		}
	}
}
