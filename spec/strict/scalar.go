package strict

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

var decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)

// scalar reads a value without parts. The tag is what YAML takes an unquoted text for; timestamps are texts here.
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
	case (shape.Kind == Integer || shape.Kind == Token) && (tag == "!!int" || isHuge(n)) && decimal.MatchString(n.Value):
		return d.integer(v, n, shape, what)
	case (shape.Kind == String || shape.Kind == Token) && (tag == "!!str" || tag == "!!timestamp"):
		v.text = n.Value
		return d.text(v, n, shape)
	}
	d.wrongType(n, shape, what)
	return nil
}

// isHuge reports whether YAML takes a number for a decimal fraction, as it does with an integer of more than 64 bits.
func isHuge(n *yaml.Node) bool { return n.ShortTag() == "!!float" && n.Style&yaml.TaggedStyle == 0 }

// integer reads a number in decimal digits. YAML has other forms, some of which look like codes with leading zeros.
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
	case err == nil && number == 0 && shape.NonZero:
		d.errorf(n, rule, "%s is 0, but must be between %d and %d, and not 0", what, shape.Min, shape.Max)
	case shape.Max == 0:
		d.errorf(n, rule, "%s is %s, but must be at least %d", what, shorten(n.Value), shape.Min)
	case shape.Max == shape.Min:
		d.errorf(n, rule, "%s is %s, but must be %d", what, shorten(n.Value), shape.Min)
	default:
		d.errorf(n, rule, "%s is %s, but must be between %d and %d", what, shorten(n.Value), shape.Min, shape.Max)
	}
	return nil
}

// text checks a text. An empty one is never checked: whether it may be absent is for the key to say.
func (d *decoder) text(v *Value, n *yaml.Node, shape *Shape) *Value {
	if shape.Check != nil && v.text != "" {
		if problem := shape.Check(v.text); problem != "" {
			d.errorf(n, shape.Rule, "%s", problem)
			return nil
		}
	}
	return v
}

// wrongType reports what a value is, what it must be, and how to fix it if that is clear.
func (d *decoder) wrongType(n *yaml.Node, shape *Shape, what string) {
	d.errorf(n, RuleWrongType, "%s is %s, but must be %s%s", what, describe(n), wanted(shape), fix(n, shape))
}

// wanted describes the values of a shape.
func wanted(shape *Shape) string {
	switch shape.Kind {
	case Sequence:
		return "a list"
	case String:
		return "a text"
	case Integer:
		return "an integer"
	case Boolean:
		return "true or false"
	case Token:
		return "an integer or a text"
	}
	var keys []string
	for _, k := range shape.Keys {
		if k.Required {
			keys = append(keys, k.Name+": …")
		}
	}
	if keys == nil {
		return "a mapping of keys"
	}
	return "a mapping such as {" + strings.Join(keys, ", ") + "}"
}

// describe returns what a node is. Whatever the file says is quoted, so that a message has one line.
func describe(n *yaml.Node) string {
	tag := n.ShortTag()
	switch {
	case n.Kind == yaml.MappingNode && tag == "!!map":
		return "a mapping"
	case n.Kind == yaml.SequenceNode && tag == "!!seq":
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "a mapping with the tag " + strconv.Quote(tag)
	case n.Kind == yaml.SequenceNode:
		return "a list with the tag " + strconv.Quote(tag)
	}
	switch tag {
	case "!!null":
		return "empty"
	case "!!str":
		return "the text " + strconv.Quote(shorten(n.Value))
	case "!!int":
		return "the integer " + plain(n.Value)
	case "!!float":
		return "the decimal number " + plain(n.Value)
	case "!!bool":
		return "the truth value " + plain(n.Value)
	}
	return strconv.Quote(shorten(n.Value)) + " with the tag " + strconv.Quote(tag)
}

var plainForm = regexp.MustCompile(`^[0-9A-Za-z.+_-]+$`)

// plain returns a number or truth value as it is written, in quotes if a tag makes any other text one.
func plain(s string) string {
	if plainForm.MatchString(s) {
		return shorten(s)
	}
	return strconv.Quote(shorten(s))
}

// shorten returns the first 40 characters of a text.
func shorten(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return s
}

// fix returns the end of a message that says how to give a node the type of its shape.
func fix(n *yaml.Node, shape *Shape) string {
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
	case shape.Kind == Sequence && shape.Item.Kind != Mapping && tag != "!!null":
		return "; put it in square brackets"
	}
	return ""
}
