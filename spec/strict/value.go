package strict

import "github.com/lrcodes/lrcodes/spec/diag"

// Value is a value that its Shape allows, with its position. A nil *Value stands for one that is absent or was
// refused; every method may be called on it and gives the zero value.
type Value struct {
	position diag.Position
	text     string
	number   int
	truth    bool
	entries  []entry  // of a Mapping, as written
	items    []*Value // of a Sequence; refused items are left out
}

type entry struct {
	name     string
	position diag.Position // of the key
	value    *Value
}

// Position returns where the value stands.
func (v *Value) Position() diag.Position {
	if v == nil {
		return diag.Position{}
	}
	return v.position
}

// Text returns a String, or a Token that is one.
func (v *Value) Text() string {
	if v == nil {
		return ""
	}
	return v.text
}

// Int returns an Integer, or a Token that is one.
func (v *Value) Int() int {
	if v == nil {
		return 0
	}
	return v.number
}

// Bool returns a Boolean.
func (v *Value) Bool() bool { return v != nil && v.truth }

// Items returns the items of a Sequence in their order.
func (v *Value) Items() []*Value {
	if v == nil {
		return nil
	}
	return v.items
}

// Texts returns the texts of a Sequence of Strings.
func (v *Value) Texts() []string {
	var texts []string
	for _, item := range v.Items() {
		texts = append(texts, item.text)
	}
	return texts
}

// Key returns the value under a key of a Mapping.
func (v *Value) Key(name string) *Value {
	if e := v.entry(name); e != nil {
		return e.value
	}
	return nil
}

// Has reports whether a key stands in a Mapping, even if its value was refused.
func (v *Value) Has(name string) bool { return v.entry(name) != nil }

// KeyPosition returns where a key of a Mapping stands, or the position of the Mapping where it has no such key.
func (v *Value) KeyPosition(name string) diag.Position {
	if e := v.entry(name); e != nil {
		return e.position
	}
	return v.Position()
}

// Names returns the keys of a Mapping in their order.
func (v *Value) Names() []string {
	if v == nil {
		return nil
	}
	names := make([]string, len(v.entries))
	for i, e := range v.entries {
		names[i] = e.name
	}
	return names
}

func (v *Value) entry(name string) *entry {
	if v == nil {
		return nil
	}
	for i := range v.entries {
		if v.entries[i].name == name {
			return &v.entries[i]
		}
	}
	return nil
}
