package spec

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// overridable maps each key that an override of a code may have to what it does to the code.
var overridable = map[string]func(c, o *codeDraft){
	"aliases":     func(c, o *codeDraft) { c.aliasRefs = append(c.aliasRefs, o.aliasRefs...) },
	"also":        func(c, o *codeDraft) { c.code.Also = o.code.Also },
	"categories":  func(c, o *codeDraft) { c.categoryRefs = o.categoryRefs },
	"data":        func(c, o *codeDraft) { c.code.Data = o.code.Data },
	"description": func(c, o *codeDraft) { c.code.Description = o.code.Description },
	"http":        func(c, o *codeDraft) { c.http = o.http },
	"message":     func(c, o *codeDraft) { c.code.Message = o.code.Message },
	"name":        rename,
	"note":        func(c, o *codeDraft) { c.code.Note = o.code.Note },
	"retryable":   func(c, o *codeDraft) { c.code.Retryable = o.code.Retryable },
	"unused":      setUnused,
}

// rename changes the name of c and keeps the old one as an alias, unless the two differ only by case.
func rename(c, o *codeDraft) {
	if c.nameRef.text == o.nameRef.text {
		return
	}
	c.aliasRefs = append(c.aliasRefs, c.nameRef)
	c.aliasRefs = slices.DeleteFunc(c.aliasRefs, func(r ref) bool { return strings.EqualFold(r.text, o.nameRef.text) })
	c.nameRef = o.nameRef
}

// setUnused marks c as unused or used. An unused code comes with no HTTP status, so it loses the one that it had.
func setUnused(c, o *codeDraft) {
	c.code.Unused = o.code.Unused
	if c.code.Unused && !o.code.keys.has("http") {
		c.http = 0
		c.code.keys = c.code.keys.without("http")
	}
}

// overridableStatus maps each key that an override of an HTTP status may have to what it does to the status.
var overridableStatus = map[string]func(s, o *Status){
	"description": func(s, o *Status) { s.Description = o.Description },
	"message":     func(s, o *Status) { s.Message = o.Message },
	"name":        func(s, o *Status) { s.Name = o.Name },
	"retryable":   func(s, o *Status) { s.Retryable = o.Retryable },
}

// overrideKeys are the keys of an override besides those that it changes.
var overrideKeys = []string{"code", "override", "status"}

// applyOverrides applies the overriding entries of an API to the codes that they name, and removes them from its codes.
func (d *draft) applyOverrides(a *apiDraft) {
	targets := make(map[string]*codeDraft)
	last := make(map[string]*codeDraft) // the override of each code that was read last
	a.codes = slices.DeleteFunc(a.codes, func(c *codeDraft) bool {
		wire := c.code.Wire()
		target := targets[wire]
		switch {
		case !c.override:
			if target == nil {
				targets[wire] = c
			}
		case !c.identified():
		case last[wire] != nil && last[wire].source == c.source:
			d.errorf(c.code.Position, ruleDuplicateCode, "code %s is already overridden in the same source at %s", wire, last[wire].code.Position)
		case target == nil || target.source >= c.source:
			if d.unread || a.lacksCode {
				break // the code may be missing only because it could not be read
			}
			d.errorf(c.code.Position, ruleBadOverride, "code %s overrides nothing: no earlier source declares it in api %q", wire, a.api.ID)
		default:
			d.override(target, c)
			last[wire] = c
		}
		return c.override
	})
}

// override applies an entry to the code that it names, and records what it changed and where.
func (d *draft) override(c, o *codeDraft) {
	checkKeys(d, o.value, overridable, "code "+c.code.Wire(), c.code.Position)
	keys := applyKeys(overridable, o.value.Names(), c, o)
	for _, key := range keys {
		c.code.keys = c.code.keys.set(key, o.code.PositionOf(key))
	}
	c.code.Overrides = append(c.code.Overrides, Override{keys, o.code.Position})
}

// applyStatusOverrides applies the overriding entries of the HTTP statuses, and removes them from the statuses.
func (d *draft) applyStatusOverrides() {
	targets := make(map[int]*statusDraft)
	last := make(map[int]*statusDraft)
	d.statuses = slices.DeleteFunc(d.statuses, func(s *statusDraft) bool {
		number, at := s.status.Number, s.status.Position
		target := targets[number]
		switch {
		case !s.override:
			if target == nil {
				targets[number] = s
			}
		case number == 0:
		case last[number] != nil && last[number].source == s.source:
			d.errorf(at, ruleDuplicateStatus, "HTTP status %d is already overridden in the same source at %s", number, last[number].status.Position)
		case target == nil || target.source >= s.source:
			if d.partial {
				break // the status may be missing only because it could not be read
			}
			d.errorf(at, ruleBadOverride, "HTTP status %d overrides nothing: no earlier source declares it", number)
		default:
			d.overrideStatus(target.status, s)
			last[number] = s
		}
		return s.override
	})
}

// overrideStatus applies an entry to the HTTP status that it names.
func (d *draft) overrideStatus(s *Status, o *statusDraft) {
	checkKeys(d, o.value, overridableStatus, "HTTP status "+strconv.Itoa(s.Number), s.Position)
	keys := applyKeys(overridableStatus, o.value.Names(), s, o.status)
	for _, key := range keys {
		s.keys = s.keys.set(key, o.status.PositionOf(key))
	}
	s.Overrides = append(s.Overrides, Override{keys, o.status.Position})
}

// checkKeys reports the keys of an override that the table of overridable keys does not have.
func checkKeys[V any](d *draft, o *strict.Value, table map[string]V, what string, at diag.Position) {
	for _, key := range o.Names() {
		if _, ok := table[key]; !ok && !slices.Contains(overrideKeys, key) {
			d.errorf(o.KeyPosition(key), ruleBadOverride, "an override cannot change %q of %s (%s); it can change %s",
				key, what, at, strings.Join(slices.Sorted(maps.Keys(table)), ", "))
		}
	}
}

// applyKeys applies those of keys that the table has, in their order, and returns them.
func applyKeys[T any](table map[string]func(to, from T), keys []string, to, from T) []string {
	var applied []string
	for _, key := range keys {
		if apply := table[key]; apply != nil {
			apply(to, from)
			applied = append(applied, key)
		}
	}
	return applied
}
