package strict

import "slices"

// Kind is the type of a value.
type Kind string

// The kinds, in the words of JSON Schema.
const (
	Mapping  Kind = "object"
	Sequence Kind = "array"
	String   Kind = "string"
	Integer  Kind = "integer"
	Boolean  Kind = "boolean"
	Token    Kind = "token" // an integer or a string
)

// Shape describes a value of a format. Decode and Schema only read it, so goroutines may share it.
type Shape struct {
	Kind Kind
	Doc  string // one sentence for editors and reference pages

	Keys   []Key  // of a Mapping, in the order of the documentation
	Single bool   // a Mapping has exactly one of its Keys; Rule reports others
	Item   *Shape // of a Sequence

	Min, Max int  // range of an Integer or of a Token that is one; no upper limit where Max is 0
	NonZero  bool // whether such a number must not be 0

	Pattern  string              // regular expression that every good String or Token matches; for editors
	Enum     []string            // the only Strings allowed; for editors
	Examples []string            // values that editors offer
	Check    func(string) string // what is wrong with a String, or ""; it sees every one that is not empty
	Rule     string              // the rule that Check is part of, or, for an Integer, its range
}

// Key is a key of a Mapping.
type Key struct {
	Name     string
	Required bool
	Unless   string // a boolean key of the same mapping that makes the key optional when true
	Rule     string // the rule that reports a missing key; default missing-key
	Shape    *Shape
}

// MappingOf describes a mapping with these keys and no others.
func MappingOf(doc string, keys ...Key) *Shape { return &Shape{Kind: Mapping, Doc: doc, Keys: keys} }

// ListOf describes a list of items of one shape.
func ListOf(doc string, item *Shape) *Shape { return &Shape{Kind: Sequence, Doc: doc, Item: item} }

// WithoutChecks returns a copy of the shape that allows any text where the shape checks it.
func (s *Shape) WithoutChecks() *Shape {
	if s == nil {
		return nil
	}
	loose := *s
	loose.Check, loose.Pattern, loose.Enum = nil, "", nil
	loose.Item = s.Item.WithoutChecks()
	loose.Keys = slices.Clone(s.Keys)
	for i, k := range loose.Keys {
		loose.Keys[i].Shape = k.Shape.WithoutChecks()
	}
	return &loose
}

// Required is a key that every mapping of the shape has.
func Required(name string, s *Shape) Key { return Key{Name: name, Required: true, Shape: s} }

// Optional is a key that a mapping of the shape may have.
func Optional(name string, s *Shape) Key { return Key{Name: name, Shape: s} }

// key returns the key with that name, or nil.
func (s *Shape) key(name string) *Key {
	for i := range s.Keys {
		if s.Keys[i].Name == name {
			return &s.Keys[i]
		}
	}
	return nil
}

// names returns the names of the keys of a Mapping.
func (s *Shape) names() []string {
	names := make([]string, len(s.Keys))
	for i, k := range s.Keys {
		names[i] = k.Name
	}
	return names
}
