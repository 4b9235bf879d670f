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
}

// codeDoc is what the page of its API shows of a code.
type codeDoc struct {
	codeRef
	Message     text           `doc:"the usual message, or empty"`
	Description text           `doc:"what the code means and what to do"`
	Note        text           `doc:"remark for readers of the catalogue, or empty"`
	Also        []text         `doc:"further messages of the code"`
	Aliases     []text         `doc:"former Go constants; former names without a Go package"`
	HTTP        *statusRef     `doc:"HTTP status, or nil"`
	Categories  []*categoryDoc `doc:"categories of the code, the most telling one first"`
	Retryable   bool           `doc:"whether the same request may succeed later"`
	Data        []dataDoc      `doc:"what the response carries for this code, besides the envelope"`
	Example     string         `doc:"body of a response as a Markdown code block; empty where the texts are not those of the service"`
	Others      []codeRef      `doc:"codes of other APIs with the same Wire"`
	SDKs        []*sdkDoc      `doc:"SDKs that report the number themselves"`
}

// dataDoc is one value that a response carries for a code.
type dataDoc struct {
	Name        text `doc:"path in the response body, Data.access_token"`
	Type        text `doc:"JSON type"`
	Description text `doc:"what it means"`
}

func (b book) apiPage(a *spec.API) *apiPage {
	p := &apiPage{apiDoc: b.api(a), Index: IndexFile, Statuses: b.statusesFile()}
	for _, f := range a.Envelope {
		if f.Role == spec.RoleCode {
			p.CodeField = text(f.Name)
		}
	}
	b.addCodes(p, a)
	p.Ranges = ranges(p.Codes)
	for _, r := range a.Retired {
		p.Retired = append(p.Retired, newRetired(a, r))
	}
	p.Names = p.names()
	return p
}

// addCodes adds the codes, and lists each under its categories and its status.
func (b book) addCodes(p *apiPage, a *spec.API) {
	categories := map[*spec.Category]*categoryDoc{}
	for _, c := range a.Categories {
		categories[c] = newCategory(p.apiDoc, a, c)
		p.Categories = append(p.Categories, categories[c])
	}
	groups := b.addGroups(p, a)
	others, sdks := b.othersOf(a), byNumber(b.sdks())
	for _, c := range a.Codes {
		d := b.code(p.apiDoc, a, c)
		d.Others = others[c.Wire()]
		if c.Text == "" {
			d.SDKs = sdks[c.Number]
		}
		for _, k := range c.Categories {
			d.Categories = append(d.Categories, categories[k])
			categories[k].Codes = append(categories[k].Codes, d.codeRef)
		}
		if g := groups[c.HTTP]; g != nil {
			d.HTTP = g.Status
			g.Codes = append(g.Codes, d.codeRef)
		}
		p.Codes = append(p.Codes, d)
	}
}

// addGroups adds a group for each status that the codes come with, and one for the codes that come with none. It adds
// nothing if no code comes with any.
func (b book) addGroups(p *apiPage, a *spec.API) map[*spec.Status]*groupDoc {
	groups := map[*spec.Status]*groupDoc{}
	for _, c := range a.Codes {
		if groups[c.HTTP] == nil {
			groups[c.HTTP] = b.group(p.apiDoc, a, c.HTTP)
			p.Groups = append(p.Groups, groups[c.HTTP])
		}
	}
	if len(groups) == 1 && groups[nil] != nil {
		p.Groups = nil
	}
	slices.SortFunc(p.Groups, func(a, b *groupDoc) int { return cmp.Compare(a.rank(), b.rank()) })
	return groups
}

// rank orders the groups of an API.
func (g *groupDoc) rank() int {
	if g.Status == nil {
		return 1000 // after every status
	}
	return g.Status.Number
}

func (b book) code(d *apiDoc, a *spec.API, c *spec.Code) *codeDoc {
	code := &codeDoc{
		codeRef:     b.ref(d, a, c),
		Message:     text(c.Message),
		Description: text(c.Description),
		Note:        text(c.Note),
		Also:        texts(c.Also),
		Retryable:   c.Retryable,
	}
	for _, d := range c.Data {
		code.Data = append(code.Data, dataDoc{text(d.Name), text(d.Type), text(d.Description)})
	}
	for _, alias := range c.Aliases {
		code.Aliases = append(code.Aliases, cmp.Or(constant(d, alias), text(alias)))
	}
	if body := example(a, c); body != "" {
		code.Example = fence("json", body)
	}
	return code
}

// othersOf returns the codes of the other APIs that a has too.
func (b book) othersOf(a *spec.API) map[string][]codeRef {
	own := make(map[string]bool, len(a.Codes))
	for _, c := range a.Codes {
		own[c.Wire()] = true
	}
	others := map[string][]codeRef{}
	for _, other := range b.apis {
		if other.ID == a.ID {
			continue
		}
		d := b.api(other)
		for _, c := range other.Codes {
			if wire := c.Wire(); own[wire] {
				others[wire] = append(others[wire], b.ref(d, other, c))
			}
		}
	}
	return others
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
