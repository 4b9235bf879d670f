package verbatim

import (
	"errors"
	"log/slog"
	"math"
	"strconv"
)

// none is the Code of a response that has none.
const none Code = 0

// Lookup returns what the catalogue says about a code, and whether it has the code. It does not allocate.
func Lookup(code int) (Info, bool) { return Code(code).Info() }

// Parse returns the code that a text denotes: a number, or a name as [ByName] takes it. The catalogue need not have
// the number.
func Parse(s string) (Code, bool) {
	if c, ok := ByName(s); ok {
		return c, true
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || !isCode(n) {
		return none, false
	}
	return Code(n), true
}

// position returns the index of the code in infos, or 0 if the code is unknown.
func (c Code) position() int {
	if dense {
		if i := uint(c - lowest); i < uint(len(index)) {
			return int(index[i])
		}
		return 0
	}
	for slot := uint64(c) * multiplier >> indexShift; index[slot] != 0; slot = (slot + 1) % uint64(len(index)) {
		if p := int(index[slot]); infos[p].Code == c {
			return p
		}
	}
	return 0
}

// wire returns the code as the service sends it.
func (c Code) wire() string { return strconv.Itoa(int(c)) }

// fromWire returns the code that the service sends as a text.
func fromWire(code string) Code { return codeOf([]byte(code)) }

// logValue returns the code as log/slog shows it.
func (c Code) logValue() slog.Value { return slog.IntValue(int(c)) }

// isCode reports whether a service may send a number as a code.
func isCode(n int64) bool { return minCode <= n && n <= math.MaxInt32 && n != 0 }

// codeOf returns the code that a JSON value denotes, or none: an integral number, or a text that is one.
func codeOf(value []byte) Code {
	if n, ok := numberOf(value); ok && isCode(n) {
		return Code(n)
	}
	return none
}

// UnmarshalJSON reads a code from an integral number or from a text that is one. Null leaves the code as it is, 0 is
// the zero Code, and any number that no service can send is an error.
func (c *Code) UnmarshalJSON(value []byte) error {
	if string(value) == "null" {
		return nil
	}
	n, ok := numberOf(value)
	if !ok || n != 0 && !isCode(n) {
		return errors.New(API + ": the JSON value is not an error code")
	}
	*c = Code(n)
	return nil
}
