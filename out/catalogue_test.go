package out_test

import (
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
	"github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/oidc"
	"github.com/lrcodes/lrcodes/out/sso"
)

// code and category are what the types of all packages have in common.
type code interface {
	comparable
	error
	Name() string
	Message() string
	Description() string
	HTTPStatus() int
	Retryable() bool
	Known() bool
}

type category[C code] interface {
	comparable
	error
	Name() string
	Codes() []C
}

// surface is a package as the tests see it.
type surface[C code, K category[C], I comparable] struct {
	id           string
	body         string // of a response, for fmt
	first        K
	all          func() iter.Seq2[C, I]
	mapped       func() map[C]I
	lookup       func(C) (I, bool)
	byName       func(string) (C, bool)
	byHTTPStatus func(int) []C
	byMessage    func(string) []C
	categories   func(C) []K
	decode       func(int, []byte) (error, bool)
	codeOf       func(error) C
}

func TestCatalogue(t *testing.T) {
	check(t, surface[clouddirectory.Code, clouddirectory.Category, clouddirectory.Info]{
		"cloud-directory", `{"ErrorCode":%s}`, 1, clouddirectory.All, clouddirectory.Map,
		func(c clouddirectory.Code) (clouddirectory.Info, bool) { return clouddirectory.Lookup(int(c)) },
		clouddirectory.ByName, clouddirectory.ByHTTPStatus, clouddirectory.ByMessage, clouddirectory.Code.Categories,
		func(status int, body []byte) (error, bool) { return clouddirectory.Decode(status, body) }, clouddirectory.CodeOf,
	})
	check(t, surface[customeridentity.Code, customeridentity.Category, customeridentity.Info]{
		"customer-identity", `{"errorCode":"%s"}`, 1, customeridentity.All, customeridentity.Map,
		func(c customeridentity.Code) (customeridentity.Info, bool) { return customeridentity.Lookup(int(c)) },
		customeridentity.ByName, customeridentity.ByHTTPStatus, customeridentity.ByMessage, customeridentity.Code.Categories,
		func(status int, body []byte) (error, bool) { return customeridentity.Decode(status, body) }, customeridentity.CodeOf,
	})
	check(t, surface[sso.Code, sso.Category, sso.Info]{
		"sso", `[{"ERRORCODE":%s.0}]`, 1, sso.All, sso.Map,
		func(c sso.Code) (sso.Info, bool) { return sso.Lookup(int(c)) },
		sso.ByName, sso.ByHTTPStatus, sso.ByMessage, sso.Code.Categories,
		func(status int, body []byte) (error, bool) { return sso.Decode(status, body) }, sso.CodeOf,
	})
	check(t, surface[oidc.Code, oidc.Category, oidc.Info]{
		"oidc", `{"error":"%s"}`, 1, oidc.All, oidc.Map,
		func(c oidc.Code) (oidc.Info, bool) { return oidc.Lookup(string(c)) },
		oidc.ByName, oidc.ByHTTPStatus, oidc.ByMessage, oidc.Code.Categories,
		func(status int, body []byte) (error, bool) { return oidc.Decode(status, body) }, oidc.CodeOf,
	})
}

// check goes through all codes: every way to ask for one gives the same.
func check[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I]) {
	rest := s.mapped()
	for c, info := range s.all() {
		entry := reflect.ValueOf(info)
		field := func(name string) any { return entry.FieldByName(name).Interface() }
		found, known := s.lookup(c)
		if !known || !c.Known() || found != info || rest[c] != info || field("Code") != any(c) {
			t.Errorf("%v: Lookup %v, Map %v, All %v", c, found, rest[c], info)
		}
		delete(rest, c)
		if c.Name() != field("Name") || c.Message() != field("Message") || c.Description() != field("Description") ||
			c.HTTPStatus() != field("HTTPStatus") || c.Retryable() != field("Retryable") || c.Name() == "" || c.Message() == "" {
			t.Errorf("%v: the methods differ from %+v", c, info)
		}
		for _, name := range []string{c.Name(), "Err" + c.Name()} {
			if named, ok := s.byName(name); !ok || named != c {
				t.Errorf("%v: ByName(%q) is %v", c, name, named)
			}
		}
		if !slices.Contains(s.byMessage(c.Message()), c) {
			t.Errorf("%v: not found by its message", c)
		}
		if status := c.HTTPStatus(); slices.Contains(s.byHTTPStatus(status), c) != (status != 0) {
			t.Errorf("%v: found or not by the HTTP status %d", c, status)
		}
		checkResponse(t, s, c)
		checkCategories(t, s, c)
	}
	if len(rest) > 0 {
		t.Errorf("%s: Map has more than All: %v", s.id, rest)
	}
	checkUnknown(t, s)
}

func checkResponse[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I], c C) {
	wire := strings.TrimSuffix(strings.TrimPrefix(c.Error(), s.id+" "), ": "+c.Message())
	err, ok := s.decode(0, fmt.Appendf(nil, s.body, wire))
	if !ok || !errors.Is(err, c) || s.codeOf(fmt.Errorf("w: %w", errors.Join(err))) != c {
		t.Errorf("%v: decoded as %v", c, err)
	}
}

func checkCategories[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I], c C) {
	held := s.categories(c)
	for other := range s.all() {
		for _, k := range s.categories(other) {
			if in := slices.Contains(held, k); errors.Is(c, k) != in || slices.Contains(k.Codes(), c) != in || k.Name() == "" {
				t.Errorf("%v and its category %v disagree", c, k)
			}
		}
	}
}

// checkUnknown asks for what the catalogue lacks, in every way.
func checkUnknown[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I]) {
	var unknown []C
	for _, v := range []any{-1, 0, 1, 899, 1 << 20, 1<<31 - 1, -1 << 31, "", "no_such_code", strings.Repeat("x", 1000)} {
		target := reflect.TypeFor[C]()
		if value := reflect.ValueOf(v); value.Kind() == target.Kind() {
			unknown = append(unknown, value.Convert(target).Interface().(C))
		}
	}
	for _, c := range unknown {
		info, ok := s.lookup(c)
		if ok || info != *new(I) || c.Known() || c.Retryable() || c.HTTPStatus() != 0 || c.Name()+c.Message()+c.Description() != "" || s.categories(c) != nil {
			t.Errorf("%s: %v is known", s.id, c)
		}
		if errors.Is(c, s.first) || slices.Contains(s.first.Codes(), c) {
			t.Errorf("%s: %v is in a category", s.id, c)
		}
	}
	for _, name := range []string{"", "Err", "err", "ErrErr", "NoSuchName", "ErrNoSuchName", strings.Repeat("x", 1000)} {
		if c, ok := s.byName(name); ok || c != *new(C) {
			t.Errorf("%s: ByName(%q) is %v", s.id, name, c)
		}
	}
	if codes := append(append(s.byHTTPStatus(0), s.byHTTPStatus(299)...), s.byMessage("")...); codes != nil {
		t.Errorf("%s: found %v by nothing", s.id, codes)
	}
}
