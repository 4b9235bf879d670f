package customeridentity_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
	"github.com/lrcodes/lrcodes/out/sso"
)

func decode(status int, body string) *ci.Error {
	e, _ := ci.Decode(status, []byte(body))
	return e
}

func response(c ci.Code) *ci.Error { return decode(0, fmt.Sprintf(`{"ErrorCode":%d}`, int(c))) }

// forms are the ways in which an error reaches the caller.
var forms = map[string]func(error) error{
	"bare":           func(err error) error { return err },
	"wrapped":        wrap,
	"joined":         func(err error) error { return errors.Join(io.EOF, err, io.ErrUnexpectedEOF) },
	"two %w":         func(err error) error { return fmt.Errorf("%w: %w", io.EOF, err) },
	"wrapped joined": func(err error) error { return wrap(errors.Join(wrap(io.EOF), wrap(err))) },
	"in an SDK":      func(err error) error { return opener{sdkError{"RequestFailed", err}} },
}

const locked = ci.ErrAccountLockedTemporarily // 1198, as sso.ErrPasswordInvalid

func TestIs(t *testing.T) {
	page, empty, unknown := decode(502, "<html>"), decode(429, ""), decode(418, `{"ErrorCode":4242}`)
	for _, test := range []struct {
		name        string
		err, target error
		want        bool
	}{
		{"code", response(locked), locked, true},
		{"other code", response(locked), ci.ErrEmailNotVerified, false},
		{"number of another api", response(locked), sso.ErrPasswordInvalid, false},
		{"number of another api, bare", locked, sso.ErrPasswordInvalid, false},
		{"number of a status", decode(0, `{"ErrorCode":429}`), httpstatus.TooManyRequests, false},
		{"category", response(locked), ci.ErrAccountLocked, true},
		{"category of a bare code", locked, ci.ErrAccountLocked, true},
		{"other category", response(locked), ci.ErrInvalidToken, false},
		{"category of another api", response(locked), cd.ErrInvalidRequest, false},
		{"zero category", response(locked), ci.Category(""), false},
		{"unknown category", response(locked), ci.Category("NoSuch"), false},
		{"status of the catalogue", response(locked), httpstatus.Forbidden, true},
		{"status as received", decode(500, `{"ErrorCode":1198}`), httpstatus.InternalServerError, true},
		{"not that of the catalogue", decode(500, `{"ErrorCode":1198}`), httpstatus.Forbidden, false},
		{"status of a bare code", locked, httpstatus.Forbidden, false},
		{"page of a proxy", page, httpstatus.Status(502), true},
		{"empty body", empty, httpstatus.TooManyRequests, true},
		{"empty body, other status", empty, httpstatus.Forbidden, false},
		{"no code is no zero code", empty, ci.Code(0), false},
		{"unknown code", unknown, ci.Code(4242), true},
		{"unknown code, status", unknown, httpstatus.Status(418), true},
		{"unknown code, category", unknown, ci.ErrAccountLocked, false},
		{"something else", response(locked), io.ErrClosedPipe, false},
	} {
		for form, wrap := range forms {
			if got := errors.Is(wrap(test.err), test.target); got != test.want {
				t.Errorf("%s, %s: %t", test.name, form, got)
			}
		}
	}
}

func TestAs(t *testing.T) {
	e := response(locked)
	for form, wrap := range forms {
		var found *ci.Error
		var code ci.Code
		var category ci.Category
		var other sso.Code
		if err := wrap(e); !errors.As(err, &found) || found != e || !errors.As(err, &code) || code != locked {
			t.Errorf("%s: found %v and %v", form, found, code)
		}
		if err := wrap(e); errors.As(err, &category) || errors.As(err, &other) {
			t.Errorf("%s: found %v and %v", form, category, other)
		}
		if err := wrap(locked); errors.As(err, &found) || !errors.As(err, &code) || code != locked {
			t.Errorf("%s: found %v in a bare code", form, code)
		}
		if err := wrap(decode(429, "")); errors.As(err, &code) || !errors.As(err, &found) || found.StatusCode != 429 {
			t.Errorf("%s: found %v where there is no code", form, code)
		}
	}
}

