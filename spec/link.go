package spec

import (
	"cmp"
	"slices"
	"strings"
)

// collect turns the values of the files into objects, which are not linked yet.
func (d *draft) collect() {
	for _, f := range d.files {
		d.addStatuses(f)
		api := d.addAPI(f)
		if env := newEnvelope(f.root, f.source, api); env != nil {
			d.envelopes = append(d.envelopes, env)
		}
		d.addSynthetic(f.root)
	}
	for _, a := range d.apis {
		a.envelopes = d.envelopesOf(a)
	}
}

// link links the objects: first the overrides of later sources, then the defaults, then the references.
func (d *draft) link() {
	d.applyStatusOverrides()
	for _, a := range d.apis {
		d.applyOverrides(a)
		a.complete()
		a.linkEnvelope()
	}
	for _, a := range d.apis {
		d.linkCodes(a)
	}
}

// linkCodes resolves the statuses and categories that the codes of an API name. The rules report names that are not
// declared.
func (d *draft) linkCodes(a *apiDraft) {
	categories := make(map[string]*Category, len(a.api.Categories))
	for _, c := range a.api.Categories {
		categories[c.Name] = c
	}
	statuses := make(map[int]*Status, len(d.statuses))
	for _, s := range d.statuses {
		statuses[s.status.Number] = s.status
	}
	for _, c := range a.codes {
		c.code.Name = c.nameRef.text
		c.code.HTTP = statuses[c.http]
		for _, alias := range c.aliasRefs {
			c.code.Aliases = append(c.code.Aliases, alias.text)
		}
		for _, r := range c.categoryRefs {
			if category := categories[r.text]; category != nil && !slices.Contains(c.code.Categories, category) {
				c.code.Categories = append(c.code.Categories, category)
			}
		}
		a.api.Codes = append(a.api.Codes, c.code)
	}
}

// spec returns the linked spec in its final order.
func (d *draft) spec() *Spec {
	s := &Spec{Synthetic: d.synthetic}
	for _, draft := range d.statuses {
		s.Statuses = append(s.Statuses, draft.status)
	}
	slices.SortStableFunc(s.Synthetic, func(a, b *Synthetic) int { return cmp.Compare(strings.ToLower(a.SDK), strings.ToLower(b.SDK)) })
	slices.SortStableFunc(s.Statuses, func(a, b *Status) int { return cmp.Compare(a.Number, b.Number) })
	for _, draft := range d.apis {
		a := draft.api
		slices.SortStableFunc(a.Codes, func(x, y *Code) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		slices.SortStableFunc(a.Retired, func(x, y *Retired) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		for _, c := range a.Codes {
			for _, category := range c.Categories {
				category.Codes = append(category.Codes, c)
			}
		}
		s.APIs = append(s.APIs, a)
	}
	slices.SortStableFunc(s.APIs, func(a, b *API) int { return cmp.Compare(a.ID, b.ID) })
	return s
}

// compareWire orders codes by number, and then by text: the codes of an api are all of one kind.
func compareWire(a, b int, s, t string) int { return cmp.Or(cmp.Compare(a, b), cmp.Compare(s, t)) }
