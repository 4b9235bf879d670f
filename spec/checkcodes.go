package spec

import (
	"cmp"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkDuplicates reports codes that an api declares twice, and codes that it retires twice. An entry of a later source
// was probably meant as an override.
func checkDuplicates(d *draft, r reporter) {
	for _, a := range d.apis {
		first := make(map[string]*codeDraft, len(a.codes))
		for _, c := range a.codes {
			wire := c.code.Wire()
			old := first[wire]
			switch {
			case !c.identified():
			case old == nil:
				first[wire] = c
			case old.source != c.source:
				r.errorf(c.code.Position, "duplicate code %s, declared%s at %s; add override: true to change that entry", wire, old.asName(), old.code.Position)
			default:
				r.errorf(c.code.Position, "duplicate code %s, declared%s at %s", wire, old.asName(), old.code.Position)
			}
		}
		retired := make(map[string]*Retired)
		for _, t := range a.api.Retired {
			if old := retired[t.Wire()]; old != nil && (t.Number != 0 || t.Text != "") {
				r.errorf(t.Position, "code %s is already retired at %s", t.Wire(), old.Position)
			}
			retired[t.Wire()] = cmp.Or(retired[t.Wire()], t)
		}
	}
}

// asName returns " as NAME", or nothing where the entry has no name.
func (c *codeDraft) asName() string {
	if c.code.Name == "" {
		return ""
	}
	return " as " + c.code.Name
}

// checkHTTP reports HTTP statuses of codes that no source declares.
func checkHTTP(d *draft, r reporter) {
	if d.partial {
		return // a status may be missing only because it could not be read
	}
	for _, a := range d.apis {
		for _, c := range a.codes {
			if c.http != 0 && c.code.HTTP == nil {
				r.errorf(c.code.PositionOf("http"), "HTTP status %d of code %s is not declared: add it under statuses", c.http, c.code.Wire())
			}
		}
	}
}

// checkCategories reports categories of codes that the api does not declare.
func checkCategories(d *draft, r reporter) {
	for _, a := range d.apis {
		if d.unread || a.partial {
			continue // a category may be missing only because it could not be read
		}
		known := make(map[string]bool)
		for _, c := range a.api.Categories {
			known[c.Name] = true
		}
		for _, c := range a.codes {
			for _, ref := range c.categoryRefs {
				if !known[ref.text] {
					r.errorf(ref.at, "category %q of code %s is not declared%s", ref.text, c.code.Wire(), a.declareCategory(ref.text))
				}
			}
		}
	}
}

// declareCategory returns the end of a message about a category that is not declared.
func (a *apiDraft) declareCategory(name string) string {
	var names []string
	for _, c := range a.api.Categories {
		names = append(names, c.Name)
	}
	return cmp.Or(diag.Suggestion(name, names), ": add it under categories")
}

// checkUnused reports codes that are never sent but come with an HTTP status. Either may be the one to correct, so the
// message names both positions.
func checkUnused(d *draft, r reporter) {
	for _, a := range d.apis {
		for _, c := range a.codes {
			if c.code.Unused && c.http != 0 {
				r.errorf(c.code.PositionOf("http"), "code %s is unused (%s), so it has no HTTP status: remove http, or set unused: false",
					c.code.Wire(), c.code.PositionOf("unused"))
			}
		}
	}
}
