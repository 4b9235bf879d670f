package strict

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// value reads a node that shape describes; what names the value in messages. It reports a node that it cannot read and
// returns nil.
func (d *decoder) value(n *yaml.Node, shape *Shape, what string) *Value {
	if n.Kind == yaml.AliasNode {
		d.budget.depth++
		defer func() { d.budget.depth-- }()
		n = target(n)
	}
	if !d.spend(n) {
		return nil
	}
	switch shape.Kind {
	case Mapping:
		return d.mapping(n, shape, what)
	case Sequence:
		return d.sequence(n, shape, what)
	}
	return d.scalar(n, shape, what)
}

// sequence reads a list. The items that cannot be read are left out, and the value is not complete then.
func (d *decoder) sequence(n *yaml.Node, shape *Shape, what string) *Value {
	if isNull(n) {
		return &Value{position: d.at(n)} // a list whose items are all commented out
	}
	if !isSequence(n) {
		d.wrongType(n, shape, what)
		return nil
	}
	v := &Value{position: d.at(n), items: make([]*Value, 0, len(n.Content))}
	what = "an item of " + what
	alike := d.alike(n, shape.Item, what)
	for i, item := range n.Content {
		if d.once {
			n.Content[i] = nil // large files need half the memory if their nodes can be freed
		}
		switch {
		case isEmpty(target(item)):
			d.errorf(item, RuleMissingKey, "%s is empty; remove it", what)
		case alike && target(item).Kind == yaml.ScalarNode:
		default:
			if read := d.value(item, shape.Item, what); read != nil {
				v.items = append(v.items, read)
			}
		}
	}
	v.partial = len(v.items) < len(n.Content)
	return v
}

// alike reports whether several items of a list are scalars where mappings belong, and reports the first of them for all.
func (d *decoder) alike(n *yaml.Node, shape *Shape, what string) bool {
	var scalars []*yaml.Node
	for _, item := range n.Content {
		if t := target(item); t.Kind == yaml.ScalarNode && !isEmpty(t) {
			scalars = append(scalars, item)
		}
	}
	if shape.Kind != Mapping || len(scalars) < 2 {
		return false
	}
	d.errorf(scalars[0], RuleWrongType, "%s is %s, but must be %s, likewise %d more",
		what, describe(target(scalars[0])), wanted(shape), len(scalars)-1)
	return true
}

// mapping reads a mapping: first its own keys, then those that it merges. It reports required keys that are absent. A key
// that is probably a misspelled one counts as that one with a value that cannot be read.
func (d *decoder) mapping(n *yaml.Node, shape *Shape, what string) *Value {
	if !isMapping(n) {
		d.wrongType(n, shape, what)
		return nil
	}
	v := &Value{position: d.at(n), entries: make([]entry, 0, len(n.Content)/2)}
	before := len(d.diags)
	defer func(outer []*yaml.Node) { d.merged = outer }(d.merged)
	d.merged = []*yaml.Node{n}
	misspelled := d.entries(v, n, shape)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if isMerge(n.Content[i]) {
			d.merge(v, n.Content[i+1], shape)
		}
	}
	if count := len(v.entries); shape.Single && (count > 1 || count == 0 && len(d.diags) == before) {
		d.diags.Add(v.position, cmp.Or(shape.Rule, RuleWrongType), "%s has %d keys, but takes one: %s", what, count, strings.Join(shape.names(), ", "))
	}
	for _, e := range misspelled {
		if !v.Has(e.name) {
			v.entries = append(v.entries, e)
		}
	}
	for _, k := range shape.Keys {
		if k.Required && !v.Has(k.Name) && !v.Key(k.Unless).Bool() {
			d.diags.Add(v.position, cmp.Or(k.Rule, RuleMissingKey), "%s lacks %q: %s", what, k.Name, k.Shape.Doc)
		}
	}
	return v
}

// entries reads the keys of a node into v, except merge keys and keys that v has already. It returns the keys that the
// author probably meant by misspelled ones, with their positions.
func (d *decoder) entries(v *Value, n *yaml.Node, shape *Shape) (misspelled []entry) {
	var known [16]entry // on the stack
	here := known[:0]   // the known keys of this node; unknown ones are each reported
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, node := n.Content[i], n.Content[i+1]
		if !d.spend(key) {
			return misspelled
		}
		if key.Kind != yaml.ScalarNode {
			d.errorf(key, RuleWrongType, "a key must be a word, not a list or a mapping")
			continue
		}
		if old := slices.IndexFunc(here, func(e entry) bool { return e.name == key.Value }); old >= 0 {
			d.errorf(key, RuleDuplicateKey, "duplicate key %q; the first is at %s", key.Value, here[old].position)
			continue
		}
		if isMerge(key) || shape.key(key.Value) != nil {
			here = append(here, entry{name: key.Value, position: d.at(key)})
		}
		if isMerge(key) || v.Has(key.Value) {
			continue
		}
		if meant := d.entry(v, key, node, shape); meant != "" {
			misspelled = append(misspelled, entry{name: meant, position: d.at(key)})
		}
	}
	return misspelled
}

// entry reads one key and its value into v. If the format lacks the key it returns the one that was probably meant.
func (d *decoder) entry(v *Value, key, node *yaml.Node, shape *Shape) (meant string) {
	k := shape.key(key.Value)
	if k == nil {
		meant, hint := meantKey(key.Value, shape)
		d.errorf(key, RuleUnknownKey, "unknown key %q%s", key.Value, hint)
		return meant
	}
	e := entry{name: k.Name, position: d.at(key)}
	if k.Required && isEmpty(target(node)) {
		d.errorf(node, cmp.Or(k.Rule, RuleMissingKey), "%q is empty: %s", k.Name, k.Shape.Doc)
	} else {
		e.value = d.value(node, k.Shape, strconv.Quote(k.Name))
	}
	v.entries = append(v.entries, e)
	return ""
}

var word = regexp.MustCompile(`^[\w-]+`)

// meantKey returns the key that the author probably meant by an unknown one, or "", and the end of a message that says so.
func meantKey(text string, shape *Shape) (meant, hint string) {
	name := word.FindString(text)
	known, rest := shape.key(name) != nil, strings.TrimLeft(text[len(name):], " ")
	switch {
	case known && strings.HasPrefix(rest, ":"):
		return name, "; a space is missing after the colon"
	case known && rest != "" && strings.ContainsAny(rest[:1], "[{"):
		return name, fmt.Sprintf("; a colon is missing after %q", name)
	}
	return diag.Nearest(text, shape.names()), diag.Suggestion(text, shape.names())
}

// The tag of a mapping or list is another one if the author wrote one, such as !!set.
func isMapping(n *yaml.Node) bool { return n.Kind == yaml.MappingNode && n.ShortTag() == "!!map" }

func isSequence(n *yaml.Node) bool { return n.Kind == yaml.SequenceNode && n.ShortTag() == "!!seq" }

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

func isEmpty(n *yaml.Node) bool {
	return isNull(n) || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str" && n.Value == ""
}
