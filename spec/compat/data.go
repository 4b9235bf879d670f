package compat

import (
	"fmt"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// data compares the keys that come with a code besides the fields of the envelope.
func (d *differ) data(old, new *spec.Code) {
	if len(old.Data)+len(new.Data) == 0 {
		return
	}
	for _, p := range pairs(old.Data, new.Data, func(f *spec.DataField) string { return f.Name }) {
		c := d.changed(old, new, "data")
		switch {
		case p.new == nil:
			c.Name, c.Old, c.Was = p.old.Name, p.old.Type, p.old.Position
			d.add("data-removed", c, "the key no longer comes with the code")
		case p.old == nil:
			c.Name, c.New, c.Position = p.new.Name, p.new.Type, p.new.Position
			d.add("data-added", c, "the key comes with the code: "+word(p.new.Type))
		default:
			c.Name, c.Position, c.Was = p.new.Name, p.new.Position, p.old.Position
			at := func(string) Change { return c }
			d.text(at, "description", p.old.Description, p.new.Description)
			d.text(at, "example", p.old.Example, p.new.Example)
			if p.old.Type != p.new.Type {
				c.Old, c.New = p.old.Type, p.new.Type
				d.add("data-changed", c, fmt.Sprintf("the key was of type %s, and is of type %s", word(c.Old), word(c.New)))
			}
		}
	}
}

// accessors compares the names at the top of a response body that have data keys below them: generated packages have
// accessors for some of them.
func (d *differ) accessors() {
	after := make(map[string]bool)
	eachTop(d.after, func(top string, _ *spec.DataField) { after[top] = true })
	eachTop(d.before, func(top string, f *spec.DataField) {
		if !after[top] {
			after[top] = true // once
			c := Change{Name: top, Old: top, Position: d.after.Position, Was: f.Position}
			d.add("accessor-removed", c, "no code has a data key below "+word(top)+" anymore")
		}
	})
}

// eachTop calls f for each data key of an api with the first element of its path.
func eachTop(a *spec.API, f func(top string, key *spec.DataField)) {
	for _, c := range a.Codes {
		for _, key := range c.Data {
			top, _, _ := strings.Cut(key.Name, ".")
			f(top, key)
		}
	}
}
