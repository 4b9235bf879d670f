package text

import (
	"log/slog"
	"strings"
)

// none is the Code of a response that has none.
const none Code = ""

// Lookup returns what the catalogue says about a code, and whether it has the code. It does not allocate.
func Lookup(code string) (Info, bool) { return Code(code).Info() }

// Parse returns the code of the catalogue that a text denotes: the code itself, or a name as [ByName] takes it.
func Parse(s string) (Code, bool) {
	if c := Code(s); c.Known() {
		return c, true
	}
	return ByName(s)
}

// position returns the index of the code in infos, or 0 if the code is unknown.
func (c Code) position() int {
	for slot := hash(string(c)) * multiplier >> indexShift; index[slot] != 0; slot = (slot + 1) % uint64(len(index)) {
		if p := int(index[slot]); infos[p].Code == c {
			return p
		}
	}
	return 0
}

// wire returns the code as the service sends it.
func (c Code) wire() string { return string(c) }

// fromWire returns the code that the service sends as a text.
func fromWire(code string) Code { return Code(code) }

// logValue returns the code as log/slog shows it.
func (c Code) logValue() slog.Value { return slog.StringValue(short(string(c))) }

// codeOf returns the code that a JSON value denotes, or none: a text that is not blank, or an integer but 0, as it is
// written.
func codeOf(value []byte) Code {
	text := textOf(value)
	if digits := strings.TrimPrefix(string(value), "-"); digits != "0" && digits != "" && strings.Trim(digits, "0123456789") == "" {
		text = string(value)
	}
	if strings.TrimSpace(text) == "" {
		return none
	}
	return Code(text)
}
