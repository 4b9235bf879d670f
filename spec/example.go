package spec

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// ExampleJSON returns the example of the value as JSON, or "" where there is none, or one that does not have the type of
// the value. Load reports the latter.
func (f *DataField) ExampleJSON() string {
	if f.Example == "" {
		return ""
	}
	if f.Type == "string" {
		return jsonText(f.Example)
	}
	if pattern := exampleForms[f.Type]; pattern != nil && pattern.MatchString(f.Example) {
		return f.Example
	}
	return ""
}

// exampleForms are the forms of examples of the types other than string. Each is JSON.
var exampleForms = map[string]*regexp.Regexp{
	"integer": regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`),
	"number":  regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`),
	"boolean": regexp.MustCompile(`^(true|false)$`),
}

// jsonText returns a text as a JSON string that has <, > and & as they are.
func jsonText(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // every string can be encoded
	}
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

// checkExamples reports examples that do not have the type of their values.
func checkExamples(d *draft, r reporter) {
	for _, a := range d.apis {
		for _, c := range a.codes {
			for _, f := range c.code.Data {
				f.checkExample(r, c.code.Wire())
			}
		}
	}
}

func (f *DataField) checkExample(r reporter, wire string) {
	if f.Example == "" || f.Type == "" || f.ExampleJSON() != "" {
		return
	}
	at, declared := f.keys.of("example", f.Position), f.keys.of("type", f.Position)
	switch f.Type {
	case "object", "array":
		r.errorf(at, "data %q of code %s has an example, but its type is %s (%s); remove the example", f.Name, wire, f.Type, declared)
	default:
		r.errorf(at, "example %q of data %q of code %s does not have the type %s (%s); write a value such as %q",
			f.Example, f.Name, wire, f.Type, declared, exampleHints[f.Type])
	}
}

// exampleHints are examples that have the types of exampleForms.
var exampleHints = map[string]string{"integer": "42", "number": "1.5", "boolean": "true"}
