package text

import "testing"

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
		if got := codeOf([]byte(test.code)); got != c {
			t.Errorf("codeOf(%q) = %q", test.code, got)
		}
		if got := c.logValue().String(); got != test.code {
			t.Errorf("logValue() = %q, want %q", got, test.code)
		}
	}
}
