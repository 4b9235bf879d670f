package verbatim

import (
	"strings"
	"unicode"
)

// Error returns the API, the code and the message of the catalogue, in the form "api code: message".
func (c Code) Error() string {
	if message := c.Message(); message != "" {
		return c.text() + ": " + message
	}
	return c.text()
}

// text returns the API and the code.
func (c Code) text() string { return API + " " + strings.Map(printable, short(c.wire())) }

// maxPrinted is how many bytes of a text that a service sent are printed.
const maxPrinted = 1 << 10

// short returns a text, or as much of it as is printed.
func short(text string) string {
	if len(text) <= maxPrinted {
		return text
	}
	return strings.ToValidUTF8(text[:maxPrinted], "") + "…" // without what is left of a character
}

// printable replaces what would break the line of a log or change its direction.
func printable(r rune) rune {
	if ' ' <= r && r <= '~' {
		return r
	}
	if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
		return ' '
	}
	return r
}

// Err returns c as an error, or nil for the zero Code. A zero Code that is returned as an error would not be nil.
func (c Code) Err() error {
	if c == none {
		return nil
	}
	return c
}

// Info returns what the catalogue says about the code, and whether it has the code.
func (c Code) Info() (Info, bool) {
	p := c.position()
	return infos[p].Info, p != 0
}

// Name returns the name of the constant without the prefix Err, or "" if the code is unknown. The number of names is
// limited, so that they may label metrics.
func (c Code) Name() string { return infos[c.position()].Name }

// Message returns the message of the catalogue, or "" if the code is unknown.
func (c Code) Message() string { return infos[c.position()].Message }

// Description returns what the code means and what to do about it, or "" if the code is unknown.
func (c Code) Description() string { return infos[c.position()].Description }

// HTTPStatus returns the HTTP status that comes with the code, or 0 if the catalogue gives none or lacks the code. A
// server cannot send the status 0.
func (c Code) HTTPStatus() int { return infos[c.position()].HTTPStatus }

// Retryable reports whether the same request may succeed after a pause, which may be long. It reports false if the code
// is unknown. Use [Error.Retryable] where there is a response: it considers the HTTP status too.
func (c Code) Retryable() bool { return infos[c.position()].Retryable }

// Known reports whether the catalogue has the code.
func (c Code) Known() bool { return c.position() != 0 }

// Categories returns the categories of the code in a fresh slice, the most telling one first. It returns nil if the
// code is unknown.
func (c Code) Categories() []Category {
	return append([]Category(nil), infos[c.position()].categories...)
}

// in reports whether the code is in a category.
func (c Code) in(category Category) bool {
	for _, has := range infos[c.position()].categories {
		if has == category {
			return true
		}
	}
	return false
}

// ErrorCode returns the id of the API, and the code as the service sends it or "" for the zero Code. Packages that
// were generated for the same API in different modules recognize each other's errors by it.
func (c Code) ErrorCode() (api, code string) {
	if c == none {
		return API, ""
	}
	return API, c.wire()
}

// Is reports whether target is a category of the code, or the same code in another generated package of this API. It
// is called by errors.Is.
func (c Code) Is(target error) bool {
	switch t := target.(type) {
	case Code:
		return t == c
	case Category:
		return c.in(t)
	}
	return c.matches(target)
}

// matches reports whether target, an error of another package, is the same code or a category of the code.
func (c Code) matches(target error) bool {
	switch t := target.(type) {
	case interface{ ErrorCode() (api, code string) }:
		api, code := t.ErrorCode()
		return api == API && c != none && code == c.wire()
	case interface{ ErrorCategory() (api, name string) }:
		api, name := t.ErrorCategory()
		return api == API && c.in(Category(name))
	}
	return false
}

// DocsURL returns the address of the code's documentation, or "" if it is not published or the code is unknown.
func (c Code) DocsURL() string {
	if docsURL == "" || !c.Known() {
		return ""
	}
	for _, a := range anchors {
		if a.code == c {
			return docsURL + a.anchor
		}
	}
	return docsURL + anchorPrefix + c.wire()
}
