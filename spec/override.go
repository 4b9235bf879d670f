package spec

import (
	"slices"
	"strings"
)

// overridable are the keys that an override may give, besides those that say what it overrides.
var overridable = []string{"aliases", "also", "categories", "description", "message", "name", "note", "retryable"}

// applyOverrides lets the overriding entries of an API change the entries they name, and removes them from its codes.
func (d *draft) applyOverrides(a *apiDraft) {
	if !slices.ContainsFunc(a.codes, func(c *codeDraft) bool { return c.override }) {
		return
	}
	codes := make(map[string]*codeDraft)
	last := make(map[string]*codeDraft) // the override of each code that was read last
	var kept []*codeDraft
	for _, c := range a.codes {
		target := codes[c.Wire()]
		switch {
		case !c.override:
			kept = append(kept, c)
			if target == nil {
				codes[c.Wire()] = c
			}
		case c.Wire() == "0": // refused while it was read
		case last[c.Wire()] != nil && last[c.Wire()].source == c.source:
			d.errorf(c.Position, "duplicate-code", "code %s is overridden a second time in the same source (%s)", c.Wire(), last[c.Wire()].Position)
		case target == nil || target.source >= c.source:
			d.errorf(c.Position, "bad-override", "code %s overrides nothing: no earlier source gives the api %s that code", c.Wire(), a.ID)
		default:
			d.override(target, c)
			last[c.Wire()] = c
		}
	}
	a.codes = kept
}

// override changes c as o says.
func (d *draft) override(c, o *codeDraft) {
	var keys []string
	for _, key := range o.at.Names() {
		switch {
		case slices.Contains(overridable, key):
			c.take(o, key)
			keys = append(keys, key)
		case key != "code" && key != "override":
			d.errorf(o.at.KeyPosition(key), "bad-override", "an override cannot change %q of code %s (%s); it may change %s",
				key, c.Wire(), c.Position, strings.Join(overridable, ", "))
		}
	}
	c.Overrides = append(c.Overrides, Override{Keys: keys, Position: o.Position})
}

// take copies the value of a key from an override. A changed name keeps the old one as an alias, unless only case
// tells the two apart.
func (c *codeDraft) take(o *codeDraft, key string) {
	switch key {
	case "aliases":
		c.aliases = append(c.aliases, o.aliases...)
	case "also":
		c.Also = o.Also
	case "categories":
		c.categories = o.categories
	case "description":
		c.Description = o.Description
	case "message":
		c.Message = o.Message
	case "name":
		if c.name.text != o.name.text {
			c.aliases = append(c.aliases, c.name)
			c.aliases = slices.DeleteFunc(c.aliases, func(w word) bool { return strings.EqualFold(w.text, o.name.text) })
			c.name = o.name
		}
	case "note":
		c.Note = o.Note
	case "retryable":
		c.Retryable = o.Retryable
	}
}
