package markdown

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/templates"
)

// The files of the pages that are not about one API.
const (
	IndexFile     = "README.md"
	StatusesFile  = "http-statuses.md"
	SyntheticFile = "synthetic-codes.md"
	RulesFile     = "rules.md"
)

// APIFile returns the file of an API's page.
func APIFile(a *spec.API) string { return a.ID + ".md" }

// Pages returns the names of the pages, under which a template may be replaced.
func Pages() []string { return []string{"index", "statuses", "api", "synthetic", "rules"} }

// Options tells how pages differ from the built-in ones. The zero value changes nothing.
type Options struct {
	Templates map[string]string // name of a page to the text of the template that replaces the built-in one
}

// Index returns the page that lists the APIs, and the codes that more than one of them sends.
func Index(s *spec.Spec, o Options) ([]byte, error) { return render("index", newIndex(s), o) }

// Statuses returns the page of HTTP statuses, each with the codes that come with it.
func Statuses(s *spec.Spec, o Options) ([]byte, error) { return render("statuses", newStatuses(s), o) }

// API returns the page of one API of s.
func API(s *spec.Spec, a *spec.API, o Options) ([]byte, error) {
	return render("api", newAPIPage(s, a), o)
}

// Synthetic returns the page of numbers that SDKs put where a code is expected.
func Synthetic(s *spec.Spec, o Options) ([]byte, error) {
	return render("synthetic", newSynthetic(s), o)
}

// Rule is one rule of the loader, as the page of rules shows it.
type Rule struct {
	ID, Doc string
	Failing string // a spec that the rule refuses
	Passing string // a spec that it accepts
	Message string // the diagnostics that Failing gives
}

// Rules returns the reference page of the rules that a spec must obey.
func Rules(rules []Rule, o Options) ([]byte, error) { return render("rules", newRules(rules), o) }

func render(page string, data any, o Options) ([]byte, error) {
	t, err := parse(page, o)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\n'), nil
}

// parse adds nothing to the errors of text/template: they begin with the name of the template and the line.
func parse(page string, o Options) (*template.Template, error) {
	for _, name := range slices.Sorted(maps.Keys(o.Templates)) {
		if !slices.Contains(Pages(), name) {
			return nil, fmt.Errorf("template %q: no such page, only %s", name, strings.Join(Pages(), ", "))
		}
	}
	if text, ok := o.Templates[page]; ok {
		return template.New(page).Parse(text)
	}
	return template.ParseFS(templates.FS, page+".md.tmpl")
}
