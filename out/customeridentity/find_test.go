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

// coded is an error of a program that embeds a code and has a message of its own, and tagged one whose JSON is in the
// form of a response.
type coded struct {
	ci.Code
	StatusCode int
	Message    string
}

type tagged struct {
	ci.Code    `json:"ErrorCode"`
	StatusCode int
	Message    string
}

// reply is a response in another generated package of the API.
type reply struct {
	ErrorCode, StatusCode int
	body                  string
}

type copied struct{ reply }

func (c copied) Error() string { return "copied" }
func (c copied) Body() []byte  { return []byte(c.body) }
func (c copied) ErrorCode() (api, code string) {
	if c.reply.ErrorCode == 0 {
		return ci.API, ""
	}
	return ci.API, fmt.Sprint(c.reply.ErrorCode)
}

// unmarshallable panics where it is marshalled.
type unmarshallable struct{ copied }

func (unmarshallable) MarshalJSON() ([]byte, error) { panic("MarshalJSON") }

// TestFindCopied finds the code of types that have the method by which copies of a package recognize each other, and
// takes no body for received that a code made up.
func TestFindCopied(t *testing.T) {
	const policy = ci.ErrPrivacyPolicyMismatch // its response has data
	body := `{"ErrorCode":1194,"Data":{"access_token":"t"}}`
	for _, test := range []struct {
		name   string
		err    error
		code   ci.Code
		status int
		text   string
		data   string
	}{
		{"embedded code", coded{policy, 500, "accept"}, policy, 403, policy.Error(), ""},
		{"embedded code, pointer", &coded{policy, 500, "accept"}, policy, 403, policy.Error(), ""},
		{"embedded code, unknown", &coded{4242, 500, "accept"}, 4242, 0, "customer-identity 4242", ""},
		{"embedded code with a tag", &tagged{policy, 500, "accept"}, policy, 500, "customer-identity 1194: accept", ""},
		{"embedded zero code", &coded{0, 500, "accept"}, 0, 500, "customer-identity HTTP 500: accept", ""},
		{"copy", copied{reply{1194, 500, body}}, policy, 500, policy.Error(), `{"access_token":"t"}`},
		{"copy without a code", copied{reply{0, 502, "<html>"}}, 0, 502, "customer-identity HTTP 502", ""},
		{"copy that panics", unmarshallable{copied{reply{1194, 500, body}}}, policy, 403, policy.Error(), ""},
		{"copy that panics, without a code", unmarshallable{}, 0, 0, "customer-identity: no error response", ""},
	} {
		for form, wrap := range forms {
			err := wrap(test.err)
			e, _ := ci.FromError(err)
			if ci.CodeOf(err) != test.code || ci.StatusOf(err) != test.status || e.Error() != test.text || string(e.Data()) != test.data {
				t.Errorf("%s, %s: code %d, status %d, %v, data %s", test.name, form, int(ci.CodeOf(err)), ci.StatusOf(err), e, e.Data())
			}
		}
	}
}

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
