package generator

import (
	"cmp"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec/export"
)

// document returns the export of what an output shows, with the names of the packages that are generated.
func (p *planner) document(o config.Output) *export.Document {
	d := export.New(p.spec, config.Selected(o, p.spec))
	for i := range d.APIs {
		d.APIs[i].Package = cmp.Or(p.packages[d.APIs[i].ID], d.APIs[i].Package)
	}
	return d
}

func (p *planner) section(o config.Output) []byte { return markdown.Section(p.spec, p.shown(o)) }

// shown returns what documentation shows of the spec for an output.
func (p *planner) shown(o config.Output) markdown.Options {
	return markdown.Options{
		APIs: config.Selected(o, p.spec), Packages: p.packages, StatusPackage: p.statusPackage, ImportPaths: p.importPaths,
	}
}
