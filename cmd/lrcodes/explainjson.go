package main

import (
	"maps"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/find"
)

// maxMatches bounds the codes that a result of the json format lists.
const maxMatches = 20

// explained is what explain prints in the json format. Within a version, keys are only added.
type explained struct {
	Version int      `json:"version"`
	Results []result `json:"results"`
}

// result is the answer to an argument, which has a query, or for a code in standard input, which has a line and a count.
type result struct {
	Query      string             `json:"query,omitempty"`
	Code       string             `json:"code,omitempty"` // of standard input: as it was read
	Line       int                `json:"line,omitempty"` // of the first time
	Count      int                `json:"count,omitempty"`
	Matches    []match            `json:"matches"`
	More       int                `json:"more,omitempty"` // how many matches are left out
	Categories []category         `json:"categories,omitempty"`
	Statuses   []export.Status    `json:"statuses,omitempty"`
	Retired    []retired          `json:"retired,omitempty"`
	Synthetic  []export.Synthetic `json:"synthetic,omitempty"`
	Rule       *rule              `json:"rule,omitempty"`
	Notes      []note             `json:"notes,omitempty"` // of an unknown number: what its API says about it
}

// match is a code that may be meant.
type match struct {
	API      string   `json:"api"`
	By       find.How `json:"by"`
	Constant string   `json:"constant,omitempty"` // absent where no Go is generated
	export.Code
}

// category is a category and its API.
type category struct {
	API string `json:"api"`
	export.Category
}

// retired is a retired code and its API.
type retired struct {
	API string `json:"api"`
	export.Retired
}

// note is what an API says about all its codes.
type note struct {
	API  string `json:"api"`
	Note string `json:"note"`
}

// document returns answers in the json format.
func (x *explainer) document(answers []answer) explained {
	exported := newExported(x.spec)
	doc := explained{Version: 1, Results: []result{}}
	for _, a := range answers {
		r := result{Query: a.query, Matches: []match{}, Rule: a.rule}
		if a.seen != nil && a.query == "" {
			r.Code, r.Line, r.Count = a.seen.Wire, a.seen.Line, a.seen.Count
		}
		matches := slices.Concat(a.Codes, a.words)
		shown := matches[:min(len(matches), maxMatches)]
		r.More = len(matches) - len(shown)
		for _, m := range shown {
			r.Matches = append(r.Matches, match{m.API.ID, m.By, goName(x.packages[m.API.ID], "Err"+m.Code.Name), exported.codes[m.Code]})
		}
		for _, c := range a.Categories {
			r.Categories = append(r.Categories, category{c.API.ID, exported.categories[c.Category]})
		}
		for _, s := range a.Statuses {
			r.Statuses = append(r.Statuses, exported.statuses[s])
		}
		for _, t := range a.Retired {
			r.Retired = append(r.Retired, retired{t.API.ID, exported.retired[t.Retired]})
		}
		for _, s := range a.Synthetic {
			r.Synthetic = append(r.Synthetic, exported.synthetic[s])
		}
		for _, api := range a.notes {
			r.Notes = append(r.Notes, note{api.ID, api.Note})
		}
		doc.Results = append(doc.Results, r)
	}
	return doc
}

// exported is the export of a spec by the objects of the spec.
type exported struct {
	codes      map[*spec.Code]export.Code
	categories map[*spec.Category]export.Category
	statuses   map[*spec.Status]export.Status
	retired    map[*spec.Retired]export.Retired
	synthetic  map[*spec.Synthetic]export.Synthetic
}

func newExported(s *spec.Spec) exported {
	doc := export.New(s, nil)
	e := exported{
		codes: make(map[*spec.Code]export.Code), categories: make(map[*spec.Category]export.Category),
		statuses: pair(s.Statuses, doc.Statuses), retired: make(map[*spec.Retired]export.Retired), synthetic: pair(s.Synthetic, doc.Synthetic),
	}
	for i, a := range s.APIs {
		maps.Copy(e.codes, pair(a.Codes, doc.APIs[i].Codes))
		maps.Copy(e.categories, pair(a.Categories, doc.APIs[i].Categories))
		maps.Copy(e.retired, pair(a.Retired, doc.APIs[i].Retired))
	}
	return e
}

// pair returns the exports of objects, which are in the same order, by the objects.
func pair[K comparable, V any](objects []K, exports []V) map[K]V {
	m := make(map[K]V, len(objects))
	for i, object := range objects {
		m[object] = exports[i]
	}
	return m
}
