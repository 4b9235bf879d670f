package verbatim

import (
	"bytes"
	"cmp"
	"encoding/json"
	"log/slog"
	"strconv"
	"strings"
)

// Error returns the API, the code, and the message that the service sent, or that of the catalogue if it sent none. Of a
// message longer than 1 KiB it returns the beginning.
func (e *Error) Error() string {
	if e == nil {
		e = new(Error)
	}
	message := cmp.Or(e.Message, e.Code.Message())
	text := API
	switch {
	case e.Code != none:
		text = e.Code.text()
	case e.StatusCode != 0:
		text += " HTTP " + strconv.Itoa(e.StatusCode)
	case message == "":
		return API + ": no error response"
	}
	if message != "" {
		text += ": " + strings.Map(printable, short(message))
	}
	return text
}

// Is reports whether target is the code of the response, another response with that code, a category of the code, or the
// HTTP status of the response. It is called by errors.Is. A status is an error with a method MatchesHTTPStatus(int) bool,
// such as the constants of the generated package of HTTP statuses.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	switch t := target.(type) {
	case Code:
		return t == e.Code && t != none
	case Category:
		return e.Code.in(t)
	case interface{ MatchesHTTPStatus(status int) bool }:
		return e.StatusCode != 0 && t.MatchesHTTPStatus(e.StatusCode)
	}
	return e.Code.matches(target)
}

// As sets target to the code of the response if target is a *Code and the response has a code. It is called by
// errors.As.
func (e *Error) As(target any) bool {
	if c, ok := target.(*Code); ok && e != nil && e.Code != none {
		*c = e.Code
		return true
	}
	return false
}

// ErrorCode returns the id of the API and the code of the response as the service sends it, or "" if it has none.
func (e *Error) ErrorCode() (api, code string) {
	if e == nil {
		return API, ""
	}
	return e.Code.ErrorCode()
}

// Equal reports whether two responses are the same, hidden parts included. Two nil pointers are equal. Package go-cmp
// calls it for an *Error, and not for an Error by value, which it cannot compare. reflect.DeepEqual, and so assert.Equal
// of testify, cannot call it and reports false for any two decoded responses.
func (e *Error) Equal(other *Error) bool {
	if e == nil || other == nil {
		return e == other
	}
	return e.same(other) && e.body() == other.body()
}

// Retryable reports whether the same request may succeed after a pause: if the HTTP status says so (408, 425, 429, 502,
// 503, 504), else by the code if the catalogue has it, else by the status (500). The pause may be long, such as until a
// lock of an account ends. Repeat a POST only if doing it twice does no harm.
func (e *Error) Retryable() bool {
	if e == nil {
		return false
	}
	if isTemporary(e.StatusCode) && e.StatusCode != 500 {
		return true
	}
	if e.Code.Known() {
		return e.Code.Retryable()
	}
	for _, status := range retryableStatuses {
		if status == e.StatusCode {
			return true
		}
	}
	return isTemporary(e.StatusCode) // it is 500, which a code of the catalogue overrides
}

// LogValue returns the response as a group of attributes, without its hidden parts and with a message as short as that of
// Error. It is called by log/slog.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		e = new(Error)
	}
	attrs := []slog.Attr{slog.String("api", API)}
	if e.Code != none {
		attrs = append(attrs, slog.Attr{Key: "code", Value: e.Code.logValue()})
	}
	if name := e.Code.Name(); name != "" {
		attrs = append(attrs, slog.String("name", name))
	}
	if e.StatusCode != 0 {
		attrs = append(attrs, slog.Int("status", e.StatusCode))
	}
	return slog.GroupValue(append(attrs, slog.String("message", short(cmp.Or(e.Message, e.Code.Message()))))...)
}

// Body returns a copy of the body of the response, at most 1 MiB of it. It may contain secrets.
func (e *Error) Body() []byte { return []byte(e.body()) }

// body returns the body of the response, or "" if it is not known.
func (e *Error) body() string {
	if e == nil || e.hidden == nil {
		return ""
	}
	return e.hidden()
}

// at returns the JSON value at a path of the response, or nil if there is none or null.
func (e *Error) at(path string) json.RawMessage {
	body := e.body()
	if body == "" {
		return nil
	}
	doc := document([]byte(body))
	if value := lookup(doc, path); isPresent(value) && json.Valid(doc) {
		return bytes.Clone(value)
	}
	return nil
}
