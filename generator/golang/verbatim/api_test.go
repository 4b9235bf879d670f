package verbatim

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// foreign is the code of another generated package of an API.
type foreign struct{ api, code string }

func (f foreign) Error() string                 { return f.api + " " + f.code }
func (f foreign) ErrorCode() (api, code string) { return f.api, f.code }

// status is an HTTP status as the generated package of them has it.
type status int

func (s status) Error() string                  { return fmt.Sprint(int(s)) }
func (s status) MatchesHTTPStatus(got int) bool { return int(s) == got }

// TestCheck tests what an error response is, and what is found in it.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
		code   Code
		text   string // of the error, or "" for nil
	}{
		{200, `{}`, 0, ""},
		{200, `{"ErrorCode":"0901","Message":"m"}`, ErrCardExpired, "acme-billing 901: m"},
		{402, `[{"errorCode":901.0}]`, ErrCardExpired, "acme-billing 901: The card has expired"},
		{403, `{"ErrorCode":4242}`, 4242, "acme-billing 4242"},
		{403, `{"Message":"a\nb"}`, 0, `acme-billing HTTP 403: `},
		{502, `<html>`, 0, "acme-billing HTTP 502"},
		{0, `{"ErrorCode":999}`, ErrLedgerUnavailable, "acme-billing 999: The ledger is not available"},
		{399, strings.Repeat(" ", maxBody) + `{"ErrorCode":901}`, 0, ""},
	} {
		err := Check(c.status, []byte(c.body))
		if text := fmt.Sprint(err); c.text == "" && err != nil || !strings.HasPrefix(text, c.text) || strings.Contains(text, "\n") {
			t.Errorf("%d %.40s: %s", c.status, c.body, text)
		}
		if wrapped := fmt.Errorf("w: %w", errors.Join(errors.New("x"), err)); CodeOf(wrapped) != c.code {
			t.Errorf("%d %.40s: the code is %v", c.status, c.body, CodeOf(wrapped))
		}
	}
}

// TestIs compares errors with codes, categories and statuses, also with those of another package of this API.
func TestIs(t *testing.T) {
	response := Check(402, []byte(`{"ErrorCode":901}`))
	for target, want := range map[error]bool{
		ErrCardExpired: true, ErrAccountLocked: false, ErrCardTrouble: true, ErrLocked: false, status(402): true, status(403): false,
		foreign{API, "901"}: true, foreign{API, "902"}: false, foreign{"other", "901"}: false,
	} {
		if errors.Is(response, target) != want {
			t.Errorf("the response is %v: %t", target, !want)
		}
	}
	var code Code
	if !errors.As(response, &code) || code != ErrCardExpired || ErrCardExpired.Err() == nil || Code(0).Err() != nil {
		t.Errorf("the code of the response is %v", code)
	}
	for _, c := range Categories() {
		for _, code := range c.Codes() {
			if !errors.Is(code, c) || !slices.Contains(code.Categories(), c) {
				t.Errorf("%v is not in its category %v", code, c)
			}
		}
		if c.Description() == "" || !errors.Is(c, c) {
			t.Errorf("category %v", c)
		}
	}
}

// oldSDK, newSDK and outerSDK are errors of a client library.
type oldSDK struct{ body string }

func (e oldSDK) Error() string  { return "sdk" }
func (e oldSDK) Code() string   { return "LoginradiusRespondedWithError" }
func (e oldSDK) OrigErr() error { return errors.New(e.body) }

type newSDK struct{ body string }

func (e newSDK) Error() string { return "403 Forbidden" }
func (e newSDK) Body() []byte  { return []byte(e.body) }
func (e newSDK) Model() any    { return nil }

type outerSDK struct {
	StatusCode int
	RawBody    []byte
}

func (outerSDK) Error() string { return "sdk" }

// TestFromError finds the response in each kind of error that contains one.
func TestFromError(t *testing.T) {
	const body = `{"ErrorCode":902}`
	response := Check(409, []byte(body))
	for _, c := range []struct {
		err    error
		status int // 0 if nothing is found
	}{
		{response, 409},
		{ErrAccountLocked, 403},
		{foreign{API, "902"}, 403},
		{oldSDK{body}, 403},
		{newSDK{body}, 403},
		{&outerSDK{429, []byte(body)}, 429},
		{foreign{"other", "902"}, 0},
		{oldSDK{`{"error":"invalid_grant"}`}, 0},
		{outerSDK{500, []byte("<html>")}, 0},
		{errors.New("902"), 0},
	} {
		for _, err := range []error{c.err, fmt.Errorf("w: %w", c.err), errors.Join(errors.New("x"), c.err)} {
			e, ok := FromError(err)
			if ok != (c.status != 0) || ok && e.Code != ErrAccountLocked || StatusOf(err) != c.status || (CodeOf(err) == ErrAccountLocked) != ok {
				t.Errorf("%T in %T: %v, status %d", c.err, err, e, StatusOf(err))
			}
		}
	}
	if e, ok := FromError(nil); ok || e != nil || StatusOf(nil) != 0 || CodeOf(nil) != 0 {
		t.Errorf("nil contains %v", e)
	}
}

