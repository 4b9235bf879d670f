package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/lrcodes/lrcodes/generator/config"
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
		{"config", "the keys and rules of lrcodes.yaml", configTopic},
		{"template", "what a template of your own is given", func() string { return templateTopic }},
	}
}

func configTopic() string {
	var b strings.Builder
	b.WriteString(`Lrcodes.yaml says what is generated, from which spec, and where:

	version: 1
	spec: [builtin, codes]
	generate:
	  - go:       {api: customer-identity, dir: internal/lrerr, package: lrerr}
	  - markdown: {dir: docs/errors}
	  - json:     {file: web/error-codes.json}
	  - template: {template: tools/errors.ts.tmpl, file: web/errors.ts}
	  - inject:   {file: README.md, section: codes, apis: [customer-identity]}

A path is relative to the file and stays within its directory. A directory and a
file belong to one output. The directory of an output that is taken away stays:
delete it. An inject replaces what stands between two lines of a page of yours:

	<!-- lrcodes:begin codes -->
	<!-- lrcodes:end codes -->

The keys:

`)
	keys(&b, config.Format())
	b.WriteString("\nThe rules, by the word in brackets at the end of a message:\n\n")
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, r := range config.Rules() {
		fmt.Fprintf(w, "\t%s\trefuses %s\n", r.ID, strings.ReplaceAll(r.Doc, "`", ""))
	}
	w.Flush()
	return b.String()
}

// keys prints the keys of a format, each below the one that holds it.
func keys(out io.Writer, shape *strict.Shape) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	var print func(indent string, s *strict.Shape)
	print = func(indent string, s *strict.Shape) {
		for s.Item != nil {
			s = s.Item
		}
		for _, k := range s.Keys {
			mark := ""
			if k.Required {
				mark = " (required)"
			}
			fmt.Fprintf(w, "\t%s%s\t%s%s\n", indent, k.Name, k.Shape.Doc, mark)
			print(indent+"  ", k.Shape)
		}
	}
	print("", shape)
	w.Flush()
}

const templateTopic = `
A template output gives the resolved spec to a text/template of yours:

	- template: {template: tools/errors.ts.tmpl, file: web/errors.ts}

The template of a TypeScript file may be:

	// {{header}}
	{{range .APIs}}{{range .Codes}}
	{{comment "// " .Message}}
	export const {{.Name}} = {{json .Code}};
	{{end}}{{end}}

Within the first five lines of what it gives, {{header}} must stand in a comment
that fills its line: by it lrcodes knows the file as its own. What the template
does not tell apart must come out the same on every run.

The fields, as 'lrcodes schema export' describes them; those in brackets may be
empty:

	.Version, .Statuses, .APIs, [.Synthetic]
	Statuses    .Status, .Name, .Message, [.Description], .Retryable
	APIs        .ID, .Title, .Package, [.Source], [.Note], [.Docs], .Texts,
	            .Envelope, .Categories, .Codes, [.Retired]
	Envelope    .Name, .Type, [.Role], .Nullable
	Categories  .Name, [.Description], .Codes (the codes alone)
	Codes       .Code (a number, or a string), .Name, [.Aliases], .Message, [.Also],
	            [.Description], [.Note], [.HTTP], [.Categories] (their names),
	            .Retryable, .Unused, [.Data]
	Data        .Name, .Type, [.Description]
	Retired     .Code, [.Name], [.Aliases], [.Reason]
	Synthetic   .SDK, .Codes, [.Description]

The functions, besides those of text/template:

	header             the sentence that marks generated files
	json value         the value as JSON: a quoted string, a number, a list; also
	                   a literal of JavaScript and TypeScript
	comment prefix s   s with the prefix before every line; s cannot end the comment
	lower s, upper s   s in lower or upper case`
