// Package find finds the codes that a number, a name, a sentence or a log means.
//
// [Index.Exact] answers a query that names something of the spec: a code, a Go name, an anchor, a category or an HTTP
// status. [Index.Words] ranks the codes by how well their texts match a few words. [Index.Scan] reads a response
// body or a log of any length and finds the codes in it:
//
//	index := find.New(s, find.Options{})
//	for _, m := range index.Words("email not verified") {
//		fmt.Println(m.API.ID, m.Code.Wire(), m.Code.Message)
//	}
//
// A number means something only within its API, so every answer names the API, and a number that several APIs have is
// answered for all of them.
//
// Non-goals: regular expressions, reading compressed or encoded text, and finding more than the words of the spec say.
package find

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/lrcodes/lrcodes/spec"
)

// Options narrows a search.
type Options struct {
	APIs     []*spec.API       // the APIs that are searched; nil means all
	Packages map[string]string // API id → name of the Go package, where it is not that of the spec
}

// Index answers queries about one spec. It is safe for concurrent use.
type Index struct {
	spec     *spec.Spec
	apis     []*spec.API
	packages map[string]string
	ranking  func() *ranking
}

// New returns an index of a spec. It is cheap: the words are indexed when [Index.Words] is called first.
func New(s *spec.Spec, o Options) *Index {
	apis := o.APIs
	if apis == nil {
		apis = s.APIs
	}
	return &Index{spec: s, apis: apis, packages: o.Packages, ranking: sync.OnceValue(func() *ranking { return newRanking(s) })}
}

// How says which part of a code matched a query.
type How string

// What a query can match.
const (
	ByCode    How = "code"
	ByName    How = "name"
	ByMessage How = "message"
	ByWords   How = "words"
)

// Match is a code that a query may mean.
type Match struct {
	API   *spec.API
	Code  *spec.Code
	By    How
	Score float64 // of Words: higher is likelier
}

// Answer is everything that a query names exactly.
type Answer struct {
	Codes      []Match
	Categories []Category
	Statuses   []*spec.Status
	Retired    []Retired
	Synthetic  []*spec.Synthetic
}

// Category is a category and its API.
type Category struct {
	API      *spec.API
	Category *spec.Category
}

// Retired is a retired code and its API.
type Retired struct {
	API     *spec.API
	Retired *spec.Retired
}

// Empty reports whether the query names nothing.
func (a Answer) Empty() bool { return a.count() == 0 }

func (a Answer) count() int {
	return len(a.Codes) + len(a.Categories) + len(a.Statuses) + len(a.Retired) + len(a.Synthetic)
}

// Exact returns what a query names exactly, by API and then by code: a code on the wire, a Go name or an alias in any
// case and with or without package and Err, an anchor, a category, an HTTP status, or a number that an SDK reports.
func (x *Index) Exact(query string) Answer {
	q := strings.Trim(strings.TrimSpace(query), "\"'`")
	if i := strings.LastIndexByte(q, '#'); i >= 0 {
		q = q[i+1:]
	}
	var out Answer
	for _, a := range x.apis {
		if rest, ok := x.within(a, q); ok {
			n := out.count()
			if x.exactAnchor(&out, a, q); out.count() == n {
				x.exactIn(&out, a, rest)
			}
		}
	}
	if !out.Empty() {
		return out
	}
	for _, a := range x.apis {
		x.exactIn(&out, a, q)
	}
	x.exactStatus(&out, q)
	if number, err := strconv.Atoi(q); err == nil {
		for _, y := range x.spec.Synthetic {
			if slices.Contains(y.Numbers, number) {
				out.Synthetic = append(out.Synthetic, y)
			}
		}
	}
	return out
}

// within reports whether a query begins with the id or the package of an API, and returns what follows it.
func (x *Index) within(a *spec.API, q string) (string, bool) {
	for _, prefix := range []string{a.ID, a.Package, x.packages[a.ID]} {
		if prefix == "" || len(q) <= len(prefix)+1 || !strings.EqualFold(q[:len(prefix)], prefix) {
			continue
		}
		if strings.IndexByte("-. :/", q[len(prefix)]) >= 0 {
			rest := strings.TrimSpace(q[len(prefix)+1:])
			return rest, rest != ""
		}
	}
	return "", false
}

