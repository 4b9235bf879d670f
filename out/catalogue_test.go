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
	"github.com/lrcodes/lrcodes/out/management"
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
	Body() []byte
	DocsURL() string
	Err() error
	ErrorCode() (api, code string)
}

type category[C code] interface {
	~string
	error
	Description() string
	Codes() []C
}

// surface is a package as the tests see it.
type surface[C code, K category[C], I comparable] struct {
	id           string
	body         string // of a response, for fmt
	all          func() iter.Seq2[C, I]
	mapped       func() map[C]I
	lookup       func(C) (I, bool)
	byName       func(string) (C, bool)
	parse        func(string) (C, bool)
	byHTTPStatus func(int) []C
	byMessage    func(string) []C // nil where the messages are not those of the service
	categoriesOf func(C) []K
	categories   func() []K
	check        func(int, []byte) error
	codeOf       func(error) C
}

func TestCatalogue(t *testing.T) {
	check(t, surface[clouddirectory.Code, clouddirectory.Category, clouddirectory.Info]{
		clouddirectory.API, `{"ErrorCode":%s}`, clouddirectory.All, clouddirectory.Map,
		func(c clouddirectory.Code) (clouddirectory.Info, bool) { return clouddirectory.Lookup(int(c)) },
		clouddirectory.ByName, clouddirectory.Parse, clouddirectory.ByHTTPStatus, clouddirectory.ByMessage, clouddirectory.Code.Categories,
		clouddirectory.Categories, clouddirectory.Check, clouddirectory.CodeOf,
	})
	check(t, surface[customeridentity.Code, customeridentity.Category, customeridentity.Info]{
		customeridentity.API, `{"errorCode":"%s"}`, customeridentity.All, customeridentity.Map,
		func(c customeridentity.Code) (customeridentity.Info, bool) { return customeridentity.Lookup(int(c)) },
		customeridentity.ByName, customeridentity.Parse, customeridentity.ByHTTPStatus, nil, customeridentity.Code.Categories,
		customeridentity.Categories, customeridentity.Check, customeridentity.CodeOf,
	})
	check(t, surface[management.Code, management.Category, management.Info]{
		management.API, `{"errorCode":"%s"}`, management.All, management.Map,
		func(c management.Code) (management.Info, bool) { return management.Lookup(int(c)) },
		management.ByName, management.Parse, management.ByHTTPStatus, nil, management.Code.Categories,
		management.Categories, management.Check, management.CodeOf,
	})
	check(t, surface[sso.Code, sso.Category, sso.Info]{
		sso.API, `[{"ERRORCODE":%s.0}]`, sso.All, sso.Map,
		func(c sso.Code) (sso.Info, bool) { return sso.Lookup(int(c)) },
		sso.ByName, sso.Parse, sso.ByHTTPStatus, nil, sso.Code.Categories, sso.Categories, sso.Check, sso.CodeOf,
	})
	check(t, surface[oidc.Code, oidc.Category, oidc.Info]{
		oidc.API, `{"error":"%s"}`, oidc.All, oidc.Map,
		func(c oidc.Code) (oidc.Info, bool) { return oidc.Lookup(string(c)) },
		oidc.ByName, oidc.Parse, oidc.ByHTTPStatus, nil, oidc.Code.Categories, oidc.Categories, oidc.Check, oidc.CodeOf,
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
			c.HTTPStatus() != field("HTTPStatus") || c.Retryable() != field("Retryable") || c.Name() == "" {
			t.Errorf("%v: the methods differ from %+v", c, info)
		}
		for _, name := range []string{c.Name(), "Err" + c.Name()} {
			if named, ok := s.byName(name); !ok || named != c {
				t.Errorf("%v: ByName(%q) is %v", c, name, named)
			}
		}
		if s.byMessage != nil && !slices.Contains(s.byMessage(c.Message()), c) {
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

// checkResponse sends a code through responses.
func checkResponse[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I], c C) {
	api, wire := c.ErrorCode()
	if text := api + " " + wire + ": " + c.Message(); c.Error() != text || api != s.id || c.Err() != error(c) {
		t.Errorf("%q, want %q", c, text)
	}
	if parsed, ok := s.parse(wire); !ok || parsed != c {
		t.Errorf("%v: Parse(%q) is %v", c, wire, parsed)
	}
	if url := c.DocsURL(); !strings.HasPrefix(url, "https://") || !strings.Contains(url, "#"+s.id+"-") {
		t.Errorf("%v: the documentation is at %q", c, url)
	}
	for _, body := range [][]byte{fmt.Appendf(nil, s.body, wire), c.Body()} {
		for _, status := range []int{200, 403} {
			err := s.check(status, body)
			if !errors.Is(err, c) || s.codeOf(fmt.Errorf("w: %w", errors.Join(err))) != c {
				t.Errorf("%v: %s with status %d decoded as %v", c, body, status, err)
			}
		}
	}
}

func checkCategories[C code, K category[C], I comparable](t *testing.T, s surface[C, K, I], c C) {
	has := s.categoriesOf(c)
	for _, k := range s.categories() {
		if in := slices.Contains(has, k); errors.Is(c, k) != in || slices.Contains(k.Codes(), c) != in || k.Error() != string(k) || k.Description() == "" {
			t.Errorf("%v and its category %v disagree", c, k)
		}
	}
	for _, k := range has {
		if !slices.Contains(s.categories(), k) {
			t.Errorf("%v: the category %v is not listed", c, k)
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
		if ok || info != *new(I) || c.Known() || c.Retryable() || c.HTTPStatus() != 0 || c.Name()+c.Message()+c.Description() != "" || s.categoriesOf(c) != nil {
			t.Errorf("%s: %v is known", s.id, c)
		}
		for _, k := range append(s.categories(), "", "NoSuchCategory") {
			if errors.Is(c, k) || slices.Contains(k.Codes(), c) {
				t.Errorf("%s: %v is in the category %v", s.id, c, k)
			}
		}
		if c.DocsURL() != "" || (c.Err() == nil) != (c == *new(C)) {
			t.Errorf("%s: %v has documentation, or is the zero code", s.id, c)
		}
	}
	for _, name := range []string{"", "Err", "err", "ErrErr", "NoSuchName", "ErrNoSuchName", strings.Repeat("x", 1000)} {
		if c, ok := s.byName(name); ok || c != *new(C) {
			t.Errorf("%s: ByName(%q) is %v", s.id, name, c)
		}
	}
	if codes := append(s.byHTTPStatus(0), s.byHTTPStatus(299)...); codes != nil {
		t.Errorf("%s: found %v by a status that no code has", s.id, codes)
	}
	if s.byMessage != nil && s.byMessage("") != nil {
		t.Errorf("%s: found codes by the empty message", s.id)
	}
}
