package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

type apiPage struct {
	*apiDoc
	Index      string         `doc:"file of the index"`
	Statuses   string         `doc:"file of the page of HTTP statuses, or empty"`
	CodeField  text           `doc:"field of the response body that carries the code, or empty"`
	Codes      []*codeDoc     `doc:"the codes in order"`
	Categories []*categoryDoc `doc:"the categories as the spec declares them"`
	Groups     []*groupDoc    `doc:"the codes by HTTP status, those without one last; empty if no code comes with one"`
	Ranges     []rangeDoc     `doc:"runs of some 25 codes, for a table of contents"`
	Retired    []*retiredDoc  `doc:"codes that must not come back"`
	Names      []nameDoc      `doc:"all names in alphabetical order"`

	hasSDK bool // whether the SDKs of LoginRadius report its codes
}

// newAPIPage returns the page of an api, whose codes are not linked to other APIs and SDKs yet. The codes join their
// statuses.
func newAPIPage(s *spec.Spec, o Options, a *spec.API, statuses map[*spec.Status]*statusDoc) *apiPage {
	p := &apiPage{apiDoc: newAPI(o, a), Index: IndexFile, hasSDK: a.SDK != ""}
	if len(s.Statuses) > 0 {
		p.Statuses = StatusesFile
	}
	for _, f := range a.Envelope {
		if f.Role == spec.RoleCode {
			p.CodeField = text(f.Name)
		}
	}
	for _, r := range a.Retired {
		p.Retired = append(p.Retired, newRetired(p.apiDoc, a, r))
	}
	p.addCodes(a, statuses)
	p.Ranges = ranges(p.Codes)
	p.Names = p.names()
	return p
}

// addCodes adds the codes, and lists each under its categories and its status.
func (p *apiPage) addCodes(a *spec.API, statuses map[*spec.Status]*statusDoc) {
	categories := make(map[*spec.Category]*categoryDoc, len(a.Categories))
	for _, c := range a.Categories {
		categories[c] = newCategory(p.apiDoc, a, c)
		p.Categories = append(p.Categories, categories[c])
	}
	groups := map[*spec.Status]*groupDoc{}
	for _, c := range a.Codes {
		d := newCode(p.apiDoc, a, c)
		p.Codes = append(p.Codes, d)
		for _, k := range c.Categories {
			d.Categories = append(d.Categories, categories[k])
			categories[k].Codes = append(categories[k].Codes, d)
		}
		g := groups[c.HTTP]
		if g == nil {
			g = p.newGroup(a.StatusAnchor(c.HTTP), statuses[c.HTTP])
			groups[c.HTTP] = g
		}
		g.Codes = append(g.Codes, d)
		if d.HTTP = g.Status; d.HTTP != nil {
			d.HTTP.Count++
		}
	}
	if len(groups) == 1 && groups[nil] != nil {
		p.Groups = nil // no code comes with a status
	}
	slices.SortFunc(p.Groups, func(a, b *groupDoc) int { return cmp.Compare(a.rank(), b.rank()) })
}

// newGroup adds a group for a status, or for nil, to the page and to the status.
func (p *apiPage) newGroup(anchor string, t *statusDoc) *groupDoc {
	g := &groupDoc{API: p.apiDoc, Status: t, Anchor: anchor, Link: p.File + "#" + anchor}
	p.Groups = append(p.Groups, g)
	if t != nil {
		t.Groups = append(t.Groups, g)
	}
	return g
}

// rangeDoc is a run of codes that the contents offer as one link.
type rangeDoc struct {
	First *codeDoc `doc:"first code of the run"`
	Last  *codeDoc `doc:"last code of the run"`
}

// ranges divides the codes into runs of equal length, so many that the contents of 400 codes fit on two lines.
func ranges(codes []*codeDoc) []rangeDoc {
	if len(codes) == 0 {
		return nil
	}
	var r []rangeDoc
	n := (len(codes) + 24) / 25
	for run := range slices.Chunk(codes, (len(codes)+n-1)/n) {
		r = append(r, rangeDoc{run[0], run[len(run)-1]})
	}
	return r
}

// nameDoc is a name of an API, or one that it had.
type nameDoc struct {
	Name   text   `doc:"Go constant; the name without a Go package"`
	Wire   text   `doc:"the code; empty for a category"`
	Kind   text   `doc:"empty, former name, category or retired"`
	Anchor string `doc:"anchor on the page"`
}

func (p *apiPage) names() []nameDoc {
	var n []nameDoc
	for _, c := range p.Codes {
		n = append(n, nameDoc{cmp.Or(c.Const, c.Name), c.Wire, "", c.Anchor})
		for _, alias := range c.Aliases {
			n = append(n, nameDoc{alias, c.Wire, "former name", c.Anchor})
		}
	}
	for _, c := range p.Categories {
		n = append(n, nameDoc{cmp.Or(c.Const, c.Name), "", "category", c.Anchor})
	}
	for _, r := range p.Retired {
		if r.Name != "" {
			n = append(n, nameDoc{r.Name, r.Wire, "retired", r.Anchor})
		}
	}
	slices.SortStableFunc(n, func(x, y nameDoc) int {
		return cmp.Compare(strings.ToLower(string(x.Name)), strings.ToLower(string(y.Name)))
	})
	return n
}