// TestFind asks the catalogue in each way.
func TestFind(t *testing.T) {
	for message, want := range map[string][]Code{
		"The card has expired": {ErrCardExpired}, "The card is too old": {ErrCardExpired}, "Not used": {ErrReserved}, "the card": nil, "": nil,
	} {
		if got := ByMessage(message); !slices.Equal(got, want) {
			t.Errorf("%q: %v", message, got)
		}
	}
	if got := ByHTTPStatus(403); !slices.Equal(got, []Code{ErrAccountLocked, ErrLedgerUnavailable}) || ByHTTPStatus(0) != nil {
		t.Errorf("403: %v", got)
	}
	if info, ok := Lookup(902); !ok || Map()[902] != info || info.Name != ErrAccountLocked.Name() || len(Map()) != 4 {
		t.Errorf("902: %+v", info)
	}
	if info, ok := Lookup(4242); ok || info != (Info{}) || Code(4242).Known() || Code(4242).DocsURL() != "" {
		t.Errorf("4242: %+v", info)
	}
	if url := ErrAccountLocked.DocsURL(); url != "https://acme.example/codes#acme-billing-902" {
		t.Error(url)
	}
}

// TestRetryable tests that the HTTP status comes before the code, and the code before the status 500.
func TestRetryable(t *testing.T) {
	for _, c := range []struct {
		status int
		code   Code
		want   bool
	}{
		{429, ErrCardExpired, true}, {403, ErrCardExpired, false}, {403, ErrLedgerUnavailable, true}, {500, ErrCardExpired, false},
		{500, 4242, true}, {409, 4242, true}, {501, 4242, false}, {408, 4242, true}, {0, 0, false},
	} {
		if e := (&Error{StatusCode: c.status, Code: c.code}); e.Retryable() != c.want || e.Problem().Retryable != c.want {
			t.Errorf("%d with %v: %t", c.status, c.code, !c.want)
		}
	}
}

// TestJSON sends a response through JSON, and compares it with what comes back: the hidden body is lost.
func TestJSON(t *testing.T) {
	e := decode(402, `{"ErrorCode":901,"Message":"m","Attempts":3,"Data":{"access_token":"secret"}}`)
	data, err := json.Marshal(e)
	if err != nil || strings.Contains(string(data), "secret") || strings.Contains(fmt.Sprintf("%+v %#v", e, e.LogValue()), "secret") {
		t.Errorf("%s, %v", data, err)
	}
	var again Error
	if err := json.Unmarshal(data, &again); err != nil || !again.same(e) || again.Equal(e) || !e.Equal(e) {
		t.Errorf("%s became %+v, %v", data, again, err)
	}
	reworded := *e
	if reworded.Message = "n"; reworded.Equal(e) {
		t.Errorf("%v equals %v", reworded, e)
	}
	if err := json.Unmarshal([]byte(`{"a":1}`), &again); err == nil || again.Code != 901 {
		t.Errorf("a value that is no response became %+v", again)
	}
	p := e.Problem()
	if p.Type != ErrCardExpired.DocsURL() || p.Title != ErrCardExpired.Message() || p.Status != 402 || p.Detail != "m" || p.ErrorCode != 901 {
		t.Errorf("%+v", p)
	}
}

// TestNil calls the methods of a response that is not there.
func TestNil(t *testing.T) {
	var e *Error
	api, code := e.ErrorCode()
	if e.Error() != API+": no error response" || errors.Is(e, ErrCardExpired) || errors.As(e, new(Code)) || e.Retryable() || !e.Equal(nil) ||
		e.Equal(&Error{}) || e.Body() == nil || len(e.Body()) > 0 || api != API || code != "" || e.Problem().Type != "about:blank" || e.LogValue().String() == "" {
		t.Errorf("%v: %q, %q, %+v", e, api, code, e.Problem())
	}
}
