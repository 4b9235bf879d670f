package httpstatus_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"testing"

	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// TestCatalogue goes through all statuses: every way to ask for one gives the same.
func TestCatalogue(t *testing.T) {
	last, all := httpstatus.Status(0), httpstatus.Map()
	for s, info := range httpstatus.All() {
		if s <= last || http.StatusText(int(s)) == "" {
			t.Errorf("%d is out of order, or no HTTP status", int(s))
		}
		found, ok := httpstatus.Lookup(int(s))
		named, known := httpstatus.ByName(info.Name)
		if !ok || !known || found != info || all[s] != info || info.Status != s || named != s || !s.Known() {
			t.Errorf("%d: %v, %v, %v", int(s), found, named, all[s])
		}
		if s.Name() != info.Name || s.Message() != info.Message || s.Description() != info.Description || s.Retryable() != info.Retryable {
			t.Errorf("%d: the methods differ from %+v", int(s), info)
		}
		if !errors.Is(fmt.Errorf("w: %w", s), s) || !s.MatchesHTTPStatus(int(s)) || s.MatchesHTTPStatus(int(s)+1) {
			t.Errorf("%d does not match itself alone", int(s))
		}
		delete(all, s)
		last = s
	}
	if len(all) > 0 {
		t.Errorf("left over: %v", all)
	}
}

func TestUnknown(t *testing.T) {
	for _, n := range []int{-1, 0, 199, 402, 418, 999, math.MaxInt32, math.MinInt32} {
		s := httpstatus.Status(n)
		if _, ok := httpstatus.Lookup(n); ok || s.Known() || s.Retryable() || s.Name()+s.Message()+s.Description() != "" {
			t.Errorf("%d is known", n)
		}
		if want := fmt.Sprintf("HTTP %d", n); s.Error() != want || fmt.Sprint(s) != want {
			t.Errorf("%d prints %q", n, s)
		}
		if !s.MatchesHTTPStatus(n) || !errors.Is(s, s) {
			t.Errorf("%d does not match itself", n)
		}
	}
	for _, name := range []string{"", "Teapot", "ErrOK", "ok", "OK "} {
		if s, ok := httpstatus.ByName(name); ok || s != 0 {
			t.Errorf("%q is %d", name, int(s))
		}
	}
}

func TestPrinted(t *testing.T) {
	data, err := json.Marshal(map[string]httpstatus.Status{"status": httpstatus.Forbidden})
	if string(data) != `{"status":403}` || err != nil {
		t.Errorf("marshalled: %s, %v", data, err)
	}
	if text := fmt.Sprintf("%v %d", httpstatus.Forbidden, httpstatus.Forbidden); text != "HTTP 403: Forbidden 403" {
		t.Errorf("printed: %s", text)
	}
	if httpstatus.TooManyRequests != http.StatusTooManyRequests || !httpstatus.TooManyRequests.Retryable() {
		t.Error("429 is another")
	}
}
