package markdown

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// example returns the JSON body of a response that carries the code, or "" where no true one is known: the code is never
// sent, or the service's own texts are unknown and the code carries no data whose keys are worth showing.
func example(a *spec.API, c *spec.Code) string {
	summary := a.Texts == spec.TextsSummary
	if len(a.Envelope) == 0 || c.Unused || summary && len(c.Data) == 0 {
		return ""
	}
	root := &node{}
	for _, f := range a.Envelope {
		if f.Role == spec.RoleCode || !summary && (!isMessage(f) || c.Message != "") {
			root.set(f.Path(), value(f, c))
		}
	}
	for _, d := range c.Data {
		root.set(strings.Split(d.Name, "."), json.RawMessage(d.ExampleJSON()))
	}
	return root.json("")
}

// value returns the value that a field of the envelope has in an example: the one that it has in what the method Body of
// the generated Go package returns. A test of the generator compares the two.
func value(f *spec.Field, c *spec.Code) any {
	switch {
	case f.Role == spec.RoleCode && c.Text == "" && f.Type == "integer":
		return c.Number
	case f.Role == spec.RoleCode:
		return c.Wire()
	case isMessage(f):
		return c.Message
	case f.Nullable:
		return nil
	case f.Type == "integer":
		return 0
	case f.Type == "boolean":
		return false
	case f.GoName == "Description":
		return c.Description
	}
	return ""
}

// isMessage reports whether a field of the envelope has the message: the one with that role, or one called so.
func isMessage(f *spec.Field) bool {
	return f.Role == spec.RoleMessage || f.GoName == "Message"
}

// node is a JSON value whose members keep the order in which they were set.
type node struct {
	key      string
	value    any
	children []*node
}

// set sets the value at a path of member names and array indexes.
func (n *node) set(path []string, value any) {
	if len(path) == 0 {
		n.value = value
		return
	}
	for _, child := range n.children {
		if child.key == path[0] {
			child.set(path[1:], value)
			return
		}
	}
	child := &node{key: path[0]}
	n.children = append(n.children, child)
	child.set(path[1:], value)
}

// json returns the indented value: an array if its members are indexes, an object otherwise. An array has null for each
// index that was not set.
func (n *node) json(indent string) string {
	if n.children == nil {
		return encodeJSON(n.value)
	}
	var lines []string
	_, err := strconv.Atoi(n.children[0].key)
	isArray := err == nil
	for _, child := range n.children {
		value := child.json(indent + "  ")
		if !isArray {
			lines = append(lines, encodeJSON(child.key)+": "+value)
			continue
		}
		at, _ := strconv.Atoi(child.key)
		for len(lines) <= at {
			lines = append(lines, "null")
		}
		lines[at] = value
	}
	separator := "\n" + indent
	body := separator + "  " + strings.Join(lines, ","+separator+"  ") + separator
	if isArray {
		return "[" + body + "]"
	}
	return "{" + body + "}"
}

// encodeJSON returns a value that is not a composite as JSON. A brace that a site generator would take for the start of
// a template tag, even in a code block, is written as an escape.
func encodeJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // v is a string, a number, a boolean, nil, empty or one of these as JSON
	}
	return tags.Replace(strings.TrimSpace(b.String()))
}

// tags writes the braces that start a template tag as escapes of JSON.
var tags = strings.NewReplacer("{{", `{\u007b`, "{%", `\u007b%`)
