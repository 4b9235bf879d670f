package oidc_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
	"github.com/lrcodes/lrcodes/out/httpstatus"
	"github.com/lrcodes/lrcodes/out/oidc"
)

// TestDecode reads the bodies of RFC 6749, and what is like them.
func TestDecode(t *testing.T) {
	for _, test := range []struct {
		name, body string
		ok         bool
		code       oidc.Code
		text       string // of the error
	}{
		{"RFC 6749", `{"error":"invalid_grant","error_description":"The code has expired"}`, true, oidc.ErrInvalidGrant, "oidc invalid_grant: The code has expired"},
		{"without a description", `{"error":"slow_down"}`, true, oidc.ErrSlowDown, "oidc slow_down: " + oidc.ErrSlowDown.Message()},
		{"upper case key", `{"Error":"invalid_grant"}`, true, oidc.ErrInvalidGrant, "oidc invalid_grant: " + oidc.ErrInvalidGrant.Message()},
		{"upper case code", `{"error":"INVALID_GRANT"}`, true, "INVALID_GRANT", "oidc INVALID_GRANT"},
		{"unknown code", `{"error":"login_failed"}`, true, "login_failed", "oidc login_failed"},
		{"hostile code", "{\"error\":\"a\\nb\"}", true, "a\nb", "oidc a b"},
		{"code a number", `{"error":23505}`, true, "23505", "oidc 23505"},
		{"code a fraction", `{"error":1.5}`, false, "", "oidc HTTP 400"},
		{"code zero", `{"error":0}`, false, "", "oidc HTTP 400"},
		{"code blank", `{"error":" "}`, false, "", "oidc HTTP 400"},
		{"code and description blank", `{"error":" ","error_description":" "}`, false, "", "oidc HTTP 400"},
		{"code null", `{"error":null,"error_description":"d"}`, true, "", "oidc HTTP 400: d"},
		{"array of one", `[{"error":"invalid_grant","error_uri":7}]`, true, oidc.ErrInvalidGrant, "oidc invalid_grant: " + oidc.ErrInvalidGrant.Message()},
		{"a LoginRadius error", `{"ErrorCode":970,"Message":"m"}`, false, "", "oidc HTTP 400"},
		{"HTML", `<html>`, false, "", "oidc HTTP 400"},
		{"empty", ``, false, "", "oidc HTTP 400"},
	} {
		e, ok := oidc.Decode(400, []byte(test.body))
		if ok != test.ok || e.Code != test.code || e.Error() != test.text || !errors.Is(e, httpstatus.BadRequest) {
			t.Errorf("%s: %t %q %q", test.name, ok, string(e.Code), e)
		}
	}
}

// TestLong prints and logs a code of any length in short.
func TestLong(t *testing.T) {
	e, _ := oidc.Decode(400, []byte(`{"error":"`+strings.Repeat("x", 10_000)+`"}`))
	short := strings.Repeat("x", 1024) + "…"
	if e.Error() != "oidc "+short || e.LogValue().Group()[1].Value.String() != short {
		t.Errorf("printed: %.99v", e)
	}
	if _, code := e.ErrorCode(); len(code) != 10_000 || len(e.Code) != 10_000 {
		t.Errorf("kept: %.99s", code)
	}
}

func TestMatch(t *testing.T) {
	e, _ := oidc.Decode(0, []byte(`{"error":"invalid_grant","error_uri":"https://example.com/e"}`))
	err := fmt.Errorf("refresh: %w", errors.Join(e))
	var code oidc.Code
	for name, ok := range map[string]bool{
		"code":            errors.Is(err, oidc.ErrInvalidGrant),
		"category":        errors.Is(err, oidc.ErrTokenRejected),
		"other code":      !errors.Is(err, oidc.ErrInvalidToken),
		"empty code":      !errors.Is(&oidc.Error{StatusCode: 502}, oidc.Code("")),
		"another api":     !errors.Is(err, clouddirectory.Code(0)) && clouddirectory.CodeOf(err) == 0,
		"status":          errors.Is(err, httpstatus.BadRequest),
		"CodeOf":          oidc.CodeOf(err) == oidc.ErrInvalidGrant,
		"As":              errors.As(err, &code) && code == oidc.ErrInvalidGrant,
		"further field":   e.ErrorURI == "https://example.com/e",
		"problem details": e.Problem().ErrorCode == "invalid_grant" && e.Problem().Name == "InvalidGrant",
	} {
		if !ok {
			t.Error(name)
		}
	}
	data, _ := json.Marshal(e)
	if want := `{"error":"invalid_grant","StatusCode":400,"error_description":"","error_uri":"https://example.com/e"}`; string(data) != want {
		t.Errorf("marshalled: %s", data)
	}
	var again oidc.Error
	if err := json.Unmarshal(data, &again); err != nil || again.Code != e.Code || again.ErrorURI != e.ErrorURI {
		t.Errorf("read again: %v, %v", again, err)
	}
}
