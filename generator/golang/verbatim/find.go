package verbatim

import (
	"encoding/json"
	"reflect"
)

// bounds limits how much of an error tree is looked at, so that a tree with a cycle comes to an end.
type bounds struct {
	errors int // that may still be looked at
	depth  int // of lists of errors that may still be entered
}

// The bounds of the fast way and of the slow one.
var (
	manyErrors = bounds{1 << 20, 1 << 12}
	fewErrors  = bounds{1 << 13, 1 << 10}
)

// CodeOf returns the code that err contains, anywhere in its tree, or the zero Code if it contains none. It finds what
// [FromError] finds. The error of a client library may not say which API sent it, so ask only the package of the API that
// was called.
func CodeOf(err error) Code {
	left := manyErrors
	if _, c := find(err, &left); c != none {
		return c
	}
	left = fewErrors
	if e := search(err, convert, &left); e != nil {
		return e.Code
	}
	return none
}

// FromError returns the error response that err contains, anywhere in its tree: an [*Error], a bare [Code] or one that
// another type embeds, an error of another generated package of this API, what a method As makes of an error, or the
// error of a client library that the package comment names. Among several it prefers the first that has a code; if that
// is a bare code, the first [*Error] with the same code. The status of a bare code is that of the catalogue. The error of
// a client library may not say which API sent it, so ask only the package of the API that was called.
func FromError(err error) (*Error, bool) {
	left := manyErrors
	e, c := find(err, &left)
	switch {
	case c == none:
		left = fewErrors
		e = search(err, convert, &left)
	case e == nil:
		left = fewErrors
		if e = search(err, c.own, &left); e == nil {
			e = &Error{Code: c, StatusCode: c.HTTPStatus()}
		}
	}
	return e, e != nil
}

// StatusOf returns the HTTP status of the error response that [FromError] finds in err, or 0 if there is none. As there,
// ask only the package of the API that was called.
func StatusOf(err error) int {
	if e, ok := FromError(err); ok {
		return e.StatusCode
	}
	return 0
}

// find returns the first code that an error of this package has, and the response that it belongs to, if any. It is
// the fast way, which suffices for most errors.
func find(err error, left *bounds) (*Error, Code) {
	for ; left.errors > 0; left.errors-- {
		switch e := err.(type) {
		case *Error:
			if e == nil {
				return nil, none
			}
			return e, e.Code
		case Code:
			return nil, e
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			if left.depth--; left.depth > 0 {
				for _, child := range e.Unwrap() {
					if e, c := find(child, left); c != none {
						return e, c
					}
					left.errors--
				}
			}
			left.depth++
			return nil, none
		default:
			return nil, none
		}
	}
	return nil, none
}

// search returns the first response with a code, or else the first response, that convert makes of an error in the tree.
func search(err error, convert func(error) *Error, left *bounds) (first *Error) {
	for ; err != nil && left.errors > 0; left.errors-- {
		if found := convert(err); found != nil {
			if found.Code != none {
				return found
			}
			if first == nil {
				first = found
			}
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			if left.depth--; left.depth > 0 {
				for _, child := range e.Unwrap() {
					found := search(child, convert, left)
					if found != nil && found.Code != none {
						return found
					}
					if first == nil {
						first = found
					}
					left.errors--
				}
			}
			left.depth++
			return first
		default:
			return first
		}
	}
	return first
}

// own returns an error that is a response with the code, or nil.
func (c Code) own(err error) *Error {
	switch e := err.(type) {
	case *Error:
		if e != nil && e.Code == c {
			return e
		}
	}
	return nil
}

// convert returns the response that a single error is, or nil. It does not convert nil pointers, whose methods may
// panic.
func convert(err error) *Error {
	switch e := err.(type) {
	case *Error:
		return e
	case Code:
		return nil // find has seen every code of this package
	}
	if v := reflect.ValueOf(err); v.Kind() == reflect.Pointer && v.IsNil() {
		return nil
	}
	if e, ok := err.(copied); ok {
		return fromCopy(e)
	}
	if e, ok := err.(interface{ As(target any) bool }); ok {
		if found := fromAs(e.As); found != nil {
			return found
		}
	}
	for _, read := range readers {
		if found := read(err); found != nil {
			return found
		}
	}
	return nil
}

// copied is an error of a generated package, of this API or of another, or of a type that embeds one.
type copied interface {
	error
	ErrorCode() (api, code string)
}

// fromCopy returns what an error with a code of this API says: a response of another generated package, or else its code
// alone.
func fromCopy(err copied) *Error {
	api, code := err.ErrorCode()
	if api != API {
		return nil
	}
	c := fromWire(code)
	e := remade(err)
	if e == nil || e.Code != c {
		if c == none {
			return nil
		}
		return &Error{Code: c, StatusCode: c.HTTPStatus()}
	}
	_, made := err.(interface{ Known() bool }) // a Code that is embedded has a Body too, which was not received
	if b, ok := err.(interface{ Body() []byte }); ok && !made {
		body := string(b.Body())
		e.hidden = func() string { return body }
	}
	return e
}

// remade returns the response that has the JSON of an error, or nil if there is none or MarshalJSON panics.
func remade(err error) *Error {
	defer func() { _ = recover() }()
	data, failure := json.Marshal(err)
	e := new(Error)
	if failure != nil || e.UnmarshalJSON(data) != nil {
		return nil
	}
	return e
}

// fromAs returns what a method As of another error makes of it.
func fromAs(as func(target any) bool) *Error {
	var e *Error
	if as(&e) && e != nil {
		return e
	}
	var c Code
	if as(&c) && c != none {
		return &Error{Code: c, StatusCode: c.HTTPStatus()}
	}
	return nil
}
