package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/find"
)

func explainCommand() command {
	return command{
		name:  "explain",
		args:  "[what…]",
		short: "print what a code, a message or a log means, and what to do",
		long: `
Explain prints what its arguments mean in every API of the spec, and what to do:

	lrcodes explain 970 1198                  codes
	lrcodes explain ErrEmailNotVerified       a Go name, an alias, a category
	lrcodes explain customer-identity-970     an anchor of the documentation
	lrcodes explain 403                       an HTTP status
	lrcodes explain duplicate-code            a rule, from the end of a message
	lrcodes explain email not verified        words: the likeliest codes
	lrcodes explain '{"ErrorCode": 970}'      a text that contains codes

Without arguments, or with -, it reads standard input: a response body, a line
of a log or a whole log, of any size. It counts the codes in it and never prints
the text itself, which may contain tokens. A code is found where the spec's
envelope has it, in JSON, in JSON within a string or as key=value, and where it
has the form in which a generated package prints errors. Content that is encoded
is not decoded, such as Base64 in a HAR file.

Explain exits 0 if everything that was asked for is known, and 1 if something is
not. Where there is no configuration, it answers from the builtin spec.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			config := configFlag(e, f)
			format := formatFlag(f, "text", "json")
			api := apiFlag(f)
			return func(args []string) error { return e.found(*format, e.explain(*config, *format, *api, args)) }
		},
	}
}

// explain prints what the arguments mean, or the codes in standard input.
func (e *env) explain(file, format, api string, args []string) error {
	reads := len(args) == 0 || slices.Equal(args, []string{"-"})
	switch {
	case len(args) == 0 && isTerminal(e.stdin):
		return usageError("name what to explain, or send a text to standard input")
	case !reads && slices.Contains(args, "-"):
		return usageError(`"-" reads standard input and takes no other argument`)
	}
	x, err := e.newExplainer(file, api)
	if err != nil {
		return err
	}
	answers := x.answers(args)
	if reads {
		if answers, err = x.read(e.stdin); err != nil {
			return fmt.Errorf("standard input: %w", diag.Cause(err))
		}
	}
	if format == "json" {
		e.printJSON(x.document(answers))
	} else {
		x.print(answers, reads)
	}
	if len(answers) == 0 || slices.ContainsFunc(answers, func(a answer) bool { return !a.known() }) {
		return errFound
	}
	return nil
}

// explainer answers what the arguments of explain ask.
type explainer struct {
	*env
	spec          *spec.Spec
	apis          []*spec.API // those that -api selects
	index         *find.Index
	packages      map[string]spec.GoPackage // Go package by the id of its API
	statusPackage spec.GoPackage
	flags         []string // -C, -config and -api, as they were given: an advised command has them too
	empty         bool     // standard input was read and had nothing in it
}

// newExplainer loads the spec of the project, or the builtin one where there is no configuration, and indexes it.
func (e *env) newExplainer(file, api string) (*explainer, error) {
	x := &explainer{env: e, flags: given("-C", e.dir, "-config", file, "-api", api)}
	var c *config.Config
	var err error
	if x.spec, c, err = e.spec(file); err != nil {
		return nil, err
	}
	x.apis = x.spec.APIs
	if api != "" {
		a, err := namedAPI(x.spec, api)
		if err != nil {
			return nil, err
		}
		x.apis = []*spec.API{a}
	}
	x.packages, x.statusPackage = generator.GoPackages(x.spec, c)
	names := make(map[string]string)
	for id, pkg := range x.packages {
		names[id] = pkg.Name
	}
	x.index = find.New(x.spec, find.Options{APIs: x.apis, Packages: names})
	return x, nil
}

// answer is what explain knows about one thing that it was asked for.
type answer struct {
	query string     // of an argument
	seen  *find.Seen // of a code in a text
	find.Answer
	words []find.Match // where nothing is named exactly: the likeliest codes
	rule  *rule
	notes []*spec.API // of a number that is unknown: the APIs whose note mentions it
}

// known reports whether the spec has anything for what was asked.
func (a answer) known() bool { return !a.Empty() || len(a.words) > 0 || a.rule != nil }

// answers returns an answer for each argument if each names something by itself or is a number, else one for all of
// them as a text: what a shell splits into words may be a sentence.
func (x *explainer) answers(args []string) []answer {
	var answers []answer
	for _, arg := range args {
		a := x.exact(arg)
		if _, err := strconv.Atoi(arg); !a.known() && (err != nil || len(args) == 1) {
			return x.text(strings.Join(args, " "))
		}
		answers = append(answers, a)
	}
	return answers
}

// exact returns what a query names exactly.
func (x *explainer) exact(query string) answer {
	a := answer{query: query, Answer: x.index.Exact(query)}
	all := ruleTable()
	if i := slices.IndexFunc(all, func(r rule) bool { return "["+r.ID+"]" == query || r.ID == query }); i >= 0 {
		a.rule = &all[i]
	}
	if !a.known() {
		a.notes = x.notes(query)
	}
	return a
}

// ruleTable returns every rule that a message may end in.
func ruleTable() []rule {
	return slices.Concat(specRules(), configRules(), acceptRules(), explainedChanges())
}

// notes returns the APIs whose note mentions a number: a note may explain why the spec does not have it.
func (x *explainer) notes(query string) []*spec.API {
	if _, err := strconv.Atoi(query); err != nil {
		return nil
	}
	var apis []*spec.API
	for _, a := range x.apis {
		if slices.Contains(strings.FieldsFunc(a.Note, func(r rune) bool { return r < '0' || '9' < r }), query) {
			apis = append(apis, a)
		}
	}
	return apis
}

// text returns an answer for each code in a text, or else one for its words.
func (x *explainer) text(text string) []answer {
	seen, err := x.index.Scan(strings.NewReader(text))
	if err != nil {
		panic(err) // a strings.Reader returns no error
	}
	var answers []answer
	for _, s := range seen {
		answers = append(answers, x.seenAnswer(s))
	}
	for _, number := range x.index.Numbers(text) {
		if !slices.ContainsFunc(seen, func(s find.Seen) bool { return s.Wire == number }) {
			answers = append(answers, x.exact(number))
		}
	}
	for i, a := range answers {
		if a.seen != nil {
			answers[i].query = a.seen.Wire // not the text: it may be a body with a token
		}
		answers[i].Codes = find.Likeliest(a.Codes, text)
	}
	if len(answers) > 0 {
		return answers
	}
	for _, a := range x.apis {
		rest, ok := strings.CutPrefix(text, a.ID)
		if _, err := strconv.Atoi(strings.Trim(rest, " -")); ok && err == nil {
			return []answer{{query: text, notes: []*spec.API{a}}} // a code that the api does not have
		}
	}
	a := answer{query: text, notes: x.notes(text)}
	if _, err := strconv.Atoi(text); err != nil { // a number that is not a code has no words
		a.words = x.index.Words(text)
	}
	if strings.ContainsAny(text, "{=") {
		a.query = "…" // a body or a line of a log may contain a token
	}
	return []answer{a}
}

// read returns an answer for each code in a text that is read to its end.
func (x *explainer) read(r io.Reader) ([]answer, error) {
	in := bufio.NewReader(r)
	_, err := in.Peek(1)
	x.empty = err == io.EOF
	seen, err := x.index.Scan(in)
	var answers []answer
	for _, s := range seen {
		answers = append(answers, x.seenAnswer(s))
	}
	return answers, err
}

// seenAnswer returns what a code in a text means.
func (x *explainer) seenAnswer(s find.Seen) answer {
	a := answer{seen: &s, Answer: x.index.Codes(s)}
	if !a.known() {
		a.notes = x.notes(s.Wire)
	}
	return a
}

// maxMatches bounds the codes that a result of the json format lists.
const maxMatches = 20

// explained is what explain prints in the json format. Within a version, keys are only added.
type explained struct {
	Version int      `json:"version"`
	Results []result `json:"results"`
}

// result is the answer to an argument, which has a query, or for a code in standard input, which has a line and a count.
type result struct {
	Query      string             `json:"query,omitempty"`
	Code       string             `json:"code,omitempty"` // of standard input: as it was read
	Line       int                `json:"line,omitempty"` // of the first time
	Count      int                `json:"count,omitempty"`
	Matches    []match            `json:"matches"`
	More       int                `json:"more,omitempty"` // how many matches are left out
	Categories []category         `json:"categories,omitempty"`
	Statuses   []export.Status    `json:"statuses,omitempty"`
	Retired    []retired          `json:"retired,omitempty"`
	Synthetic  []export.Synthetic `json:"synthetic,omitempty"`
	Rule       *rule              `json:"rule,omitempty"`
	Notes      []note             `json:"notes,omitempty"` // of an unknown number: what its API says about it
}

// match is a code that may be meant: that of the export, and what found it.
type match struct {
	API      string   `json:"api"`
	By       find.How `json:"by"`
	Constant string   `json:"constant,omitempty"` // absent where no Go is generated
	export.Code
}

// category is a category and its API.
type category struct {
	API string `json:"api"`
	export.Category
}

// retired is a retired code and its API.
type retired struct {
	API string `json:"api"`
	export.Retired
}

// note is what an API says about all its codes.
type note struct {
	API  string `json:"api"`
	Note string `json:"note"`
}

// document returns answers in the json format.
func (x *explainer) document(answers []answer) explained {
	exported := newExported(x.spec)
	doc := explained{Version: 1, Results: []result{}}
	for _, a := range answers {
		r := result{Query: a.query, Matches: []match{}, Rule: a.rule}
		if a.seen != nil && a.query == "" {
			r.Code, r.Line, r.Count = a.seen.Wire, a.seen.Line, a.seen.Count
		}
		matches := slices.Concat(a.Codes, a.words)
		shown := matches[:min(len(matches), maxMatches)]
		r.More = len(matches) - len(shown)
		for _, m := range shown {
			r.Matches = append(r.Matches, match{m.API.ID, m.By, x.constant(m.API, m.Code), exported.codes[m.Code]})
		}
		for _, c := range a.Categories {
			r.Categories = append(r.Categories, category{c.API.ID, exported.categories[c.Category]})
		}
		for _, s := range a.Statuses {
			r.Statuses = append(r.Statuses, exported.statuses[s])
		}
		for _, t := range a.Retired {
			r.Retired = append(r.Retired, retired{t.API.ID, exported.retired[t.Retired]})
		}
		for _, s := range a.Synthetic {
			r.Synthetic = append(r.Synthetic, exported.synthetic[s])
		}
		for _, api := range a.notes {
			r.Notes = append(r.Notes, note{api.ID, api.Note})
		}
		doc.Results = append(doc.Results, r)
	}
	return doc
}

// exported is the export of a spec by the objects of the spec, so that explain prints each as list does.
type exported struct {
	codes      map[*spec.Code]export.Code
	categories map[*spec.Category]export.Category
	statuses   map[*spec.Status]export.Status
	retired    map[*spec.Retired]export.Retired
	synthetic  map[*spec.Synthetic]export.Synthetic
}

// newExported exports a spec.
func newExported(s *spec.Spec) exported {
	doc := export.New(s, nil)
	e := exported{
		codes: make(map[*spec.Code]export.Code), categories: make(map[*spec.Category]export.Category),
		statuses: pair(s.Statuses, doc.Statuses), retired: make(map[*spec.Retired]export.Retired), synthetic: pair(s.Synthetic, doc.Synthetic),
	}
	for i, a := range s.APIs {
		maps.Copy(e.codes, pair(a.Codes, doc.APIs[i].Codes))
		maps.Copy(e.categories, pair(a.Categories, doc.APIs[i].Categories))
		maps.Copy(e.retired, pair(a.Retired, doc.APIs[i].Retired))
	}
	return e
}

// pair returns the exports of objects, which are in the same order, by the objects.
func pair[K comparable, V any](objects []K, exports []V) map[K]V {
	m := make(map[K]V, len(objects))
	for i, object := range objects {
		m[object] = exports[i]
	}
	return m
}
