package markdown

import (
	"cmp"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
)

type indexPage struct {
	APIs      []*apiDoc    `doc:"the APIs by id"`
	Statuses  string       `doc:"file of the page of HTTP statuses, or empty"`
	Synthetic string       `doc:"file of the page of numbers that SDKs make up, or empty"`
	Page      string       `doc:"file of the HTML page with a search, or empty"`
	Shared    []*sharedDoc `doc:"codes that several APIs have"`
}

// sharedDoc is a code that several APIs have.
type sharedDoc struct {
	Wire   text      `doc:"the code as the services send it"`
	Codes  []codeRef `doc:"the codes, one for each API"`
	number int
}

func (b book) index() *indexPage {
	p := &indexPage{Statuses: b.statusesFile(), Synthetic: b.syntheticFile(), Page: address(b.HTML, "/")}
	byWire := map[string]*sharedDoc{}
	for _, a := range b.apis {
		d := b.api(a)
		p.APIs = append(p.APIs, d)
		for _, c := range a.Codes {
			shared := byWire[c.Wire()]
			if shared == nil {
				shared = &sharedDoc{Wire: text(c.Wire()), number: c.Number}
				byWire[c.Wire()] = shared
			}
			shared.Codes = append(shared.Codes, b.ref(d, a, c))
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
	Index    string       `doc:"file of the index"`
	Package  text         `doc:"name of the generated Go package; empty if there is none"`
	Statuses []*statusDoc `doc:"the statuses by number"`
}

// statusDoc is what the page of statuses shows of one.
type statusDoc struct {
	statusRef
	Description text        `doc:"what the status means"`
	Retryable   bool        `doc:"whether the same request may succeed later"`
	Count       int         `doc:"number of codes that come with the status"`
	Groups      []*groupDoc `doc:"those codes, a group for each API"`
}

func (b book) statuses() *statusesPage {
	p := &statusesPage{Index: IndexFile, Package: text(b.StatusPackage)}
	docs := map[*spec.Status]*statusDoc{}
	for _, t := range b.Spec.Statuses {
		docs[t] = &statusDoc{statusRef: *b.status(t), Description: text(t.Description), Retryable: t.Retryable}
		p.Statuses = append(p.Statuses, docs[t])
	}
	for _, a := range b.apis {
		d := b.api(a)
		groups := map[*spec.Status]*groupDoc{}
		for _, c := range a.Codes {
			t := docs[c.HTTP]
			if t == nil {
				continue
			}
			if groups[c.HTTP] == nil {
				groups[c.HTTP] = b.group(d, a, c.HTTP)
				t.Groups = append(t.Groups, groups[c.HTTP])
			}
			groups[c.HTTP].Codes = append(groups[c.HTTP].Codes, b.ref(d, a, c))
			t.Count++
		}
	}
	return p
}

type rulesPage struct {
	Index string     `doc:"file of the index"`
	Rules []*ruleDoc `doc:"the rules of a spec"`

	Changes []*changeDoc `doc:"the rules of changes between two specs"`
}

type changeDoc struct {
	ID       text   `doc:"id, name-removed"`
	Level    text   `doc:"breaking, behavior, addition or text"`
	Concerns text   `doc:"what the change affects"`
	Doc      text   `doc:"what the rule reports"`
	Remedy   text   `doc:"how to spare users, or empty"`
	Anchor   string `doc:"anchor on the page"`
}

type ruleDoc struct {
	ID      text   `doc:"id, duplicate-code"`
	Doc     text   `doc:"what the rule reports"`
	Failing text   `doc:"a spec that breaks the rule, or empty"`
	Passing text   `doc:"a spec that follows it, or empty"`
	Message text   `doc:"diagnostics that Failing gives"`
	Anchor  string `doc:"anchor on the page"`
}

func newRules(o Options) *rulesPage {
	p := &rulesPage{Index: IndexFile}
	for _, r := range o.Changes {
		p.Changes = append(p.Changes, &changeDoc{text(r.ID), text(r.Level), text(r.Concerns), text(r.Doc), text(r.Remedy), "change-" + anchor(r.ID)})
	}
	for _, r := range o.Rules {
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
