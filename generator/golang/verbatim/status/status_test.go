package status

import "testing"

// TestCatalogue asks for each status in every way.
func TestCatalogue(t *testing.T) {
	rest := Map()
	for s, info := range All() {
		found, ok := Lookup(int(s))
		named, known := ByName(info.Name)
		if !ok || !known || found != info || named != s || rest[s] != info || info.Status != s || !s.Known() || !s.MatchesHTTPStatus(int(s)) {
			t.Errorf("%v: Lookup %+v, ByName %v, Map %+v", s, found, named, rest[s])
		}
		if s.Name() != info.Name || s.Message() != info.Message || s.Description() != info.Description {
			t.Errorf("%v: the methods differ from %+v", s, info)
		}
		delete(rest, s)
	}
	if len(rest) > 0 {
		t.Errorf("Map has more than All: %v", rest)
	}
	for range All() {
		break
	}
}

// TestStatus asks for statuses that the catalogue has, and others.
func TestStatus(t *testing.T) {
	for _, c := range []struct {
		status    Status
		text      string
		retryable bool
	}{
		{Forbidden, "HTTP 403: Forbidden", false},
		{Conflict, "HTTP 409: Conflict", true}, // by the catalogue
		{503, "HTTP 503", true},                // by HTTP
		{404, "HTTP 404", false},
		{-1, "HTTP -1", false},
		{0, "HTTP 0", false},
	} {
		if c.status.Error() != c.text || c.status.Retryable() != c.retryable {
			t.Errorf("%v: retryable %t, want %q", c.status, c.status.Retryable(), c.text)
		}
	}
	for _, name := range []string{"", "forbidden", "NotFound", "PaymentRequire"} {
		if s, ok := ByName(name); ok || s != 0 {
			t.Errorf("%q: %v", name, s)
		}
	}
	if info, ok := Lookup(404); ok || info != (Info{}) {
		t.Errorf("404: %+v", info)
	}
}
