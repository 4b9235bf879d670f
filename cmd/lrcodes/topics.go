package main

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// topic is a manual page that is not about one command.
type topic struct {
	name, short string
	text        func() string
}

// topics is the table of all topics, in the order of the help.
func topics() []topic {
	return []topic{
		{"spec", "the keys and rules of a spec file", specTopic},
		{"config", "the keys and rules of lrcodes.yaml", configTopic},
		{"rules", "every rule, by the word in brackets at the end of a message", rulesTopic},
		{"template", "the data and functions of a template output", templateTopic},
		{"markdown", "the data of a template for a page of the documentation", markdownTopic},
	}
}

// specTopic is the manual of spec files. Its keys are printed from the format, and its rules from their table.
func specTopic() string {
	var b strings.Builder
	b.WriteString(`A spec is one or more YAML files: a file that lrcodes.yaml names under spec, or
the *.yaml and *.yml files of a directory, without those of its subdirectories.
This one defines an API:

	# yaml-language-server: $schema=` + schemaAddress("spec/schema.json") + `
	version: 1
	api: {id: acme-billing, title: Acme Billing Codes}
	envelope:
	  - {name: code, type: integer, role: code}
	  - {name: message, type: string, role: message}
	codes:
	  - {code: 901, name: CardRefused, message: The card was refused}

Its first line makes editors complete and check the keys. The envelope of a file
is that of its API; an API whose files have none takes the one of its source,
which a file without an API may have. A file that extends an API of an earlier
source names the id alone.

The keys:

`)
	printKeys(&b, spec.Format())
	b.WriteString("\nWhat the rules report, by the word in brackets at the end of a message:\n\n")
	printRules(&b, specRules())
	return b.String()
}

// configTopic is the manual of lrcodes.yaml, of which the same is printed.
func configTopic() string {
	var b strings.Builder
	b.WriteString(`Lrcodes.yaml says what is generated, from which spec, and where:

	# yaml-language-server: $schema=` + schemaAddress("generator/config/schema.json") + `
	version: 1
	spec: [builtin, codes]
	generate:
	  - go:       {api: customer-identity, dir: internal/lrerr, package: lrerr}
	  - markdown: {dir: docs/errors}
	  - html:     {file: docs/errors/index.html}
	  - json:     {file: web/error-codes.json}
	  - template: {template: tools/errors.ts.tmpl, file: web/errors.ts}
	  - inject:   {file: README.md, section: codes, apis: [customer-identity]}

The file is looked for in the working directory and above it, up to the root of
the repository, or of the module if there is no repository. So one file at the
root of a monorepo serves all its modules.

Paths are relative to the file and stay within its directory. A directory and a
file belong to one output. When an output is removed, its directory remains:
generate and check report it until you delete it. An inject output replaces the
text between two lines of a hand-written page:

	<!-- lrcodes:begin codes -->
	<!-- lrcodes:end codes -->

The keys:

`)
	printKeys(&b, config.Format())
	b.WriteString("\nWhat the rules report, by the word in brackets at the end of a message:\n\n")
	printRules(&b, configRules())
	return b.String()
}

// markdownTopic is the manual of templates for pages, which package markdown writes.
func markdownTopic() string {
	return `A markdown output renders its pages with templates, each of which you may replace:

	- markdown: {dir: docs/errors, templates: {api: tools/api.md.tmpl}}

A template is a text/template. A value of type Text prints escaped, so that no
text of a spec becomes markup:

	{{.Title}}              one line, for running text, a heading, a cell or a link
	{{.Title.Code}}         the same as a code span
	{{.Description.Block}}  paragraphs, at the start of a line and not in a table
	{{.Message.Fence "x"}}  a code block in the language x, at the start of a line

A whole value, such as {{.HTTP}} or {{.Codes}}, prints escaped too: an API its
title, a code or retired code its Wire, a status or number the number, a rule or
change its id, anything else its name. Values refer to each other (a code to its
categories, and they to their codes), so a template that calls itself for each
of them does not end. A field that may be nil needs {{with}}. What the pages and
their parts have:

` + markdown.Manual()
}

