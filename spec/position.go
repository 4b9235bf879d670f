package spec

import (
	"cmp"
	"slices"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// positions are where the values of the keys of an entry are.
type positions []keyPosition

type keyPosition struct {
	key string
	at  diag.Position
}

// positionsOf returns where the values of the keys of a mapping are, or the keys whose values could not be read.
func positionsOf(v *strict.Value) positions {
	names := v.Names()
	all := make(positions, len(names))
	for i, name := range names {
		all[i] = keyPosition{name, cmp.Or(v.Key(name).Position(), v.KeyPosition(name))}
	}
	return all
}

// of returns where the value of a key is, or object where the entry does not have the key.
func (p positions) of(key string, object diag.Position) diag.Position {
	if i := slices.IndexFunc(p, func(k keyPosition) bool { return k.key == key }); i >= 0 {
		return p[i].at
	}
	return object
}

// add appends the positions of the keys that p does not have yet.
func (p positions) add(more positions) positions {
	for _, k := range more {
		if !p.has(k.key) {
			p = append(p, k)
		}
	}
	return p
}

// has reports whether the entry has a key.
func (p positions) has(key string) bool {
	return slices.ContainsFunc(p, func(k keyPosition) bool { return k.key == key })
}

// without returns the positions of the other keys.
func (p positions) without(key string) positions {
	return slices.DeleteFunc(p, func(k keyPosition) bool { return k.key == key })
}

// set records where the value of a key is.
func (p positions) set(key string, at diag.Position) positions {
	if i := slices.IndexFunc(p, func(k keyPosition) bool { return k.key == key }); i >= 0 {
		p[i].at = at
		return p
	}
	return append(p, keyPosition{key, at})
}

// PositionOf returns the position of the value of a key of the code, also where an override gave it, or the position of
// the code where it does not have the key.
func (c *Code) PositionOf(key string) diag.Position { return c.keys.of(key, c.Position) }

// PositionOf returns the position of the value of a key of the api, in the first file that has the key, or the position
// of the API where none does.
func (a *API) PositionOf(key string) diag.Position { return a.keys.of(key, a.Position) }

// PositionOf returns the position of the value of a key of the status, or the position of the status where it does not
// have the key.
func (s *Status) PositionOf(key string) diag.Position { return s.keys.of(key, s.Position) }

// PositionOf returns the position of the value of a key of the category, or the position of the category where it does
// not have the key.
func (c *Category) PositionOf(key string) diag.Position { return c.keys.of(key, c.Position) }
