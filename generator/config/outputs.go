package config

import (
	"path"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Output is one thing to generate: a pointer to one of the types below, which are named after their keys.
type Output interface{ base() *Base }

// Base is what outputs of every kind have.
type Base struct {
	Dir      string // the directory of an output with several files
	File     string // the file of an output with one
	APIs     []API  // of Go: one; of the others: those shown, all if there are none
	Position diag.Position
}

func (b *Base) base() *Base { return b }

// API names an API of the spec.
type API struct {
	ID       string
	Position diag.Position
}

// Go is a Go package with the codes of one API.
type Go struct {
	Base
	Package string // "" for the default, see PackageName
}

// HTTPStatus is a Go package with the HTTP statuses.
type HTTPStatus struct {
	Base
	Package string // "" for the default, see PackageName
}

// Markdown is a directory of pages of documentation.
type Markdown struct {
	Base
	Templates map[string]Text // the user's own, by the page that they render
	Rules     bool            // whether the loader's rules are among the pages
	Changes   []ChangeRule    // the rules of changes, for the same page
}

// ChangeRule is one rule of changes between two specs. The command gives them: nothing that generates compares specs.
type ChangeRule struct{ ID, Level, Concerns, Doc, Remedy string }

// HTML is one page with every code and a search.
type HTML struct{ Base }

// JSON is an export of the resolved spec.
type JSON struct{ Base }

// Template is what a template of the user's makes of that export.
type Template struct {
	Base
	Template Text
}

// Inject is a section of a hand-written Markdown file.
type Inject struct {
	Base
	Section string // the name in the markers
	Target  Text   // the file as it was read
}

// kind is a row of the table of outputs.
type kind struct {
	key  strict.Key
	read func(*loader, *strict.Value) Output // the value is nil if it has a problem already
}

// kinds returns the table of outputs, in the order of the documentation. It is a function because shapes are mutable.
func kinds() []kind {
	return []kind{
		{output("go", "a Go package with the codes of one API",
			strict.Required("api", apiID()), goDir(), packageName("the directory's name if Go can use it, else that of the API in the spec")), readGo},
		{output("httpstatus", "a Go package with the HTTP statuses",
			goDir(), packageName("the directory's name if Go can use it, else httpstatus")), readHTTPStatus},
		{output("markdown", "pages of documentation",
			strict.Required("dir", outputPath("directory of the pages")), apis(), strict.Optional("templates", pageTemplates())), readMarkdown},
		{output("html", "one page with every code and a search",
			strict.Required("file", file("file to write")), apis()), readHTML},
		{output("json", "an export of the resolved spec",
			strict.Required("file", file("file to write")), apis()), readJSON},
		{output("template", "a file that your own template makes",
			strict.Required("template", file("text/template that renders the export; see lrcodes help template")),
			strict.Required("file", file("file to write")), apis()), readTemplate},
		{output("inject", "a section of a hand-written Markdown file",
			strict.Required("file", file("file that contains the markers")), strict.Required("section", sectionName()), apis()), readInject},
	}
}

func output(key, doc string, keys ...strict.Key) strict.Key {
	return strict.Optional(key, strict.MappingOf(doc, keys...))
}

func readGo(l *loader, v *strict.Value) Output {
	return &Go{Base: l.base(v), Package: v.Key("package").Text()}
}

func readHTTPStatus(l *loader, v *strict.Value) Output {
	return &HTTPStatus{Base: l.base(v), Package: v.Key("package").Text()}
}

func readMarkdown(l *loader, v *strict.Value) Output {
	o := &Markdown{Base: l.base(v), Templates: map[string]Text{}}
	pages := v.Key("templates")
	for _, page := range pages.Names() {
		if t := pages.Key(page); t != nil {
			o.Templates[page] = l.template(t)
		}
	}
	return o
}

func readHTML(l *loader, v *strict.Value) Output { return &HTML{l.fileBase(v)} }

func readJSON(l *loader, v *strict.Value) Output { return &JSON{l.fileBase(v)} }

func readTemplate(l *loader, v *strict.Value) Output {
	o := &Template{Base: l.fileBase(v)}
	if t := v.Key("template"); t != nil {
		o.Template = l.template(t)
	}
	return o
}

func readInject(l *loader, v *strict.Value) Output {
	o := &Inject{Base: l.base(v), Section: v.Key("section").Text()}
	if file := v.Key("file"); file != nil {
		o.Target = l.target(file)
	}
	return o
}

// Templates returns the templates of an output, in the order of the pages that they render.
func Templates(o Output) []Text {
	switch o := o.(type) {
	case *Template:
		return []Text{o.Template}
	case *Markdown:
		var list []Text
		for _, page := range o.pages() {
			list = append(list, o.Templates[page])
		}
		return list
	}
	return nil
}

// pages returns the names of the pages that have a template, in order.
func (o *Markdown) pages() []string {
	var names []string
	for name := range o.Templates {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Selected returns the APIs of a spec that an output shows, in the order of the spec.
func Selected(o Output, s *spec.Spec) []*spec.API {
	ids := o.base().APIs
	if len(ids) == 0 {
		return s.APIs
	}
	var selected []*spec.API
	for _, a := range s.APIs {
		if slices.ContainsFunc(ids, func(x API) bool { return x.ID == a.ID }) {
			selected = append(selected, a)
		}
	}
	return selected
}

// PackageName returns the name of the Go package that the output generates from a valid configuration's spec: its own,
// else that of its directory if Go can use it, else that of the API in the spec.
func (o *Go) PackageName(s *spec.Spec) string {
	name := ""
	if a := s.API(o.APIs[0].ID); a != nil {
		name = a.Package
	}
	return resolve(o.Package, o.Dir, name)
}

// PackageName returns the name of the Go package that the output generates: its own, else that of its directory if Go
// can use it, else httpstatus.
func (o *HTTPStatus) PackageName() string { return resolve(o.Package, o.Dir, "httpstatus") }

func resolve(own, dir, standard string) string {
	base := path.Base(dir)
	switch {
	case own != "":
		return own
	case spec.PackageProblem(base) == "":
		return base
	}
	return standard
}
