package generator

import (
	"fmt"
	"path"
	"slices"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// plan is a file that shall exist, and who renders it.
type plan struct {
	path     string
	position diag.Position // of the output that asks for it
	header   string        // the line that marks the file as generated, unless render writes it
	codes    int           // how many codes the file tells of
	section  bool          // whether only sections of the file are ours
	render   func() ([]byte, error)
}

// The headers of generated files, each a comment of its language.
const (
	goHeader       = "// " + Header + "\n\n"
	markdownHeader = "<!-- " + Header + " -->\n\n"
)

func (p plan) file() (File, error) {
	body, err := p.render()
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", p.path, err)
	}
	data := make([]byte, 0, len(p.header)+len(body))
	return File{Path: p.path, Data: append(append(data, p.header...), body...), Section: p.section}, nil
}

func planOutput(s *spec.Spec, o config.Output) []plan {
	switch o.Kind {
	case config.Go:
		return planGo(s, o)
	case config.HTTPStatus:
		return planStatuses(s, o)
	case config.Markdown:
		return planMarkdown(s, o)
	case config.JSON:
		return []plan{{path: o.File, position: o.Position, render: func() ([]byte, error) { return exported(selected(s, o)) }}}
	case config.Template:
		return []plan{{path: o.File, position: o.Position, render: func() ([]byte, error) { return execute(o.Templates[""], selected(s, o)) }}}
	}
	return nil // an Inject shares its file with others: see planSections
}

// planGo is the list of the files of an API's package.
func planGo(s *spec.Spec, o config.Output) []plan {
	a := s.API(o.APIs[0].ID)
	p := golang.Package{Name: o.Package, API: a, Statuses: s.Statuses}
	if p.Name == "" {
		p.Name = a.Package
	}
	return []plan{
		goFile(o, p, "doc.go", golang.Doc),
		goFile(o, p, "codes.go", golang.Constants),
		goFile(o, p, "categories.go", golang.Categories),
		goFile(o, p, "response.go", golang.Response),
		goFile(o, p, "errors.go", golang.Errors),
		goFile(o, p, "decode.go", golang.Decode),
		goFile(o, p, "lookup.go", golang.Lookup),
		goFile(o, p, "table.go", golang.Table),
	}
}

// planStatuses is the list of the files of the package of HTTP statuses.
func planStatuses(s *spec.Spec, o config.Output) []plan {
	p := golang.Package{Name: o.Package, Statuses: s.Statuses}
	if p.Name == "" {
		p.Name = "httpstatus"
	}
	return []plan{
		goFile(o, p, "doc.go", golang.Doc),
		goFile(o, p, "statuses.go", golang.Constants),
		goFile(o, p, "lookup.go", golang.Lookup),
		goFile(o, p, "table.go", golang.Table),
	}
}

func goFile(o config.Output, p golang.Package, name string, render func(golang.Package) ([]byte, error)) plan {
	file := plan{path: path.Join(o.Dir, name), position: o.Position, header: goHeader, render: func() ([]byte, error) { return render(p) }}
	if p.API != nil {
		file.codes = len(p.API.Codes)
	}
	return file
}

// planMarkdown is the list of the pages of the documentation.
func planMarkdown(s *spec.Spec, o config.Output) []plan {
	shown := selected(s, o)
	opts := markdown.Options{Templates: map[string]string{}}
	for page, text := range o.Templates {
		opts.Templates[page] = text.Data
	}
	page := func(name, file string, render func() ([]byte, error)) plan {
		return plan{path: path.Join(o.Dir, file), position: o.Position, header: markdownHeader, render: func() ([]byte, error) {
			body, err := render()
			return body, templateProblem(err, o.Templates[name])
		}}
	}
	plans := []plan{page("index", markdown.IndexFile, func() ([]byte, error) { return markdown.Index(shown, opts) })}
	if len(shown.Statuses) > 0 {
		plans = append(plans, page("statuses", markdown.StatusesFile, func() ([]byte, error) { return markdown.Statuses(shown, opts) }))
	}
	for _, a := range shown.APIs {
		p := page("api", markdown.APIFile(a), func() ([]byte, error) { return markdown.API(shown, a, opts) })
		p.codes = len(a.Codes)
		plans = append(plans, p)
	}
	if len(shown.Synthetic) > 0 {
		plans = append(plans, page("synthetic", markdown.SyntheticFile, func() ([]byte, error) { return markdown.Synthetic(shown, opts) }))
	}
	if o.Rules {
		plans = append(plans, page("rules", markdown.RulesFile, func() ([]byte, error) { return markdown.Rules(rules(), opts) }))
	}
	return plans
}

// renamed returns the spec with the packages that the outputs give its APIs, so that the documentation names those.
func renamed(s *spec.Spec, outputs []config.Output) *spec.Spec {
	packages := make(map[string]string)
	for _, o := range outputs {
		if o.Kind == config.Go && packages[o.APIs[0].ID] == "" {
			packages[o.APIs[0].ID] = o.Package
		}
	}
	out := *s
	out.APIs = slices.Clone(s.APIs)
	for i, a := range s.APIs {
		if name := packages[a.ID]; name != "" {
			renamed := *a
			renamed.Package = name
			out.APIs[i] = &renamed
		}
	}
	return &out
}

// selected returns the part of the spec that an output shows.
func selected(s *spec.Spec, o config.Output) *spec.Spec {
	part := &spec.Spec{Statuses: s.Statuses, Synthetic: s.Synthetic}
	for _, a := range s.APIs {
		if o.Selects(a) {
			part.APIs = append(part.APIs, a)
		}
	}
	return part
}

func rules() []markdown.Rule {
	var rows []markdown.Rule
	for _, r := range spec.Rules() {
		rows = append(rows, markdown.Rule{ID: r.ID, Doc: r.Doc, Message: r.Example})
	}
	return rows
}
