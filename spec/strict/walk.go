package strict

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// value reads a node as shape wants it; what names the value in messages. It returns nil after telling why it cannot.
func (d *decoder) value(n *yaml.Node, shape *Shape, what string) *Value {
	if n.Kind == yaml.AliasNode {
		d.depth++
		defer func() { d.depth-- }()
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

// target returns the node that an alias stands for, or the node itself.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// spend counts a node that is read through an alias and reports whether the budget allows it.
func (d *decoder) spend(n *yaml.Node) bool {
	if d.depth == 0 {
		return true
	}
	if d.depth > maxAliases {
		d.errorf(n, RuleSyntax, "more than %d aliases stand within each other", maxAliases)
		return false
	}
	if d.expanded >= maxExpansion {
		return false
	}
	d.expanded += 1 + len(n.Value)/expansionUnit
	if d.expanded >= maxExpansion {
		d.errorf(n, RuleSyntax, "the aliases of the file stand for more than %d values", maxExpansion)
	}
	return d.expanded < maxExpansion
}

func (d *decoder) sequence(n *yaml.Node, shape *Shape, what string) *Value {
	if isNull(n) {
		return &Value{position: d.at(n)} // a list whose items are all commented out
	}
	if n.Kind != yaml.SequenceNode || n.ShortTag() != "!!seq" {
		d.wrongType(n, shape, what)
		return nil
	}
	v := &Value{position: d.at(n), items: make([]*Value, 0, len(n.Content))}
	for _, item := range n.Content {
		if isEmpty(target(item)) {
			d.errorf(item, RuleMissingKey, "an item of %s is empty; remove it", what)
			v.partial = true
		} else if read := d.value(item, shape.Item, "an item of "+what); read != nil {
			v.items = append(v.items, read)
		} else {
			v.partial = true
		}
	}
	return v
}

func (d *decoder) mapping(n *yaml.Node, shape *Shape, what string) *Value {
	if n.Kind != yaml.MappingNode || n.ShortTag() != "!!map" {
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
	for _, k := range shape.Keys {
		if k.Required && !v.Has(k.Name) && !v.Key(k.Unless).Bool() && !slices.Contains(misspelled, k.Name) {
			d.diags.Add(v.position, cmp.Or(k.Rule, RuleMissingKey), "%s lacks %q: %s", what, k.Name, k.Shape.Doc)
		}
	}
	return v
}

// entries reads the keys of a node into v, except merge keys and keys that v has already. It returns the keys that
// were probably meant by misspelled ones.
func (d *decoder) entries(v *Value, n *yaml.Node, shape *Shape) (misspelled []string) {
	var here []entry // the keys of this node; unknown ones are told each
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
			d.errorf(key, RuleDuplicateKey, "key %q stands here a second time (%s)", key.Value, here[old].position)
			continue
		}
		if isMerge(key) || shape.key(key.Value) != nil {
			here = append(here, entry{name: key.Value, position: d.at(key)})
		}
		if isMerge(key) || v.Has(key.Value) {
			continue
		}
		if meant := d.entry(v, key, node, shape); meant != "" {
			misspelled = append(misspelled, meant)
		}
	}
	return misspelled
}

// entry reads one key and its value into v. Where the format lacks the key it returns the one that was probably meant.
func (d *decoder) entry(v *Value, key, node *yaml.Node, shape *Shape) (meant string) {
	k := shape.key(key.Value)
	if k == nil {
		hint, near := "", diag.Nearest(key.Value, shape.names())
		if near != "" {
			hint = "; did you mean " + strconv.Quote(near) + "?"
		}
		d.errorf(key, RuleUnknownKey, "unknown key %q%s", key.Value, hint)
		return near
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

// merge reads what stands behind a merge key: a mapping or a list of mappings, none of which overrides what v has.
func (d *decoder) merge(v *Value, n *yaml.Node, shape *Shape) {
	d.depth++
	defer func() { d.depth-- }()
	n = target(n)
	switch {
	case !d.spend(n):
		return
	case n == d.merged[0]:
		d.errorf(n, RuleSyntax, "a mapping cannot merge itself")
		return
	case slices.Contains(d.merged, n):
		return // once more changes nothing
	}
	d.merged = append(d.merged, n)
	switch n.Kind {
	case yaml.MappingNode:
		d.entries(v, n, shape)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if isMerge(n.Content[i]) {
				d.merge(v, n.Content[i+1], shape)
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			d.merge(v, item, shape)
		}
	default:
		d.errorf(n, RuleWrongType, "a merge key takes a mapping or a list of mappings")
	}
}

var decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

func (d *decoder) scalar(n *yaml.Node, shape *Shape, what string) *Value {
	v := &Value{position: d.at(n)}
	tag := n.ShortTag()
	switch {
	case n.Kind != yaml.ScalarNode:
		d.wrongType(n, shape, what)
		return nil
	case shape.Kind == Boolean && tag == "!!bool":
		v.truth = strings.EqualFold(n.Value, "true")
		return v
	case (shape.Kind == Integer || shape.Kind == Token) && tag == "!!int" && decimal.MatchString(n.Value):
		return d.integer(v, n, shape, what)
	case (shape.Kind == String || shape.Kind == Token) && (tag == "!!str" || tag == "!!timestamp"):
		v.text = n.Value
		return d.text(v, n, shape)
	}
	d.wrongType(n, shape, what)
	return nil
}

func (d *decoder) integer(v *Value, n *yaml.Node, shape *Shape, what string) *Value {
	number, err := strconv.Atoi(n.Value)
	if err == nil && number >= shape.Min && (shape.Max == 0 || number <= shape.Max) && (number != 0 || !shape.NonZero) {
		v.number = number
		return v
	}
	rule := RuleWrongType
	if shape.Kind == Integer {
		rule = cmp.Or(shape.Rule, RuleWrongType)
	}
	switch {
	case number == 0 && shape.NonZero:
		d.errorf(n, rule, "%s is 0, but must be another number", what)
	case shape.Max == 0:
		d.errorf(n, rule, "%s is %s, but must be at least %d", what, n.Value, shape.Min)
	case shape.Max == shape.Min:
		d.errorf(n, rule, "%s is %s, but must be %d", what, n.Value, shape.Min)
	default:
		d.errorf(n, rule, "%s is %s, but must be between %d and %d", what, n.Value, shape.Min, shape.Max)
	}
	return nil
}

func (d *decoder) text(v *Value, n *yaml.Node, shape *Shape) *Value {
	if shape.Check != nil && v.text != "" {
		if problem := shape.Check(v.text); problem != "" {
			d.errorf(n, shape.Rule, "%s", problem)
			return nil
		}
	}
	return v
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

func isMerge(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge" }

func isEmpty(n *yaml.Node) bool {
	return isNull(n) || n.Kind == yaml.ScalarNode && n.ShortTag() == "!!str" && n.Value == ""
}

// wrongType tells what a value is, what it should be, and how to mend it where that is plain.
func (d *decoder) wrongType(n *yaml.Node, shape *Shape, what string) {
	d.errorf(n, RuleWrongType, "%s is %s, but must be %s%s", what, describe(n), wanted[shape.Kind], remedy(n, shape))
}

var wanted = map[Kind]string{
	Mapping:  "a mapping of keys",
	Sequence: "a list",
	String:   "a text",
	Integer:  "an integer",
	Boolean:  "true or false",
	Token:    "an integer or a text",
}

func describe(n *yaml.Node) string {
	switch tag := n.ShortTag(); {
	case n.Kind != yaml.ScalarNode && tag != "!!map" && tag != "!!seq":
		return "of type " + tag
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	}
	value := n.Value
	if runes := []rune(value); len(runes) > 40 {
		value = string(runes[:40]) + "…"
	}
	switch tag := n.ShortTag(); tag {
	case "!!null":
		return "empty"
	case "!!str":
		return "the text " + strconv.Quote(value)
	case "!!int":
		return "the integer " + value
	case "!!float":
		return "the decimal number " + value
	case "!!bool":
		return "the truth value " + value
	default:
		return strconv.Quote(value) + " of type " + tag
	}
}

func remedy(n *yaml.Node, shape *Shape) string {
	if n.Kind != yaml.ScalarNode {
		return ""
	}
	tag := n.ShortTag()
	switch {
	case shape.Kind == String && (tag == "!!int" || tag == "!!float" || tag == "!!bool"):
		return "; put it in quotes"
	case shape.Kind == Integer && tag == "!!str" && decimal.MatchString(n.Value):
		return "; remove the quotes"
	case shape.Kind == Integer && (tag == "!!int" || tag == "!!float"):
		return "; write it in plain decimal digits"
	case shape.Kind == Token && (tag == "!!int" || tag == "!!float"):
		return "; write an integer in plain decimal digits, and a text in quotes"
	case shape.Kind == Token && tag == "!!bool":
		return "; put it in quotes"
	case shape.Kind == Sequence && tag != "!!null":
		return "; put it in square brackets"
	}
	return ""
}
