package spec

import (
	"bytes"
	"cmp"
	"encoding/json"
	"regexp"
)

// ExampleJSON returns a made-up value as JSON, for documentation and tests: the example that the spec gives, or one that
// is the same for every value of the type.
func (f *DataField) ExampleJSON() string { return cmp.Or(f.ownExample(), samples[f.Type]) }

// samples are values of the types as JSON.
var samples = map[string]string{"string": `"text"`, "integer": "42", "number": "1.5", "boolean": "true", "object": "{}", "array": "[]"}

// ownExample returns the example that the spec gives as JSON, or "" where there is none, or one that does not have the
// type of the value. Load reports the latter.
func (f *DataField) ownExample() string {
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
	if f.Example == "" || f.Type == "" || f.ownExample() != "" {
		return
	}
	at, declared := f.keys.of("example", f.Position), f.keys.of("type", f.Position)
	switch f.Type {
	case "object", "array":
		r.errorf(at, "data %q of code %s has an example, but its type is %s (%s); remove the example", f.Name, wire, f.Type, declared)
	default:
		r.errorf(at, "example %q of data %q of code %s does not have the type %s (%s); write a value such as %q",
			f.Example, f.Name, wire, f.Type, declared, samples[f.Type])
	}
}
