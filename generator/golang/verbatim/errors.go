package verbatim

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"unicode"
)

// Error returns the API, the code, and the message that came with it, or the catalogue's where none came. It holds
// nothing of what the accessors keep back.
func (e *Error) Error() string {
	text := apiID
	switch {
	case e == nil:
		return text + ": no error"
	case e.Code != none:
		text = e.Code.text()
	case e.StatusCode != 0:
		text += " HTTP " + strconv.Itoa(e.StatusCode)
	}
	if message := cmp.Or(e.Message, e.Code.Message()); message != "" {
		text += ": " + strings.Map(printable, message)
	}
	return text
}

// printable keeps a message of the service from breaking the line of a log.
func printable(r rune) rune {
	if ' ' <= r && r <= '~' {
		return r
	}
	if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
		return ' '
	}
	return r
}

// Is reports whether target is the code of the response, a category of that code, or the HTTP status that the
// response came with, for errors.Is. A status is any error with a method MatchesHTTPStatus(int) bool, as the
// constants of the generated package of HTTP statuses have it.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	switch t := target.(type) {
	case Code:
		return t == e.Code && t != none
	case Category:
		return e.Code.Is(t)
	case interface{ MatchesHTTPStatus(status int) bool }:
		return e.StatusCode != 0 && t.MatchesHTTPStatus(e.StatusCode)
	}
	return false
}

// As sets target to the code of the response if it is a *Code and there is one, for errors.As.
func (e *Error) As(target any) bool {
	if c, ok := target.(*Code); ok && e != nil && e.Code != none {
		*c = e.Code
		return true
	}
	return false
}

// Retryable reports whether the same request may succeed later: by the code where the catalogue knows it, else by
// the HTTP status.
func (e *Error) Retryable() bool {
	switch {
	case e == nil:
		return false
	case e.Code.Known():
		return e.Code.Retryable()
	}
	return retryableStatus(e.StatusCode)
}

// Format prints what Error returns, whatever the verb, so that no verb shows what the accessors keep back.
func (e Error) Format(f fmt.State, verb rune) {
	_, wide := f.Width()
	_, precise := f.Precision()
	if (verb == 'v' || verb == 's') && !wide && !precise && !f.Flag('#') {
		_, _ = io.WriteString(f, e.Error()) // the usual case, such as fmt.Errorf("…: %w", e)
		return
	}
	fmt.Fprintf(f, fmt.FormatString(f, verb), e.Error())
}

// LogValue returns the response as a group of attributes, without what the accessors keep back.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		return slog.Value{}
	}
	attrs := []slog.Attr{slog.String("api", apiID)}
	if e.Code != none {
		attrs = append(attrs, slog.String("code", e.Code.wire()))
	}
	if name := e.Code.Name(); name != "" {
		attrs = append(attrs, slog.String("name", name))
	}
	if e.StatusCode != 0 {
		attrs = append(attrs, slog.Int("status", e.StatusCode))
	}
	return slog.GroupValue(append(attrs, slog.String("message", cmp.Or(e.Message, e.Code.Message())))...)
}

// kept returns what is kept back.
func (e *Error) kept() hidden {
	if e == nil || e.hidden == nil {
		return hidden{}
	}
	return **e.hidden
}

// Body returns a copy of the response body, at most 1 MiB of it. It may hold secrets.
func (e *Error) Body() []byte { return []byte(e.kept().body) }

// Data returns a copy of the JSON value that came as Data, such as what is needed for a required next step; nil
// where none came. It may hold secrets, such as an access token.
func (e *Error) Data() json.RawMessage { return present(e.kept().data) }

// ExtraInfo returns a copy of the JSON value that came as ExtraInfo; nil where none came. It may hold secrets.
func (e *Error) ExtraInfo() json.RawMessage { return present(e.kept().extraInfo) }

// present returns a copy of a JSON value, or nil where there is none or null.
func present(value json.RawMessage) json.RawMessage {
	if !said(value) {
		return nil
	}
	return bytes.Clone(value)
}

// FieldError is what the service says of one field of a request that it found invalid.
type FieldError struct {
	FieldName    string // of the request
	ErrorMessage string // what is wrong with it, for people
}

// FieldErrors returns what came as Errors, in a fresh slice; what is not of that form is left out. The messages may
// quote what the user typed.
func (e *Error) FieldErrors() []FieldError {
	var items []json.RawMessage
	if json.Unmarshal(e.kept().errors, &items) != nil {
		items = []json.RawMessage{e.kept().errors}
	}
	var list []FieldError
	for _, item := range items {
		var f FieldError
		if json.Unmarshal(item, &f) == nil && f != (FieldError{}) {
			list = append(list, f)
		}
	}
	return list
}

