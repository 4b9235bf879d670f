package markdown

import (
	"cmp"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
)

type indexPage struct {
	APIs      []*apiDoc
	Statuses  string
	Synthetic string
	Shared    []*sharedDoc
}

// sharedDoc is a code that several APIs have.
type sharedDoc struct {
	Wire   text
	Codes  []*codeDoc
	number int
}

func newIndex(s *spec.Spec) *indexPage {
	p := &indexPage{Statuses: statusesFile(s), Synthetic: syntheticFile(s)}
	byWire := map[string]*sharedDoc{}
	for _, a := range s.APIs {
		d := newAPI(a)
		p.APIs = append(p.APIs, d)
		for _, c := range a.Codes {
			shared := byWire[c.Wire()]
			if shared == nil {
				shared = &sharedDoc{Wire: text(c.Wire()), number: c.Number}
				byWire[c.Wire()] = shared
			}
			shared.Codes = append(shared.Codes, newCode(d, a, c))
		}
	}
	for _, shared := range byWire {
		if len(shared.Codes) > 1 {
			p.Shared = append(p.Shared, shared)
		}
	}
	slices.SortFunc(p.Shared, func(a, b *sharedDoc) int {
		return cmp.Or(cmp.Compare(a.number, b.number), cmp.Compare(a.Wire, b.Wire))
	})
	return p
}

type statusesPage struct {
	Index    string
	Statuses []*statusDoc
}

func newStatuses(s *spec.Spec) *statusesPage {
	p := &statusesPage{Index: IndexFile}
	docs := map[*spec.Status]*statusDoc{}
	for _, t := range s.Statuses {
		docs[t] = newStatus(s, t)
		p.Statuses = append(p.Statuses, docs[t])
	}
	for _, a := range s.APIs {
		d := newAPI(a)
		groups := map[*spec.Status]*groupDoc{}
		for _, c := range a.Codes {
			t := docs[c.HTTP]
			if t == nil {
				continue
			}
			g := groups[c.HTTP]
			if g == nil {
				g = newGroup(d, a, c.HTTP)
				groups[c.HTTP] = g
				t.Groups = append(t.Groups, g)
			}
			g.Codes = append(g.Codes, newCode(d, a, c))
			t.Count++
		}
	}
	return p
}

type rulesPage struct {
	Index string
	Rules []*ruleDoc
}

type ruleDoc struct {
	ID, Doc, Failing, Passing, Message text
	Anchor                             string
}

func newRules(rules []Rule) *rulesPage {
	p := &rulesPage{Index: IndexFile}
	for _, r := range rules {
		p.Rules = append(p.Rules, &ruleDoc{
			ID:      text(r.ID),
			Doc:     text(r.Doc),
			Failing: text(r.Failing),
			Passing: text(r.Passing),
			Message: text(r.Message),
			Anchor:  "rule-" + anchor(r.ID),
		})
	}
	return p
}
