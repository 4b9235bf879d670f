package verbatim

import (
	"reflect"
	"strconv"
	"strings"
)

// The errors of the official LoginRadius SDK for Go contain the response where errors.Is does not look. They are
// recognized by their methods and fields, so that the SDK need not be imported.

// fromSDK returns the response that an error of the SDK, version 11 or 12, contains, or nil. A body counts only if it
// carries a code, since clients of other services have such methods too.
func fromSDK(err error) *Error {
	switch e := err.(type) {
	case interface {
		Code() string
		OrigErr() error
	}: // version 11: the body is the text of another error
		if e.Code() != "LoginradiusRespondedWithError" {
			return nil
		}
		if body := e.OrigErr(); body != nil {
			return withCode(0, []byte(body.Error()))
		}
	case interface {
		Body() []byte
		Model() any
	}: // version 12: the text begins with the status line
		status, _, _ := strings.Cut(err.Error(), " ")
		number, _ := strconv.Atoi(status)
		return withCode(number, e.Body())
	default:
		return fromFields(reflect.Indirect(reflect.ValueOf(err)))
	}
	return nil
}

// fromFields returns the response that the outer error of version 12 contains, in its fields StatusCode and RawBody.
func fromFields(v reflect.Value) *Error {
	if v.Kind() != reflect.Struct {
		return nil
	}
	field := func(name string) reflect.Value {
		f, ok := v.Type().FieldByName(name)
		if !ok || !f.IsExported() || len(f.Index) > 1 {
			return reflect.Value{}
		}
		return v.FieldByIndex(f.Index)
	}
	status, body := field("StatusCode"), field("RawBody")
	if status.Kind() != reflect.Int || body.Kind() != reflect.Slice || body.Type().Elem().Kind() != reflect.Uint8 {
		return nil
	}
	return withCode(int(status.Int()), body.Bytes())
}

// withCode returns the response that a body is, or nil if it carries no code.
func withCode(status int, body []byte) *Error {
	if e, ok := Decode(status, body); ok && e.Code != none {
		return e
	}
	return nil
}
