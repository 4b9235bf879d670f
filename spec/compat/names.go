package compat

import (
	"fmt"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// holder is what has a name in the newer spec: a code, or a category where code is nil.
type holder struct {
	code     *spec.Code
	position diag.Position
}

// holderOf returns what has a name in the newer spec, and whether anything has it. Codes and categories share one
// namespace.
func (d *differ) holderOf(name string) (holder, bool) {
	if d.holders == nil {
		d.holders = make(map[string]holder, len(d.after.Codes)+len(d.after.Categories))
		for _, c := range d.after.Categories {
			d.holders[c.Name] = holder{nil, c.Position}
		}
		for _, c := range d.after.Codes {
			for _, name := range namesOf(c) {
				d.holders[name] = holder{c, namePosition(c, name)}
			}
		}
	}
	h, ok := d.holders[name]
	return h, ok
}

// names compares the names and aliases of a code, which may be gone.
func (d *differ) names(p paired[spec.Code]) {
	if p.new != nil && p.old.Name == p.new.Name && slices.Equal(p.old.Aliases, p.new.Aliases) {
		return
	}
	for _, name := range namesOf(p.old) {
		h, ok := d.holderOf(name)
		switch {
		case !ok:
			d.nameGone(name, p)
		case h.code == nil || wireOf(h.code) != wireOf(p.old):
			d.nameMoved(name, p.old, h)
		}
	}
	if p.new != nil {
		_, kept := d.holderOf(p.old.Name)
		d.newNames(p.old, p.new, kept)
	}
}

// nameGone adds that nothing has a name of a code anymore.
func (d *differ) nameGone(name string, p paired[spec.Code]) {
	c := Change{Code: p.old.Wire(), CodeName: p.old.Name, Name: name, Old: name, Position: d.after.Position, Was: namePosition(p.old, name)}
	message := constant(name) + " no longer exists"
	if p.new != nil {
		c.CodeName, c.New, c.Position = p.new.Name, p.new.Name, p.new.PositionOf("name")
		message += "; the code is called " + word(p.new.Name)
	}
	d.add("name-removed", c, message)
}

// nameMoved adds that a name of a code names something else now.
func (d *differ) nameMoved(name string, old *spec.Code, h holder) {
	c := Change{Code: old.Wire(), CodeName: old.Name, Name: name, Old: old.Wire(), Position: h.position, Was: namePosition(old, name)}
	if h.code == nil {
		d.add("name-moved", c, constant(name)+" is a category now")
		return
	}
	c.New = h.code.Wire()
	d.add("name-moved", c, fmt.Sprintf("%s is code %s now", constant(name), word(c.New)))
}

// newNames adds the names that a code did not have. kept reports whether something has its former name still.
func (d *differ) newNames(old, new *spec.Code, kept bool) {
	renamed := old.Name != new.Name && slices.Contains(new.Aliases, old.Name)
	if renamed {
		c := d.changed(old, new, "name")
		c.Old, c.New = old.Name, new.Name
		d.add("code-renamed", c, fmt.Sprintf("is called %s; %s stays as a deprecated alias", word(new.Name), word(old.Name)))
	}
	was := namesOf(old)
	for _, name := range namesOf(new) {
		reported := name == new.Name && (renamed || !kept) // with the former name
		if reported || slices.Contains(was, name) || d.existed(name) {
			continue
		}
		c := Change{Code: new.Wire(), CodeName: new.Name, Name: name, New: name, Position: namePosition(new, name), Was: old.Position}
		message := "the code has the further name " + constant(name)
		if name == new.Name {
			message = "the code is called " + word(name)
		}
		d.add("name-added", c, message)
	}
}

// existed reports whether a code had a name in the older spec: then the name has moved.
func (d *differ) existed(name string) bool {
	if d.former == nil {
		d.former = make(map[string]bool, len(d.before.Codes))
		for _, c := range d.before.Codes {
			for _, name := range namesOf(c) {
				d.former[name] = true
			}
		}
	}
	return d.former[name]
}

// constant returns the Go constant of a code or category.
func constant(name string) string { return word(spec.Constant(name)) }

// namesOf returns the name and the aliases of a code.
func namesOf(c *spec.Code) []string { return append([]string{c.Name}, c.Aliases...) }

// namePosition returns where a code is given one of its names.
func namePosition(c *spec.Code, name string) diag.Position {
	if name == c.Name {
		return c.PositionOf("name")
	}
	return c.PositionOf("aliases")
}
