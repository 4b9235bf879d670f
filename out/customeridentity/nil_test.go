package customeridentity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// TestNil hands a nil response around, as a function that returns *Error by mistake does. Nothing may panic.
func TestNil(t *testing.T) {
	var none *ci.Error
	err := fmt.Errorf("wrapped: %w", none)
	var code ci.Code
	if errors.Is(err, ci.ErrEmailNotVerified) || errors.Is(err, ci.ErrAccountLocked) || errors.Is(err, httpstatus.Forbidden) ||
		errors.As(err, &code) || ci.CodeOf(err) != 0 || none.Retryable() {
		t.Errorf("%v matches", err)
	}
	if none.Body() != nil && len(none.Body()) > 0 || none.Data() != nil || none.FieldErrors() != nil || none.Problem().ErrorCode != 0 {
		t.Error("nil holds something")
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "err", none)
	data, jsonErr := json.Marshal(none)
	if strings.Contains(log.String(), "panic") || string(data) != "null" || jsonErr != nil || none.Error() == "" {
		t.Errorf("%s %s %v", &log, data, jsonErr)
	}
}

// TestRoundTrip sends an Error through JSON and back: what may be shown stays.
func TestRoundTrip(t *testing.T) {
	first := decode(429, `{"ErrorCode":970,"Message":"m","Description":"d"}`)
	data, err := json.Marshal(first)
	var again ci.Error
	if err = errors.Join(err, json.Unmarshal(data, &again)); err != nil {
		t.Fatal(err)
	}
	if again.StatusCode != 429 || again.Code != 970 || again.Message != "m" || again.Description != "d" || !errors.Is(&again, httpstatus.TooManyRequests) {
		t.Errorf("%s became %+v", data, again)
	}
}

// TestJoined finds the response that says something among several.
func TestJoined(t *testing.T) {
	err := errors.Join(decode(502, `<html>`), decode(403, `{"ErrorCode":970}`))
	if e, ok := ci.FromError(err); !ok || e.Code != ci.CodeOf(err) || e.Code != 970 {
		t.Errorf("found %v, code %d", e, ci.CodeOf(err))
	}
	if e, ok := ci.FromError(errors.Join(errors.New("x"), decode(502, `<html>`))); !ok || e.StatusCode != 502 {
		t.Errorf("found %v", e)
	}
}

// TestFieldErrors leaves out what is not of the form.
func TestFieldErrors(t *testing.T) {
	for body, want := range map[string]string{
		`{"ErrorCode":1134,"Errors":[null,"x",{"a":1},{"FieldName":"g","ErrorMessage":"h"}]}`: "[{g h}]",
		`{"ErrorCode":1134,"Errors":{"FieldName":"g","ErrorMessage":"h"}}`:                    "[{g h}]",
		`{"ErrorCode":1134,"Errors":"x"}`:                                                     "[]",
		`{"ErrorCode":1134}`:                                                                  "[]",
	} {
		if got := fmt.Sprint(decode(403, body).FieldErrors()); got != want {
			t.Errorf("%s: %s", body, got)
		}
	}
}

// TestProviderText keeps what a provider said from what is passed on to a client.
func TestProviderText(t *testing.T) {
	e := decode(403, `{"ErrorCode":1000,"Description":"password hunter2","IsProviderError":true}`)
	if data, err := json.Marshal(e.Problem()); err != nil || strings.Contains(string(data), "hunter2") {
		t.Errorf("%s, %v", data, err)
	}
}
