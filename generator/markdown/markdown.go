package markdown

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
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

// Names returns the names of the pages, by which a template is replaced.
func Names() []string { return []string{"index", "statuses", "api", "synthetic", "rules"} }

// Options says what the pages show beyond the spec. The zero value shows every API, and no Go names.
type Options struct {
	APIs          []*spec.API               // the APIs to show; nil shows all of the spec
	Packages      map[string]spec.GoPackage // id of an API to its Go package
	StatusPackage spec.GoPackage            // that of HTTP statuses
	HTML          string                    // file of the HTML page, relative to the pages, or ""
	Templates     map[string]string         // name of a page to the text of the template that replaces the built-in one
	Rules         []Rule                    // the rules of the loader; none leaves their page out
	Changes       []ChangeRule              // the rules of changes between two specs, for the same page
}

// Rule is one rule of the loader, as the page of rules shows it.
type Rule struct {
	ID, Doc string
	Message string // an example of what it reports
}

// ChangeRule is one rule of changes between two specs, as the page of rules shows it.
type ChangeRule struct{ ID, Level, Concerns, Doc, Remedy string }

// Page is one page of the documentation. Render returns its Markdown; it may be called concurrently with that of
// other pages.
type Page struct {
	Name   string // of its template, one of Names
	File   string // in the directory of the pages
	Codes  int    // how many codes it documents
	Render func() ([]byte, error)
}

// Pages returns the pages of a spec. A page that would be empty is left out.
func Pages(s *spec.Spec, o Options) []Page {
	page := func(name, file string, data func() any) Page {
		return Page{Name: name, File: file, Render: func() ([]byte, error) { return render(name, data(), 0, o.Templates) }}
	}
	b := sync.OnceValue(func() *book { return newBook(s, o) }) // the first page that is rendered makes it
	pages := []Page{page("index", IndexFile, func() any { return b().index(o) })}
	if len(s.Statuses) > 0 {
		pages = append(pages, page("statuses", StatusesFile, func() any { return b().statusPage(o) }))
	}
	for i, a := range o.shown(s) {
		pages = append(pages, Page{"api", APIFile(a), len(a.Codes), func() ([]byte, error) {
			return render("api", b().apis[i], sizeOf(a), o.Templates)
		}})
	}
	if len(s.Synthetic) > 0 {
		pages = append(pages, page("synthetic", SyntheticFile, func() any { return b().synthetic() }))
	}
	if len(o.Rules) > 0 {
		pages = append(pages, page("rules", RulesFile, func() any { return newRules(o) }))
	}
	return pages
}

// sizeOf returns about how many bytes the page of an API has, or a little more: a buffer that is too small is copied as it
// grows, and what is never written to takes no memory.
func sizeOf(a *spec.API) int {
	size := 0
	for _, c := range a.Codes {
		size += 512 + 3*len(c.Message) + 2*(len(c.Description)+len(c.Note))
	}
	return size
}

// render executes a template, whose result has about so many bytes.
func render(page string, data any, size int, replaced map[string]string) ([]byte, error) {
	t, err := parse(page, replaced)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(size + 32<<10)
	if err := t.Execute(&b, data); err != nil {
		return nil, err
	}
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\n'), nil
}

// parse adds nothing to the errors of text/template: they begin with the name of the template and the line.
func parse(page string, replaced map[string]string) (*template.Template, error) {
	for _, name := range slices.Sorted(maps.Keys(replaced)) {
		if !slices.Contains(Names(), name) {
			return nil, fmt.Errorf("template %q: there is no such page; there is %s", name, strings.Join(Names(), ", "))
		}
	}
	if text, ok := replaced[page]; ok {
		return template.New(page).Parse(text)
	}
	return template.ParseFS(templates.FS, page+".md.tmpl")
}
