package strict

import "github.com/lrcodes/lrcodes/spec/diag"

// Value is a value that its Shape allows, with its position. A nil *Value is one that is absent or that its shape
// rejects; every method may be called on it and returns the zero value.
type Value struct {
	position diag.Position
	text     string
	number   int
	truth    bool
	entries  []entry  // of a Mapping, as written
	items    []*Value // of a Sequence, without those that its shape rejects
	partial  bool     // items were rejected
}

type entry struct {
	name     string
	position diag.Position // of the key
	value    *Value
}

// Position returns the position of the value.
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

// Complete reports whether a Mapping lacks a key, or has it with a value that could be read with all its items.
func (v *Value) Complete(name string) bool {
	e := v.entry(name)
	return e == nil || e.value != nil && !e.value.partial
}

// Has reports whether a Mapping has a key, even if its value was rejected or the key is misspelled.
func (v *Value) Has(name string) bool { return v.entry(name) != nil }

// KeyPosition returns the position of a key of a Mapping, or that of the Mapping if it does not have the key.
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
