package customeridentity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// TestNil calls every method of a nil response, as a function that returns *Error by mistake makes it. None panics,
// and the answers are those of the zero value.
func TestNil(t *testing.T) {
	var none *ci.Error
	zero := new(ci.Error)
	for i := range reflect.TypeOf(none).NumMethod() {
		method := reflect.TypeOf(none).Method(i)
		args := []reflect.Value{reflect.ValueOf(none)}
		for j := 1; j < method.Type.NumIn(); j++ {
			args = append(args, reflect.Zero(method.Type.In(j)))
		}
		if method.Name == "UnmarshalJSON" {
			continue // which writes to it
		}
		got := fmt.Sprint(method.Func.Call(args))
		args[0] = reflect.ValueOf(zero)
		if want := fmt.Sprint(method.Func.Call(args)); got != want && method.Name != "Equal" {
			t.Errorf("%s: %s, of the zero value %s", method.Name, got, want)
		}
	}
	err := fmt.Errorf("wrapped: %w", none)
	var code ci.Code
	if errors.Is(err, ci.ErrEmailNotVerified) || errors.Is(err, ci.ErrAccountLocked) || errors.Is(err, httpstatus.Forbidden) ||
		errors.As(err, &code) || ci.CodeOf(err) != 0 || ci.StatusOf(err) != 0 {
		t.Errorf("%v matches", err)
	}
	var log strings.Builder
	slog.New(slog.NewTextHandler(&log, nil)).Info("m", "err", none)
	if data, err := json.Marshal(none); strings.Contains(log.String(), "panic") || string(data) != "null" || err != nil {
		t.Errorf("%s %s %v", &log, data, err)
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
	page, _ := json.Marshal(decode(502, "<html>"))
	var lost ci.Error
	if err := json.Unmarshal(page, &lost); err != nil || lost.StatusCode != 502 || lost.Code != 0 {
		t.Errorf("%s became %+v, %v", page, lost, err)
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

// TestEqual compares responses, hidden parts included.
func TestEqual(t *testing.T) {
	body := `{"ErrorCode":970,"Message":"m","Data":{"a":1}}`
	for _, test := range []struct {
		a, b *ci.Error
		want bool
	}{
		{nil, nil, true},
		{nil, new(ci.Error), false},
		{new(ci.Error), new(ci.Error), true},
		{decode(403, body), decode(403, body), true},
		{decode(403, body), decode(401, body), false},
		{decode(403, body), decode(403, strings.Replace(body, "1", "2", 1)), false},
		{decode(403, body), &ci.Error{Code: 970, StatusCode: 403, Message: "m"}, false},
	} {
		if test.a.Equal(test.b) != test.want || test.b.Equal(test.a) != test.want {
			t.Errorf("%v and %v: want %t", test.a, test.b, test.want)
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

// TestUnmarshalNil checks that a nil response reports an error instead of panicking.
func TestUnmarshalNil(t *testing.T) {
	var e *ci.Error
	if err := e.UnmarshalJSON([]byte(`{"ErrorCode":970}`)); err == nil {
		t.Error("no error")
	}
}

// TestDeepFieldErrors checks that the texts of deeply nested field errors are not looked for: each level is scanned
// again, so the time would grow with the square of the depth.
func TestDeepFieldErrors(t *testing.T) {
	nested := func(depth int) string {
		return `{"ErrorCode":1134,"Errors":` + strings.Repeat(`{"a":`, depth) + `"bad"` + strings.Repeat("}", depth) + "}"
	}
	shallow, _ := ci.Decode(403, []byte(nested(2)))
	if got := shallow.FieldErrors(); len(got) != 1 || got[0].ErrorMessage != "bad" {
		t.Errorf("two levels: got %v", got)
	}
	deep, _ := ci.Decode(403, []byte(nested(9000)))
	if got := deep.FieldErrors(); len(got) != 0 {
		t.Errorf("9,000 levels: got %v", got)
	}
}
