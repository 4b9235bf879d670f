package generator

import (
	"cmp"

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

func (p *planner) document(o config.Output) *export.Document { return export.New(p.part(o), nil) }

func (p *planner) section(o config.Output) []byte { return markdown.Section(p.spec, p.shown(o)) }

// shown returns what documentation shows of the spec for an output.
func (p *planner) shown(o config.Output) markdown.Options {
	return markdown.Options{
		APIs: config.Selected(o, p.spec), Packages: p.packages, StatusPackage: p.statusPackage, ImportPaths: p.importPaths,
	}
}

// part returns the part of the spec that an output shows, with the packages of the planner.
func (p *planner) part(o config.Output) *spec.Spec {
	part := &spec.Spec{Statuses: p.spec.Statuses, Synthetic: p.spec.Synthetic}
	for _, a := range config.Selected(o, p.spec) {
		renamed := *a
		renamed.Package = cmp.Or(p.packages[a.ID], a.Package)
		part.APIs = append(part.APIs, &renamed)
	}
	return part
}