// rulesTopic lists the rules of all files that people write. Those of lrcodes changes are in the manual of that command.
func rulesTopic() string {
	var b strings.Builder
	b.WriteString("What the rules of spec files report:\n\n")
	printRules(&b, specRules())
	b.WriteString("\nWhat the rules of lrcodes.yaml, and of what it names, report:\n\n")
	printRules(&b, configRules())
	b.WriteString("\nWhat the rules of " + acceptFile + " report:\n\n")
	printRules(&b, acceptRules())
	b.WriteString("\n'lrcodes help changes' lists the rules of changes between two catalogues.\n")
	return b.String()
}

// rule is a row of a table of rules, and what explain prints of it in the json format.
type rule struct {
	ID      string `json:"id"`
	Of      string `json:"of"` // what the rule is about
	Doc     string `json:"doc"`
	Example string `json:"example,omitempty"`
}

// specRules is the table of rules of spec files.
func specRules() []rule {
	var rules []rule
	for _, r := range spec.Rules() {
		rules = append(rules, rule{r.ID, "spec files", r.Doc, r.Example})
	}
	return rules
}

// configRules is the table of rules of lrcodes.yaml.
func configRules() []rule {
	var rules []rule
	for _, r := range config.Rules() {
		rules = append(rules, rule{r.ID, config.Name, r.Doc, ""})
	}
	return rules
}

// acceptRules is the table of rules of the file of decisions.
func acceptRules() []rule {
	var rules []rule
	for _, r := range compat.AcceptRules() {
		rules = append(rules, rule{r.ID, acceptFile, r.Doc, ""})
	}
	return rules
}

// printRules prints rules and what they report. The quotes of Markdown are left out.
func printRules(w io.Writer, rules []rule) {
	var rows [][2]string
	for _, r := range rules {
		rows = append(rows, [2]string{r.ID, strings.ReplaceAll(r.Doc, "`", "")})
	}
	printRows(w, rows)
}

// printRows prints a list of words and what they mean, wrapped to the width of a terminal.
func printRows(w io.Writer, rows [][2]string) {
	width := 0
	for _, row := range rows {
		width = max(width, len(row[0]))
	}
	for _, row := range rows {
		for i, line := range wrap(row[1], 70-width) {
			word := row[0]
			if i > 0 {
				word = ""
			}
			fmt.Fprintf(w, "\t%-*s  %s\n", width, word, line)
		}
	}
}

// printKeys prints the keys of a format, each below the one that contains it.
func printKeys(w io.Writer, shape *strict.Shape) {
	var rows [][2]string
	var add func(indent string, s *strict.Shape)
	add = func(indent string, s *strict.Shape) {
		for s.Item != nil {
			s = s.Item
		}
		for _, k := range s.Keys {
			doc := k.Shape.Doc
			if k.Required {
				doc += " (required)"
			}
			rows = append(rows, [2]string{indent + k.Name, doc})
			add(indent+"  ", k.Shape)
		}
	}
	add("", shape)
	printRows(w, rows)
}

// templateTopic is the manual of template outputs. Its fields are printed from the types of the export, and its functions
// from their table.
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

// dataTypes returns the types of the export, with the descriptions in the tags of their fields.
func dataTypes() []dataType {
	types := []dataType{newDataType("", reflect.TypeFor[export.Document]())}
	var visit func(at string, t reflect.Type)
	visit = func(at string, t reflect.Type) {
		for _, f := range templateFields(t) {
			if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Struct {
				continue
			}
			of, at := f.Type.Elem(), at+"{{range ."+f.Name+"}}"
			types = append(types, newDataType(at, of))
			visit(at, of)
		}
	}
	visit("", reflect.TypeFor[export.Document]())
	return types
}

// newDataType returns a type with its fields.
func newDataType(at string, t reflect.Type) dataType {
	d := dataType{at: at}
	for _, f := range templateFields(t) {
		field := "." + f.Name
		if strings.HasSuffix(f.Tag.Get("json"), ",omitempty") {
			field = "[" + field + "]"
		}
		d.fields = append(d.fields, [2]string{field, f.Tag.Get("doc")})
	}
	return d
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
