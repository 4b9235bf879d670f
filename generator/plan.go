package generator

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/generator/html"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
)

// plan is a file to generate, and how it is rendered.
type plan struct {
	path     string
	position diag.Position          // of the output that asks for it
	header   string                 // put before what render returns; "" if that has it already
	cost     int                    // how long it takes to render, relative to other files
	target   []byte                 // as in File
	unread   bool                   // as in File
	render   func() ([]byte, error) // the result is the caller's to change
}

func (p plan) file() (File, error) {
	body, err := p.render()
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", p.path, err)
	}
	return File{Path: p.path, Data: slices.Insert(body, 0, []byte(p.header)...), Target: p.target, Unread: p.unread}, nil
}

// planner is what every output is planned with. The names of the Go packages follow from all outputs together; code and
// documentation use the same.
type planner struct {
	spec          *spec.Spec
	outputs       []config.Output
	packages      map[string]spec.GoPackage // id of an API to its Go package: a generated one, or that which this module publishes
	statusPackage spec.GoPackage            // likewise
}

func newPlanner(s *spec.Spec, c *config.Config) *planner {
	p := &planner{spec: s, outputs: c.Outputs, packages: make(map[string]spec.GoPackage)}
	for _, o := range c.Outputs {
		switch o := o.(type) {
		case *config.Go:
			if id := o.APIs[0].ID; p.packages[id].Name == "" {
				p.packages[id] = spec.GoPackage{Name: o.PackageName(s)}
			}
		case *config.HTTPStatus:
			if p.statusPackage.Name == "" {
				p.statusPackage.Name = o.PackageName()
			}
		}
	}
	p.addPublished(c.Public)
	return p
}

// addPublished adds the packages that this module publishes: those of the APIs that the builtin spec defines, unless an
// output of the configuration generates Go for them. If public, the generated ones are those.
func (p *planner) addPublished(public bool) {
	for _, a := range p.spec.APIs {
		if !spec.IsBuiltin(a.Position) || p.packages[a.ID].Name != "" && !public {
			continue
		}
		p.packages[a.ID] = published(a.Package)
		p.statusPackage = cmp.Or(p.statusPackage, published("httpstatus"))
	}
}

func published(name string) spec.GoPackage {
	return spec.GoPackage{Name: name, ImportPath: config.Published(name)}
}

// plans lists the files of all outputs.
func (p *planner) plans() ([]plan, error) {
	var all []plan
	for _, o := range p.outputs {
		plans, err := p.planOutput(o)
		if err != nil {
			return nil, err
		}
		all = append(all, plans...)
	}
	return all, nil
}

// planOutput lists the files of an output. It is the table of what each kind of output generates.
func (p *planner) planOutput(o config.Output) ([]plan, error) {
	switch o := o.(type) {
	case *config.Go:
		return p.planGo(o), nil
	case *config.HTTPStatus:
		return p.planStatuses(o), nil
	case *config.Markdown:
		return p.planMarkdown(o), nil
	case *config.HTML:
		return p.planHTML(o), nil
	case *config.JSON:
		return []plan{{path: o.File, position: o.Position, render: func() ([]byte, error) { return p.exported(o) }}}, nil
	case *config.Template:
		return []plan{{path: o.File, position: o.Position, render: func() ([]byte, error) { return p.execute(o) }}}, nil
	case *config.Inject:
		return p.planSections(o), nil
	}
	return nil, fmt.Errorf("outputs of type %T have no planner", o)
}

// planGo lists the files of an API's package.
func (p *planner) planGo(o *config.Go) []plan {
	a := p.spec.API(o.APIs[0].ID)
	pkg := golang.Package{Name: o.PackageName(p.spec), API: a, Statuses: p.spec.Statuses}
	var plans []plan
	for _, f := range golang.Files(pkg) {
		plans = append(plans, plan{path: path.Join(o.Dir, f.Name), position: o.Position, header: goHeader, cost: len(a.Codes), render: f.Render, unread: f.Unread})
	}
	return plans
}

// planStatuses lists the files of the package of HTTP statuses.
func (p *planner) planStatuses(o *config.HTTPStatus) []plan {
	pkg := golang.StatusPackage{Name: o.PackageName(), Statuses: p.spec.Statuses}
	var plans []plan
	for _, f := range golang.StatusFiles(pkg) {
		plans = append(plans, plan{path: path.Join(o.Dir, f.Name), position: o.Position, header: goHeader, render: f.Render, unread: f.Unread})
	}
	return plans
}

// shown returns what documentation shows of the spec for an output.
func (p *planner) shown(o config.Output) markdown.Options {
	return markdown.Options{
		APIs: config.Selected(o, p.spec), Packages: p.packages, StatusPackage: p.statusPackage,
	}
}

// pageCost is how much longer a page takes than a Go file of the same codes.
const pageCost = 4

// planMarkdown lists the pages of the documentation.
func (p *planner) planMarkdown(o *config.Markdown) []plan {
	opts := p.shown(o)
	opts.HTML = p.pageFrom(o.Dir)
	opts.Templates = make(map[string]string, len(o.Templates))
	for page, text := range o.Templates {
		opts.Templates[page] = text.Data
	}
	if o.Rules {
		opts.Rules = rules()
		for _, r := range o.Changes {
			opts.Changes = append(opts.Changes, markdown.ChangeRule(r))
		}
	}
	var plans []plan
	for _, page := range markdown.Pages(p.spec, opts) {
		plans = append(plans, plan{
			path: path.Join(o.Dir, page.File), position: o.Position, header: markdownHeader, cost: pageCost * page.Codes,
			render: func() ([]byte, error) {
				body, err := page.Render()
				return body, templateProblem(err, o.Templates[page.Name], "markdown", markdown.Types()...)
			}})
	}
	return plans
}

// pageFrom returns the path of the first HTML page, relative to a directory, or "" if no output is one.
func (p *planner) pageFrom(dir string) string {
	for _, o := range p.outputs {
		if page, ok := o.(*config.HTML); ok {
			if rel, err := filepath.Rel(filepath.FromSlash(dir), filepath.FromSlash(page.File)); err == nil {
				return filepath.ToSlash(rel)
			}
		}
	}
	return ""
}

// planHTML lists the one file of a page.
func (p *planner) planHTML(o *config.HTML) []plan {
	shown, codes := p.shown(o), 0
	for _, a := range shown.APIs {
		codes += len(a.Codes)
	}
	return []plan{{path: o.File, position: o.Position, header: html.Doctype + markdownHeader, cost: codes, render: func() ([]byte, error) {
		return html.Page(p.spec, html.Options{APIs: shown.APIs, Packages: shown.Packages})
	}}}
}

func rules() []markdown.Rule {
	var rows []markdown.Rule
	for _, r := range spec.Rules() {
		rows = append(rows, markdown.Rule{ID: r.ID, Doc: r.Doc, Message: r.Example})
	}
	return rows
}

// NamePackages gives the APIs of an export the names that their Go packages have by a configuration.
func NamePackages(d *export.Document, s *spec.Spec, c *config.Config) {
	newPlanner(s, c).namePackages(d)
}

func (p *planner) namePackages(d *export.Document) {
	for i := range d.APIs {
		d.APIs[i].Package = cmp.Or(p.packages[d.APIs[i].ID].Name, d.APIs[i].Package)
	}
}

// GoPackages returns the Go packages that the documentation of a configuration names: by the id of the API, and that of
// the HTTP statuses.
func GoPackages(s *spec.Spec, c *config.Config) (apis map[string]spec.GoPackage, statuses spec.GoPackage) {
	p := newPlanner(s, c)
	return p.packages, p.statusPackage
}