// exactIn adds what a query names within an API.
func (x *Index) exactIn(out *Answer, a *spec.API, q string) {
	wire := wireForm(a, q)
	for _, c := range a.Codes {
		switch {
		case c.Wire() == wire || c.Text != "" && strings.EqualFold(c.Text, wire):
			out.Codes = append(out.Codes, Match{API: a, Code: c, By: ByCode})
		case named(q, c.Name) || slices.ContainsFunc(c.Aliases, func(alias string) bool { return named(q, alias) }):
			out.Codes = append(out.Codes, Match{API: a, Code: c, By: ByName})
		case isWord(q) && (c.Message == q || slices.Contains(c.Also, q)):
			out.Codes = append(out.Codes, Match{API: a, Code: c, By: ByMessage})
		}
	}
	for _, c := range a.Categories {
		if named(q, c.Name) {
			out.Categories = append(out.Categories, Category{API: a, Category: c})
		}
	}
	for _, r := range a.Retired {
		if r.Wire() == wire || named(q, r.Name) || slices.ContainsFunc(r.Aliases, func(alias string) bool { return named(q, alias) }) {
			out.Retired = append(out.Retired, Retired{API: a, Retired: r})
		}
	}
}

// isWord reports whether a message is one word, such as invalid_request, and so may be a name as well. Others are sentences,
// which Words finds.
func isWord(message string) bool { return !strings.ContainsAny(message, " \t") }

// exactAnchor adds what has the query as its anchor on the page of an API. In the anchor of a text, most signs are escaped.
func (x *Index) exactAnchor(out *Answer, a *spec.API, q string) {
	for _, c := range a.Codes {
		if strings.EqualFold(a.Anchor(c.Wire()), q) {
			out.Codes = append(out.Codes, Match{API: a, Code: c, By: ByCode})
		}
	}
	for _, r := range a.Retired {
		if strings.EqualFold(a.Anchor(r.Wire()), q) {
			out.Retired = append(out.Retired, Retired{API: a, Retired: r})
		}
	}
	for _, c := range a.Categories {
		if strings.EqualFold(a.CategoryAnchor(c.Name), q) {
			out.Categories = append(out.Categories, Category{API: a, Category: c})
		}
	}
	for _, st := range x.spec.Statuses {
		if strings.EqualFold(a.StatusAnchor(st), q) {
			out.Statuses = append(out.Statuses, st)
		}
	}
}

// exactStatus adds the HTTP status that a query names by its number, its Go name or its anchor.
func (x *Index) exactStatus(out *Answer, q string) {
	if len(q) > 5 && strings.EqualFold(q[:4], "http") && strings.IndexByte("- ", q[4]) >= 0 {
		q = q[5:]
	}
	for _, st := range x.spec.Statuses {
		if strconv.Itoa(st.Number) == q || named(q, st.Name) {
			out.Statuses = append(out.Statuses, st)
		}
	}
}

// wireForm returns a query as the API would send it: of a number without leading zeros.
func wireForm(a *spec.API, q string) string {
	if a.Textual() {
		return q
	}
	if n, err := strconv.Atoi(q); err == nil {
		return strconv.Itoa(n)
	}
	return q
}

// named reports whether a query is a Go name, in any case and with or without dashes, underscores, the prefix Err and a
// package: EmailNotVerified is named by email-not-verified and by lrerr.ErrEmailNotVerified.
func named(query, name string) bool {
	if name == "" {
		return false
	}
	query = query[strings.LastIndexByte(query, '.')+1:]
	return sameName(query, name) || len(query) > 3 && strings.EqualFold(query[:3], "err") && sameName(query[3:], name)
}

// sameName reports whether two names differ only in case, dashes and underscores.
func sameName(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && (a[i] == '_' || a[i] == '-') {
			i++
		}
		for j < len(b) && (b[j] == '_' || b[j] == '-') {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if lower(a[i]) != lower(b[j]) {
			return false
		}
		i, j = i+1, j+1
	}
}

// lower returns a letter of ASCII in lower case, and any other byte as it is.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
