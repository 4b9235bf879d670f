package compat

import (
	"github.com/lrcodes/lrcodes/spec"
)

// tombstones compares what an api must not give away: the retired codes, and the names on them.
func (d *differ) tombstones() {
	live := make(map[wire]bool, len(d.before.Codes))
	for _, c := range d.before.Codes {
		live[wireOf(c)] = true
	}
	for _, p := range pairs(d.before.Retired, d.after.Retired, retiredWire) {
		switch {
		case p.new == nil:
			c := Change{Code: p.old.Wire(), Old: p.old.Name, Position: d.after.Position, Was: p.old.Position}
			if p.previous != nil {
				c.Position = p.previous.Position
			}
			d.add("tombstone-removed", c, "is no longer retired"+nameOn(p.old)+": it may be given away")
		case p.old != nil:
			at := func(string) Change {
				return Change{Code: p.new.Wire(), Position: p.new.Position, Was: p.old.Position}
			}
			d.text(at, "reason", p.old.Reason, p.new.Reason)
		case !live[retiredWire(p.new)]: // a code that was live is code-retired
			c := Change{Code: p.new.Wire(), New: p.new.Name, Position: p.new.Position}
			d.add("tombstone-added", c, "is retired"+nameOn(p.new))
		}
	}
	d.allRetiredNames()
}

func retiredWire(r *spec.Retired) wire { return wire{r.Number, r.Text} }

// nameOn returns the names on a tombstone in parentheses, or "".
func nameOn(r *spec.Retired) string {
	if names := retiredNames(r); len(names) > 0 {
		return " (" + words(names) + ")"
	}
	return ""
}

// retiredNames returns the name and the aliases on a tombstone.
func retiredNames(r *spec.Retired) []string {
	if r.Name == "" {
		return r.Aliases
	}
	return append([]string{r.Name}, r.Aliases...)
}

// allRetiredNames compares the names on the tombstones of an api. A name is safe on any of them.
func (d *differ) allRetiredNames() {
	was, is := retiredByName(d.before), retiredByName(d.after)
	for _, r := range d.before.Retired {
		for _, name := range retiredNames(r) {
			if is[name] == nil {
				c := Change{Code: r.Wire(), Name: name, Old: name, Position: d.after.Position, Was: r.Position}
				d.add("tombstone-removed", c, "the name is no longer retired: it may be given away")
			}
		}
	}
	for _, r := range d.after.Retired {
		for _, name := range retiredNames(r) {
			if was[name] == nil {
				c := Change{Code: r.Wire(), Name: name, New: name, Position: r.Position}
				d.add("tombstone-added", c, "the name is retired")
			}
		}
	}
}

func retiredByName(a *spec.API) map[string]*spec.Retired {
	index := make(map[string]*spec.Retired, len(a.Retired))
	for _, r := range a.Retired {
		for _, name := range retiredNames(r) {
			index[name] = r
		}
	}
	return index
}
