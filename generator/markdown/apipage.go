package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

type apiPage struct {
	*apiDoc
	Index, Statuses string
	CodeField       text
	Codes           []*codeDoc
	Categories      []*categoryDoc
	Groups          []*groupDoc
	Ranges          []rangeDoc
	Retired         []*retiredDoc
	Names           []nameDoc
}

func newAPIPage(s *spec.Spec, a *spec.API) *apiPage {
	p := &apiPage{apiDoc: newAPI(a), Index: IndexFile, Statuses: statusesFile(s)}
	for _, f := range a.Envelope {
		if f.Role == spec.RoleCode {
			p.CodeField = text(f.Name)
		}
	}
	p.addCodes(s, a)
	p.Ranges = ranges(p.Codes)
	for _, r := range a.Retired {
		p.Retired = append(p.Retired, newRetired(a, r))
	}
	p.Names = p.names()
	return p
}

// addCodes adds the codes, and lists each under its categories and its status.
func (p *apiPage) addCodes(s *spec.Spec, a *spec.API) {
	categories := map[*spec.Category]*categoryDoc{}
	for _, c := range a.Categories {
		categories[c] = newCategory(a, c)
		p.Categories = append(p.Categories, categories[c])
	}
	groups := p.addGroups(s, a)
	others, sdks := othersOf(s, a), byNumber(newSDKs(s))
	for _, c := range a.Codes {
		d := newFullCode(p.apiDoc, a, c)
		d.Others = others[c.Wire()]
		if c.Text == "" {
			d.SDKs = sdks[c.Number]
		}
		for _, k := range c.Categories {
			d.Categories = append(d.Categories, categories[k])
			categories[k].Codes = append(categories[k].Codes, d)
		}
		if g := groups[c.HTTP]; g != nil {
			d.HTTP = g.Status
			g.Codes = append(g.Codes, d)
		}
		p.Codes = append(p.Codes, d)
	}
}

// addGroups adds a group for each status that the codes come with, and one for the codes that come with none. It adds
// nothing where no code comes with any.
func (p *apiPage) addGroups(s *spec.Spec, a *spec.API) map[*spec.Status]*groupDoc {
	groups := map[*spec.Status]*groupDoc{}
	for _, c := range a.Codes {
		if groups[c.HTTP] != nil {
			continue
		}
		g := newGroup(p.apiDoc, a, c.HTTP)
		if c.HTTP != nil {
			g.Status = newStatus(s, c.HTTP)
		}
		groups[c.HTTP] = g
		p.Groups = append(p.Groups, g)
	}
	if len(groups) == 1 && groups[nil] != nil {
		p.Groups = nil
	}
	slices.SortFunc(p.Groups, func(a, b *groupDoc) int { return cmp.Compare(a.rank(), b.rank()) })
	return groups
}

// rank is the group's position among those of its API.
func (g *groupDoc) rank() int {
	if g.Status == nil {
		return 1000 // after every status
	}
	return g.Status.Number
}

// newFullCode returns what the page of its own API shows of a code.
func newFullCode(d *apiDoc, a *spec.API, c *spec.Code) *codeDoc {
	code := newCode(d, a, c)
	code.Description = text(c.Description)
	code.Note = text(c.Note)
	code.Also = texts(c.Also)
	for _, alias := range c.Aliases {
		code.Aliases = append(code.Aliases, constant(alias))
	}
	code.Retryable = c.Retryable
	if body := example(a, c); body != "" {
		code.Example = fence("json", body)
	}
	return code
}

// othersOf returns the codes of the other APIs that a has too.
func othersOf(s *spec.Spec, a *spec.API) map[string][]*codeDoc {
	own := make(map[string]bool, len(a.Codes))
	for _, c := range a.Codes {
		own[c.Wire()] = true
	}
	others := map[string][]*codeDoc{}
	for _, b := range s.APIs {
		if b.ID == a.ID {
			continue
		}
		d := newAPI(b)
		for _, c := range b.Codes {
			if wire := c.Wire(); own[wire] {
				others[wire] = append(others[wire], newCode(d, b, c))
			}
		}
	}
	return others
}

// rangeDoc is a run of codes that the contents offer as one link.
type rangeDoc struct{ First, Last *codeDoc }

// ranges cuts the codes into runs of equal length, so many that the contents of 400 codes stay within two lines.
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

// nameDoc is a Go constant of an API, or one that it had.
type nameDoc struct {
	Const, Wire, Kind text
	Anchor            string
}

func (p *apiPage) names() []nameDoc {
	var n []nameDoc
	for _, c := range p.Codes {
		n = append(n, nameDoc{c.Const, c.Wire, "", c.Anchor})
		for _, alias := range c.Aliases {
			n = append(n, nameDoc{alias, c.Wire, "former name", c.Anchor})
		}
	}
	for _, c := range p.Categories {
		n = append(n, nameDoc{c.Const, "", "category", c.Anchor})
	}
	for _, r := range p.Retired {
		if r.Name != "" {
			n = append(n, nameDoc{r.Name, r.Wire, "retired", r.Anchor})
		}
	}
	slices.SortStableFunc(n, func(x, y nameDoc) int {
		return cmp.Compare(strings.ToLower(string(x.Const)), strings.ToLower(string(y.Const)))
	})
	return n
}
