package compat

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/lrcodes/lrcodes/spec"
)

// statuses compares the HTTP statuses.
func (d *differ) statuses(before, after *spec.Spec) {
	called := make(map[string]*spec.Status, len(after.Statuses))
	for _, s := range after.Statuses {
		called[s.Name] = s
	}
	for _, p := range pairs(before.Statuses, after.Statuses, func(s *spec.Status) int { return s.Number }) {
		switch {
		case p.new == nil:
			c := Change{Code: strconv.Itoa(p.old.Number), Old: p.old.Name, Was: p.old.Position}
			if p.previous != nil {
				c.Position = p.previous.Position
			}
			d.add("status-removed", c, "is gone: "+word(p.old.Name))
		case p.old == nil:
			c := Change{Code: strconv.Itoa(p.new.Number), New: p.new.Name, Position: p.new.Position}
			d.add("status-added", c, "is new: "+word(p.new.Name))
		default:
			d.status(p.old, p.new, called[p.old.Name])
		}
	}
}

// status compares a status. called is the one in the newer spec that has its former name, or nil.
func (d *differ) status(old, new, called *spec.Status) {
	of := func(key string) Change {
		return Change{Code: strconv.Itoa(new.Number), Position: new.PositionOf(key), Was: old.PositionOf(key)}
	}
	if old.Name != new.Name {
		c := of("name")
		c.Old, c.New = old.Name, new.Name
		message := fmt.Sprintf("%s no longer exists; the status is called %s", word(old.Name), word(new.Name))
		if called != nil {
			message = fmt.Sprintf("%s is HTTP %d now; HTTP %d is called %s", word(old.Name), called.Number, new.Number, word(new.Name))
		}
		d.add("status-renamed", c, message)
	}
	if old.Message != new.Message {
		c := of("message")
		c.Old, c.New = old.Message, new.Message
		d.add("message-changed", c, rewording(old.Message, new.Message))
	}
	d.retryable(of, old.Retryable, new.Retryable)
	d.text(of, "description", old.Description, new.Description)
}

// synthetic compares the numbers that SDKs make up.
func (d *differ) synthetic(before, after *spec.Spec) {
	for _, p := range pairs(before.Synthetic, after.Synthetic, func(s *spec.Synthetic) string { return s.SDK }) {
		switch {
		case p.new == nil:
			c := Change{Name: p.old.SDK, Old: fmt.Sprint(p.old.Numbers), Was: p.old.Position}
			if p.previous != nil {
				c.Position = p.previous.Position
			}
			d.add("synthetic-changed", c, "the numbers that it makes up are no longer listed")
		case p.old == nil:
			c := Change{Name: p.new.SDK, New: fmt.Sprint(p.new.Numbers), Position: p.new.Position}
			d.add("synthetic-changed", c, fmt.Sprintf("makes up %s", count(len(p.new.Numbers), "number")))
		default:
			c := Change{Name: p.new.SDK, Position: p.new.Position, Was: p.old.Position}
			d.text(func(string) Change { return c }, "description", p.old.Description, p.new.Description)
			if !slices.Equal(p.old.Numbers, p.new.Numbers) {
				c.Old, c.New = fmt.Sprint(p.old.Numbers), fmt.Sprint(p.new.Numbers)
				d.add("synthetic-changed", c, "makes up other numbers")
			}
		}
	}
}
