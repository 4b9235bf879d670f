// Package generator turns a spec and a configuration into files, held in memory.
//
// Generate is a function: equal input gives equal bytes, whatever the machine, the time, the number of processors or
// the version of the tool. It knows which files exist and who renders each; it reads and writes nothing. Whatever
// spec.Load accepts it can render, and the Go that comes out parses.
package generator

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
)

// plan is a file that shall exist, and who renders it.
type plan struct {
	path   string
	header string // the line that marks the file as generated
	codes  int    // how many codes the file tells of
	render func() ([]byte, error)
}

// The headers of generated files, each a comment of its language.
const (
	goHeader       = "// " + Header + "\n\n"
	markdownHeader = "<!-- " + Header + " -->\n\n"
)

// Generate renders every file that the configuration asks for, in the order of its outputs. Files are rendered
// concurrently. An error names the file that cannot be rendered.
func Generate(s *spec.Spec, c *config.Config) ([]File, error) {
	var plans []plan
	for _, o := range c.Outputs {
		plans = append(plans, planOutput(s, o)...)
	}
	if err := unique(plans); err != nil {
		return nil, err
	}
	files := make([]File, len(plans))
	errs := make([]error, len(plans))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range next {
				files[i], errs[i] = plans[i].file()
			}
		}()
	}
	for _, i := range largestFirst(plans) {
		next <- i
	}
	close(next)
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (p plan) file() (File, error) {
	body, err := p.render()
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", p.path, err)
	}
	data := make([]byte, 0, len(p.header)+len(body))
	return File{Path: p.path, Data: append(append(data, p.header...), body...)}, nil
}

// largestFirst returns the order in which files are rendered, so that no processor is left with a large one at the end.
func largestFirst(plans []plan) []int {
	order := make([]int, len(plans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(plans[b].codes, plans[a].codes) })
	return order
}

// unique refuses a path that is planned twice, also where only a careless file system would take two for one.
func unique(plans []plan) error {
	seen := make(map[string]bool, len(plans))
	for _, p := range plans {
		key := strings.ToLower(p.path)
		if seen[key] {
			return fmt.Errorf("%s: two outputs write this file; give one of them another directory", p.path)
		}
		seen[key] = true
	}
	return nil
}

func planOutput(s *spec.Spec, o config.Output) []plan {
	switch o.Kind {
	case config.Go:
		return planGo(s, o)
	case config.HTTPStatus:
		return planStatuses(s, o)
	case config.Markdown:
		return planMarkdown(s, o)
	}
	return nil
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
	file := plan{path: o.Dir + "/" + name, header: goHeader, render: func() ([]byte, error) { return render(p) }}
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
	page := func(name string, render func() ([]byte, error)) plan {
		return plan{path: o.Dir + "/" + name, header: markdownHeader, render: render}
	}
	plans := []plan{page(markdown.IndexFile, func() ([]byte, error) { return markdown.Index(shown, opts) })}
	if len(shown.Statuses) > 0 {
		plans = append(plans, page(markdown.StatusesFile, func() ([]byte, error) { return markdown.Statuses(shown, opts) }))
	}
	for _, a := range shown.APIs {
		p := page(markdown.APIFile(a), func() ([]byte, error) { return markdown.API(shown, a, opts) })
		p.codes = len(a.Codes)
		plans = append(plans, p)
	}
	if len(shown.Synthetic) > 0 {
		plans = append(plans, page(markdown.SyntheticFile, func() ([]byte, error) { return markdown.Synthetic(shown, opts) }))
	}
	if o.Rules {
		plans = append(plans, page(markdown.RulesFile, func() ([]byte, error) { return markdown.Rules(rules(), opts) }))
	}
	return plans
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
