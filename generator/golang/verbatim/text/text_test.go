package text

import (
	"strconv"
	"testing"
)

// TestText compares what a package of text codes does with a code that it knows, and with one that it does not.
func TestText(t *testing.T) {
	for _, test := range []struct {
		code  string
		known bool
	}{{"invalid_grant", true}, {"unheard_of", false}} {
		c := fromWire(test.code)
		if info, ok := Lookup(test.code); ok != test.known || ok && info.Code != c {
			t.Errorf("Lookup(%q) = %v, %v", test.code, info, ok)
		}
		if got, ok := Parse(test.code); ok != test.known || ok && got != c {
			t.Errorf("Parse(%q) = %q, %v", test.code, got, ok)
		}
		if got := c.wire(); got != test.code {
			t.Errorf("wire() = %q, want %q", got, test.code)
		}
		if got := c.logValue().String(); got != test.code {
			t.Errorf("logValue() = %q, want %q", got, test.code)
		}
	}
}

// TestCodeOf reads codes from JSON values.
func TestCodeOf(t *testing.T) {
	for value, want := range map[string]Code{
		`"invalid_grant"`: "invalid_grant", `" a "`: " a ", `"0"`: "0", `"01"`: "01",
		`23505`: "23505", `-7`: "-7", `99999999999999999999`: "99999999999999999999",
		`0`: none, `-0`: none, `1.5`: none, `1e3`: none, `7.0`: none, `""`: none, `" "`: none, strconv.Quote("\t\n"): none,
		`null`: none, `true`: none, `{}`: none, `[1]`: none, ``: none,
	} {
		if got := codeOf([]byte(value)); got != want {
			t.Errorf("codeOf(%s) = %q, want %q", value, got, want)
		}
	}
}
