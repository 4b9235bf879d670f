package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/spec/export"
)

func templateTopic() string {
	var b strings.Builder
	b.WriteString(`A template output renders the resolved spec with a text/template of your own:

	- template: {template: tools/errors.ts.tmpl, file: web/errors.ts}

The template of a TypeScript file may be:

	// {{header}}
	{{range .APIs}}{{range .Codes}}
	{{comment "// " .Message}}
	export const {{.Name}} = {{json .Code}};
	{{end}}{{end}}

One of the first five lines of the result must be {{header}} as a comment: by it
lrcodes recognizes the file as its own. A template must render the same bytes on
every run.

The fields; those in brackets may be empty:
`)
	for _, d := range dataTypes() {
		if d.at != "" {
			fmt.Fprintf(&b, "\nWithin %s:\n", d.at)
		}
		b.WriteString("\n")
		printRows(&b, d.fields)
	}
	b.WriteString(`
The functions, besides those of text/template:

`)
	var functions [][2]string
	for _, f := range generator.Functions() {
		functions = append(functions, [2]string{f.Usage, f.Doc})
	}
	printRows(&b, functions)
	return b.String()
}

// dataType is a type of the data that a template is given.
type dataType struct {
	at     string      // the range actions that lead to it; "" for the whole
	fields [][2]string // names and what they mean
}

// dataTypes returns the types of the export, with the descriptions of its JSON Schema.
func dataTypes() []dataType {
	var schema schemaType
	if err := json.Unmarshal(export.Schema(), &schema); err != nil {
		panic(err) // the schema is embedded
	}
	types := []dataType{newDataType("", reflect.TypeFor[export.Document](), schema)}
	var visit func(at string, t reflect.Type)
	visit = func(at string, t reflect.Type) {
		for _, f := range templateFields(t) {
			if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct {
				continue
			}
			of, at := f.Type.Elem(), at+"{{range ."+f.Name+"}}"
			types = append(types, newDataType(at, of, schema.Definitions[of.Name()]))
			visit(at, of)
		}
	}
	visit("", reflect.TypeFor[export.Document]())
	return types
}

// schemaType is the part of a JSON Schema that describes fields.
type schemaType struct {
	Properties  map[string]struct{ Description string }
	Definitions map[string]schemaType
}

func newDataType(at string, t reflect.Type, schema schemaType) dataType {
	d := dataType{at: at}
	for _, f := range templateFields(t) {
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		field := "." + f.Name
		if strings.Contains(options, "omitempty") {
			field = "[" + field + "]"
		}
		d.fields = append(d.fields, [2]string{field, describe(key, schema)})
	}
	return d
}

// describe returns what a schema says of a key. The code on the wire has a definition of its own there.
func describe(key string, schema schemaType) string {
	if key == "code" {
		return "the code on the wire: a number, or a string if the API sends strings"
	}
	return schema.Properties[key].Description
}

// templateFields returns the fields of a type that a template can use: not the header, and no positions, which only
// 'lrcodes list' prints.
func templateFields(t reflect.Type) []reflect.StructField {
	var fields []reflect.StructField
	for _, f := range reflect.VisibleFields(t) {
		switch f.Name {
		case "Comment", "Position", "Overrides":
		default:
			fields = append(fields, f)
		}
	}
	return fields
}