// ProblemContentType is the media type of a Problem.
const ProblemContentType = "application/problem+json"

// Problem is an error response in the form of RFC 9457, problem details for HTTP APIs, to be marshalled by
// encoding/json and passed on to a client.
type Problem struct {
	Type      string `json:"type"`                 // address of the documentation, or about:blank
	Title     string `json:"title,omitempty"`      // message of the catalogue
	Status    int    `json:"status,omitempty"`     // HTTP status of the response
	Detail    string `json:"detail,omitempty"`     // what happened this time, in the words of the service
	ErrorCode Code   `json:"error_code,omitempty"` // of the response
	API       string `json:"api"`                  // whose code it is
	Name      string `json:"name,omitempty"`       // name of the code in the catalogue
	Retryable bool   `json:"retryable"`            // whether the same request may succeed later
}

// Problem returns the response as problem details. They hold nothing of what the accessors keep back, nor what a
// provider behind the service said.
func (e *Error) Problem() Problem {
	if e == nil {
		return Problem{Type: "about:blank", API: apiID}
	}
	p := Problem{
		Type:      "about:blank",
		Title:     e.Code.Message(),
		Status:    e.StatusCode,
		Detail:    cmp.Or(e.detail(), e.Code.Description()),
		ErrorCode: e.Code,
		API:       apiID,
		Name:      e.Code.Name(),
		Retryable: e.Retryable(),
	}
	if docsURL != "" && e.Code.Known() {
		p.Type = docsURL + "#" + apiID + "-" + e.Code.wire()
	}
	return p
}

// sdkError is the error of the official SDK, which carries the body of the response as the text of another error. It
// is known by its methods, so that the SDK need not be imported.
type sdkError interface {
	Code() string
	OrigErr() error
}

// CodeOf returns the code that err holds, anywhere in its tree, or the zero Code where it holds none. It does not
// allocate, except for reading the error of an SDK.
func CodeOf(err error) Code {
	for {
		switch e := err.(type) {
		case *Error:
			if e == nil {
				return none
			}
			return e.Code
		case Code:
			return e
		case sdkError:
			if found, ok := fromSDK(e); ok {
				return found.Code
			}
			err = errors.Unwrap(err)
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, child := range e.Unwrap() {
				if c := CodeOf(child); c != none {
					return c
				}
			}
			return none
		default:
			return none
		}
	}
}

// FromError returns the error response that err holds, anywhere in its tree, also behind the error of the official
// SDK, whose HTTP status is lost and taken from the catalogue. Among joined errors it prefers the first with a code.
func FromError(err error) (*Error, bool) {
	switch e := err.(type) {
	case *Error:
		return e, e != nil
	case sdkError:
		if found, ok := fromSDK(e); ok {
			return found, true
		}
		return FromError(errors.Unwrap(err))
	case interface{ Unwrap() error }:
		return FromError(e.Unwrap())
	case interface{ Unwrap() []error }:
		var first *Error
		for _, child := range e.Unwrap() {
			if found, ok := FromError(child); ok && found.Code != none {
				return found, true
			} else if first == nil {
				first = found
			}
		}
		return first, first != nil
	}
	return nil, false
}

// fromSDK reads the body of a response that the error of the official SDK carries.
func fromSDK(err sdkError) (*Error, bool) {
	if err.Code() != "LoginradiusRespondedWithError" {
		return nil, false
	}
	body := err.OrigErr()
	if body == nil {
		return nil, false
	}
	if e, ok := FromError(body); ok {
		return e, true
	}
	if e, ok := Decode(0, []byte(body.Error())); ok {
		return e, true
	}
	return nil, false
}

// UnmarshalJSON reads the body of an error response, as Decode does, or what MarshalJSON wrote. The HTTP status stays
// as it is, or becomes that of the catalogue where none was written. A body that is none of this API's is an error;
// null changes nothing.
func (e *Error) UnmarshalJSON(body []byte) error {
	if string(body) == "null" {
		return nil
	}
	var own struct{ StatusCode int }
	_ = json.Unmarshal(body, &own) // which a response of the service lacks
	decoded, ok := Decode(cmp.Or(e.StatusCode, own.StatusCode), body)
	if !ok {
		return errors.New(apiID + ": the JSON value is no error response")
	}
	*e = *decoded
	return nil
}
