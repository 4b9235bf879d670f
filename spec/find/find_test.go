package find_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/find"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestQueries checks that what people type finds what they mean among the first five answers.
func TestQueries(t *testing.T) {
	data, err := os.ReadFile("testdata/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	x := find.New(spectest.Builtin(t), find.Options{})
	rows := 0
	for line := range strings.Lines(string(data)) {
		query, want, ok := strings.Cut(line, " => ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		rows++
		var got []string
		matches := x.Words(query)
		for _, m := range matches[:min(5, len(matches))] {
			got = append(got, m.API.ID+"-"+m.Code.Wire())
		}
		for code := range strings.FieldsSeq(want) {
			if !slices.Contains(got, code) {
				t.Errorf("%q: %s is not among %q", query, code, got)
			}
		}
	}
	if rows < 60 {
		t.Errorf("%d rows", rows)
	}
}

// TestSelf checks that every code is found by its number, its anchor, its name and its constant.
func TestSelf(t *testing.T) {
	s := spectest.Builtin(t)
	x := find.New(s, find.Options{})
	for _, a := range s.APIs {
		for _, c := range a.Codes {
			for query, unique := range map[string]bool{
				c.Wire(): false, c.Name: false, "Err" + c.Name: false,
				a.ID + "-" + c.Wire(): true, a.ID + " " + c.Wire(): true, a.Package + ".Err" + c.Name: true,
			} {
				matches := x.Exact(query).Codes
				own := slices.IndexFunc(matches, func(m find.Match) bool { return m.Code == c })
				if own < 0 || unique && len(matches) != 1 || slices.ContainsFunc(matches[:own], func(m find.Match) bool { return m.API == a }) {
					t.Errorf("%q of %s %s: got %v", query, a.ID, c.Wire(), matches)
				}
			}
		}
	}
}

const acme = `
version: 1
statuses:
  - {status: 403, name: Forbidden, message: Forbidden}
  - {status: 429, name: TooManyRequests, message: Too Many Requests}
api: {id: acme, title: Acme, package: acmecodes, envelope: [{name: ErrorCode, type: integer, role: code}]}
categories:
  - {name: Refused, description: It was refused.}
codes:
  - {code: 12, name: CardRefused, aliases: [CardDenied], message: The card was refused, http: 403, categories: [Refused]}
retired:
  - {code: 13, name: Gone, reason: Never sent.}
synthetic:
  - {sdk: Java, codes: [12, 101], description: Its own.}
`

func TestExact(t *testing.T) {
	x := find.New(spectest.Parse(t, acme), find.Options{Packages: map[string]string{"acme": "lrerr"}})
	for query, want := range map[string]string{
		"12":                    "acme 12 by code, SDK Java",
		"0012":                  "acme 12 by code, SDK Java",
		`"12"`:                  "acme 12 by code, SDK Java",
		"CardRefused":           "acme 12 by name",
		"err_card_refused":      "acme 12 by name",
		"errcarddenied":         "acme 12 by name",
		"lrerr.ErrCardRefused":  "acme 12 by name",
		"acmecodes.CardRefused": "acme 12 by name",
		"other.ErrCardRefused":  "acme 12 by name",
		"#acme-12":              "acme 12 by code",
		"acme 12":               "acme 12 by code",
		"ACME-12":               "acme 12 by code",
		"https://a.b/c#acme-12": "acme 12 by code",
		"refused":               "category acme Refused",
		"acme-category-Refused": "category acme Refused",
		"403":                   "status 403",
		"HTTP 403":              "status 403",
		"http-403":              "status 403",
		"too_many_requests":     "status 429",
		"13":                    "retired acme 13",
		"ErrGone":               "retired acme 13",
		"101":                   "SDK Java",
		"14":                    "",
		"":                      "",
		"acme":                  "",
		"acme ":                 "",
		"err":                   "",
	} {
		if got := describe(x.Exact(query)); got != want {
			t.Errorf("%q: got %q, want %q", query, got, want)
		}
	}
}

// TestAnchors checks that every anchor on the page of an API finds what it links to, and nothing else.
func TestAnchors(t *testing.T) {
	texts := spectest.Parse(t, `
version: 1
statuses: [{status: 403, name: Forbidden, message: Forbidden}]
api: {id: shop, title: Shop, envelope: [{name: code, type: string, role: code}]}
categories: [{name: Gone, description: D.}, {name: Sold, description: D.}]
codes:
  - {code: out-of-stock, name: OutOfStock, message: m, http: 403, categories: [Gone, Sold]}
  - {code: gone, name: IsGone, message: m, categories: [Gone, Sold]}
  - {code: http-403, name: Refused, message: m}
retired: [{code: sold-out, reason: R.}]
`)
	for _, s := range []*spec.Spec{spectest.Builtin(t), texts} {
		x := find.New(s, find.Options{})
		check := func(anchor string, want find.Answer) {
			for _, query := range []string{anchor, "docs/page.md#" + anchor, strings.ToUpper(anchor)} {
				if got := describe(x.Exact(query)); got != describe(want) {
					t.Errorf("%s: got %q, want %q", query, got, describe(want))
				}
			}
		}
		for _, a := range s.APIs {
			for _, c := range a.Codes {
				check(a.Anchor(c.Wire()), find.Answer{Codes: []find.Match{{API: a, Code: c, By: find.ByCode}}})
			}
			for _, r := range a.Retired {
				check(a.Anchor(r.Wire()), find.Answer{Retired: []find.Retired{{API: a, Retired: r}}})
			}
			for _, c := range a.Categories {
				check(a.CategoryAnchor(c.Name), find.Answer{Categories: []find.Category{{API: a, Category: c}}})
			}
			for _, st := range s.Statuses {
				check(a.StatusAnchor(st), find.Answer{Statuses: []*spec.Status{st}})
			}
		}
	}
}

func describe(a find.Answer) string {
	var parts []string
	for _, m := range a.Codes {
		parts = append(parts, fmt.Sprintf("%s %s by %s", m.API.ID, m.Code.Wire(), m.By))
	}
	for _, c := range a.Categories {
		parts = append(parts, "category "+c.API.ID+" "+c.Category.Name)
	}
	for _, s := range a.Statuses {
		parts = append(parts, fmt.Sprintf("status %d", s.Number))
	}
	for _, r := range a.Retired {
		parts = append(parts, "retired "+r.API.ID+" "+r.Retired.Wire())
	}
	for _, s := range a.Synthetic {
		parts = append(parts, "SDK "+s.SDK)
	}
	return strings.Join(parts, ", ")
}

func TestMessageFirst(t *testing.T) {
	s := spectest.Parse(t, acme)
	x := find.New(s, find.Options{})
	if got := x.Words("the CARD was refused."); len(got) != 1 || got[0].By != find.ByMessage {
		t.Errorf("a whole message: got %v", got)
	}
	if got := x.Words("refused card"); len(got) != 1 || got[0].By != find.ByWords {
		t.Errorf("words: got %v", got)
	}
	for _, query := range []string{"", "the", "zebra", "?!"} {
		if got := x.Words(query); len(got) != 0 {
			t.Errorf("%q: got %v", query, got)
		}
	}
}

// TestNarrowed checks that a search in one API ranks as a search in all of them does.
func TestNarrowed(t *testing.T) {
	s := spectest.Builtin(t)
	sso := s.API("sso")
	narrow := find.New(s, find.Options{APIs: []*spec.API{sso}})
	var want []find.Match
	for _, m := range find.New(s, find.Options{}).Words("password wrong") {
		if m.API == sso {
			want = append(want, m)
		}
	}
	if got := narrow.Words("password wrong"); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := narrow.Exact("970"); !got.Empty() {
		t.Errorf("970: got %v", got)
	}
}

func TestLikeliest(t *testing.T) {
	s := spectest.Builtin(t)
	x := find.New(s, find.Options{})
	for text, want := range map[string]string{
		"error 1198": "customer-identity",
		"HTTP/1.1 400 Bad Request ErrorCode 1198":   "sso",
		"ErrorCode 1198, the password is not right": "sso",
	} {
		if got := find.Likeliest(x.Exact("1198").Codes, text); got[0].API.ID != want || len(got) != 2 {
			t.Errorf("%q: got %s first, want %s", text, got[0].API.ID, want)
		}
	}
}

func TestStopWords(t *testing.T) {
	if !slices.IsSorted(find.WordTables().StopWords) {
		t.Error("the stop words are not sorted, but a binary search looks them up")
	}
}

func FuzzWords(f *testing.F) {
	x := find.New(spectest.Builtin(f), find.Options{})
	f.Add("email not verified")
	f.Add("İ \xff '' ErrQRMissing-İ")
	f.Fuzz(func(t *testing.T, query string) {
		for _, m := range x.Words(query) {
			if m.Score < 0 || m.Score == 0 && m.By == find.ByWords {
				t.Errorf("%q: %v", query, m)
			}
		}
		x.Exact(query)
		x.Numbers(query)
	})
}

// TestMessageOfOneWord checks that a message which may be a name as well, such as invalid_request, finds its code.
func TestMessageOfOneWord(t *testing.T) {
	s := spectest.Builtin(t)
	x := find.New(s, find.Options{})
	n := 0
	for _, a := range s.APIs {
		for _, c := range a.Codes {
			for _, message := range append([]string{c.Message}, c.Also...) {
				if message == "" || strings.Contains(message, " ") {
					continue
				}
				n++
				if !slices.ContainsFunc(x.Exact(message).Codes, func(m find.Match) bool { return m.Code == c }) {
					t.Errorf("%q does not find %s %s", message, a.ID, c.Wire())
				}
			}
		}
	}
	if n == 0 {
		t.Error("no message is one word")
	}
}
