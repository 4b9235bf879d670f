package verbatim

import (
	"cmp"
	"encoding/json"
	"errors"
)

// maxBody is the size of the largest body that is read.
const maxBody = 1 << 20

// Check returns nil for a response that succeeded, and an [*Error] for any other: one with a status from 400, whatever
// its body, and one whose body carries an error code, whatever its status. A body that is not JSON or longer than
// 1 MiB carries no code, so it is an error by its status alone. A status of 0 means that the status is unknown: a body
// without a code is then no error.
func Check(status int, body []byte) error {
	if status < 400 && codeIn(document(body)) == none {
		return nil // most responses: the body is looked through once
	}
	e, ok := Decode(status, body)
	if !ok && status < 400 {
		return nil
	}
	return e
}

// Decode reads the body of an error response. It reports whether the body is one of this API: it has a code, or, with
// a status from 400, a message. The result is never nil. Without such a body, as for the page of a proxy, it has no
// code and no texts, only the status and the body. Most programs call [Check].
//
// Decode is tolerant: it takes keys in any letter case, codes in any form that denotes one, an array of one response,
// a byte order mark, and fields of an unexpected type. A body of more than 1 MiB is not read. If the status is 0 it
// becomes that of the catalogue.
func Decode(status int, body []byte) (*Error, bool) {
	kept := string(body[:min(len(body), maxBody)])
	e := &Error{StatusCode: status, hidden: func() string { return kept }}
	doc := document(body)
	if doc == nil || !json.Valid(doc) {
		return e, false
	}
	found := Error{StatusCode: status, hidden: e.hidden}
	found.read(doc)
	if found.Code == none && (status < 400 || found.Message == "") {
		return e, false
	}
	if status == 0 {
		found.StatusCode = found.Code.HTTPStatus()
	}
	return &found, true
}

// codeIn returns the code of a response, or none. If several members could be the code, the last that denotes one is.
func codeIn(doc []byte) Code {
	return codeOf(lookupValid(doc, codePath, func(value []byte) bool { return codeOf(value) != none }))
}

// UnmarshalJSON reads the body of an error response, or what encoding/json wrote for an Error. It keeps the HTTP status
// if the JSON has none. Null changes nothing, and any other JSON is an error.
func (e *Error) UnmarshalJSON(body []byte) error {
	switch {
	case string(body) == "null":
		return nil
	case e == nil:
		return errors.New(API + ": UnmarshalJSON of a nil pointer")
	}
	doc := document(body)
	marshalled := lookup(doc, statusKey)
	status := cmp.Or(intOf(marshalled), e.StatusCode)
	found, ok := Decode(cmp.Or(status, 400), body)
	if !ok && !isPresent(marshalled) {
		return errors.New(API + ": the JSON value is not an error response")
	}
	if !ok {
		found.read(doc)
	}
	found.StatusCode = cmp.Or(status, found.Code.HTTPStatus())
	*e = *found
	return nil
}