// sdkError has the shape of the error of the official SDK: no Unwrap, and the body as the text of another error.
type sdkError struct {
	code string
	orig error
}

func (e sdkError) Error() string   { return e.code + ": Received error response from Loginradius" }
func (e sdkError) Message() string { return "Received error response from Loginradius" }
func (e sdkError) Code() string    { return e.code }
func (e sdkError) OrigErr() error  { return e.orig }

func sdk(body string) error { return sdkError{"LoginradiusRespondedWithError", errors.New(body)} }

// opener has that shape and can be unwrapped too.
type opener struct{ sdkError }

func (e opener) Unwrap() error { return e.orig }

func TestFound(t *testing.T) {
	body := `{"ErrorCode":1198,"Message":"Locked"}`
	for _, test := range []struct {
		name   string
		err    error
		code   ci.Code
		found  bool // whether there is an error response
		status int
	}{
		{"nil", nil, 0, false, 0},
		{"nil pointer", (*ci.Error)(nil), 0, false, 0},
		{"something else", io.EOF, 0, false, 0},
		{"response", decode(401, body), locked, true, 401},
		{"response of another api", &sso.Error{Code: sso.ErrPasswordInvalid}, 0, false, 0},
		{"response without a code", decode(502, "<html>"), 0, true, 502},
		{"first of two", errors.Join(decode(401, body), response(ci.ErrEmailNotVerified)), locked, true, 401},
		{"after one without a code", errors.Join(io.EOF, decode(401, body)), locked, true, 401},
		{"bare code before its response", fmt.Errorf("%w: %w", locked, decode(503, body)), locked, true, 503},
		{"bare code before its response, deep", errors.Join(errors.Join(locked, ci.ErrEmailNotVerified), wrap(errors.Join(decode(429, `{"ErrorCode":970}`), wrap(decode(503, body))))), locked, true, 503},
		{"bare code before another response", fmt.Errorf("%w: %w", locked, decode(503, `{"ErrorCode":970}`)), locked, true, 403},
		{"bare code before a page", fmt.Errorf("%w: %w", locked, decode(502, "<html>")), locked, true, 403},
		{"response before its bare code", fmt.Errorf("%w: %w", decode(503, body), locked), locked, true, 503},
		{"bare code", locked, locked, true, 403},
		{"bare code that is unknown", ci.Code(4242), 4242, true, 0},
		{"zero code", ci.Code(0), 0, false, 0},
		{"SDK", sdk(body), locked, true, 403},
		{"SDK, unknown code", sdk(`{"ErrorCode":4242}`), 4242, true, 0},
		{"SDK, not JSON", sdk("<html>"), 0, false, 0},
		{"SDK, nothing within", sdkError{"LoginradiusRespondedWithError", nil}, 0, false, 0},
		{"SDK, other trouble", sdkError{"RequestFailed", errors.New(body)}, 0, false, 0},
	} {
		for form, wrap := range forms {
			err := wrap(test.err)
			if got := ci.CodeOf(err); got != test.code {
				t.Errorf("%s, %s: CodeOf is %d, want %d", test.name, form, got, test.code)
			}
			e, ok := ci.FromError(err)
			if ok != test.found || ok && (e.Code != test.code || e.StatusCode != test.status) {
				t.Errorf("%s, %s: FromError is %v, %t", test.name, form, e, ok)
			}
		}
	}
	if e, ok := ci.FromError(wrap(sdk(body))); !ok || !errors.Is(e, ci.ErrAccountLocked) || !errors.Is(e, httpstatus.Forbidden) || e.Message != "Locked" {
		t.Errorf("from an SDK: %v", e)
	}
}

func TestSwitch(t *testing.T) {
	switch ci.CodeOf(wrap(response(locked))) {
	case ci.ErrEmailNotVerified, 0:
		t.Error("taken for another code")
	case locked:
	default:
		t.Error("not recognized")
	}
}
