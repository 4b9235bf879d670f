package generator

import (
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/export"
)

type goFile struct {
	name   string
	render func() ([]byte, error)
}

func goFiles(p golang.Package) []goFile {
	return []goFile{
		{"doc.go", func() ([]byte, error) { return golang.Doc(p) }},
		{"codes.go", func() ([]byte, error) { return golang.Constants(p) }},
		{"categories.go", func() ([]byte, error) { return golang.Categories(p) }},
		{"response.go", func() ([]byte, error) { return golang.Response(p) }},
		{"errors.go", func() ([]byte, error) { return golang.Errors(p) }},
		{"decode.go", func() ([]byte, error) { return golang.Decode(p) }},
		{"lookup.go", func() ([]byte, error) { return golang.Lookup(p) }},
		{"table.go", func() ([]byte, error) { return golang.Table(p) }},
	}
}

func statusFiles(p golang.Package) []goFile {
	return []goFile{
		{"doc.go", func() ([]byte, error) { return golang.Doc(p) }},
		{"statuses.go", func() ([]byte, error) { return golang.Constants(p) }},
		{"lookup.go", func() ([]byte, error) { return golang.Lookup(p) }},
		{"table.go", func() ([]byte, error) { return golang.Table(p) }},
	}
}

type page struct {
	name, file string
	codes      int
	render     func() ([]byte, error)
}

func (p *planner) pages(o *config.Markdown) []page {
	shown := p.part(o)
	opts := markdown.Options{Templates: map[string]string{}}
	for name, text := range o.Templates {
		opts.Templates[name] = text.Data
	}
	pages := []page{{"index", markdown.IndexFile, 0, func() ([]byte, error) { return markdown.Index(shown, opts) }}}
	if len(shown.Statuses) > 0 {
		pages = append(pages, page{"statuses", markdown.StatusesFile, 0, func() ([]byte, error) { return markdown.Statuses(shown, opts) }})
	}
	for _, a := range shown.APIs {
		pages = append(pages, page{"api", markdown.APIFile(a), len(a.Codes), func() ([]byte, error) { return markdown.API(shown, a, opts) }})
	}
	if len(shown.Synthetic) > 0 {
		pages = append(pages, page{"synthetic", markdown.SyntheticFile, 0, func() ([]byte, error) { return markdown.Synthetic(shown, opts) }})
	}
	if o.Rules {
		pages = append(pages, page{"rules", markdown.RulesFile, 0, func() ([]byte, error) { return markdown.Rules(rules(), opts) }})
	}
	return pages
}

func (p *planner) document(o config.Output) *export.Document { return export.New(p.part(o), nil) }

func (p *planner) section(o config.Output) []byte { return markdown.Section(p.part(o)) }

// part returns the part of the spec that an output shows, with the packages of the planner.
func (p *planner) part(o config.Output) *spec.Spec {
	part := &spec.Spec{Statuses: p.spec.Statuses, Synthetic: p.spec.Synthetic}
	for _, a := range config.Selected(o, p.spec) {
		renamed := *a
		renamed.Package = p.packages[a.ID]
		part.APIs = append(part.APIs, &renamed)
	}
	return part
}
