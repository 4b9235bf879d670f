package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestTemplateTopic renders a template that prints every field of the manual, and checks that each has a description.
func TestTemplateTopic(t *testing.T) {
	var text strings.Builder
	text.WriteString("// {{header}}\n")
	for _, d := range dataTypes() {
		text.WriteString(d.at)
		for _, f := range d.fields {
			fmt.Fprintf(&text, "{{%s}}", strings.Trim(f[0], "[]"))
			if f[1] == "" {
				t.Errorf("%s%s has no description", d.at, f[0])
			}
		}
		text.WriteString(strings.Repeat("{{end}}", strings.Count(d.at, "{{range")))
	}
	output := &config.Template{Base: config.Base{File: "a.txt"}, Template: config.Text{Path: "a.tmpl", Data: text.String()}}
	if _, err := generator.Generate(spectest.Builtin(t), &config.Config{Outputs: []config.Output{output}}); err != nil {
		t.Errorf("%v\n%s", err, &text)
	}
}
