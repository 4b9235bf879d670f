package customeridentity_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/sso"
)

// openAPIError has the methods of the error that version 12 of the SDK returns for a failed response.
type openAPIError struct {
	status string
	body   []byte
}

func (e *openAPIError) Error() string { return e.status }
func (e *openAPIError) Body() []byte  { return e.body }
func (e *openAPIError) Model() any    { return nil }

// sdk12Error has the form of the error that version 12 of the SDK wraps around it.
type sdk12Error struct {
	StatusCode                 int
	Code, Message, Description string
	RawBody                    []byte
	Cause                      error
}

func (e *sdk12Error) Error() string { return e.Message }
func (e *sdk12Error) Unwrap() error { return e.Cause }

// bridge is an error of a program that used its own numbers before: it converts itself.
type bridge struct{ code int }

func (b bridge) Error() string { return "bridge" }
func (b bridge) As(target any) bool {
	if c, ok := target.(*ci.Code); ok {
		*c = ci.Code(b.code)
		return true
	}
	return false
}

// cycle unwraps to itself, and cycles to two of itself.
type cycle struct{}

func (c *cycle) Error() string { return "cycle" }
func (c *cycle) Unwrap() error { return c }

type cycles struct{}

func (c *cycles) Error() string   { return "cycles" }
func (c *cycles) Unwrap() []error { return []error{c, c} }

// selfish has the form of an error of the SDK whose body is itself.
type selfish struct{ sdkError }

func (s *selfish) OrigErr() error { return s }
func (s *selfish) Unwrap() error  { return s }

// panicky panics in every method if it is nil.
type panicky struct{ err error }

func (p *panicky) Error() string  { return p.err.Error() }
func (p *panicky) Code() string   { return p.err.Error() }
func (p *panicky) OrigErr() error { return p.err }

func TestFindForeign(t *testing.T) {
	body := []byte(`{"ErrorCode":1198,"Message":"Locked"}`)
	alone := &openAPIError{"401 Unauthorized", body}
	for _, test := range []struct {
		name   string
		err    error
		code   ci.Code
		status int
	}{
		{"SDK 12, alone", alone, locked, 401},
		{"SDK 12, wrapped", &sdk12Error{StatusCode: 401, RawBody: body, Cause: alone}, locked, 401},
		{"SDK 12, the outer error alone", &sdk12Error{StatusCode: 401, RawBody: body}, locked, 401},
		{"SDK 12, without a raw body", &sdk12Error{StatusCode: 500, Cause: alone}, locked, 401},
		{"SDK 12, no status", &openAPIError{"undefined response type", body}, locked, 403},
		{"SDK 12, no code", &openAPIError{"502 Bad Gateway", []byte(`{"Message":"m"}`)}, 0, 0},
		{"SDK 12, a success that was not read", &openAPIError{"cannot unmarshal", []byte(`{"Uid":"1"}`)}, 0, 0},
		{"SDK 12, nothing", &openAPIError{}, 0, 0},
		{"nil pointer", (*openAPIError)(nil), 0, 0},
		{"As", bridge{1198}, locked, 403},
		{"As, zero", bridge{0}, 0, 0},
		{"cycle", &cycle{}, 0, 0},
		{"cycle of many", &cycles{}, 0, 0},
		{"cycle in the SDK", &selfish{sdkError{"LoginradiusRespondedWithError", nil}}, 0, 0},
		{"nil pointer with methods", (*panicky)(nil), 0, 0},
		{"another api", sso.Check(401, body), 0, 0},
		{"another api, code", sso.ErrPasswordInvalid, 0, 0},
		{"own code before another package's", errors.Join(sso.ErrPasswordInvalid, alone, locked), locked, 403},
	} {
		errs := []error{test.err, fmt.Errorf("w: %w", test.err), errors.Join(io.EOF, test.err)}
		if test.name == "cycle of many" {
			errs = errs[:1] // each takes a million steps
		}
		for _, err := range errs {
			e, found := ci.FromError(err)
			if ci.CodeOf(err) != test.code || ci.StatusOf(err) != test.status || found != (test.code != 0) || found && (e.Code != test.code || e.StatusCode != test.status) {
				t.Errorf("%s: %d, status %d, %v", test.name, ci.CodeOf(err), ci.StatusOf(err), e)
			}
		}
	}
}
