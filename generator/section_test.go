package generator_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// TestSections fills sections of the same file in every order of outputs: the bytes must be the same.
func TestSections(t *testing.T) {
	target := config.Text{Path: "a.md", Data: "x\r\n<!-- lrcodes:begin a -->\r\n<!-- lrcodes:end a -->\r\ny\n<!-- lrcodes:begin b -->\n<!-- lrcodes:end b -->"}
	output := func(section string) config.Output {
		return &config.Inject{Base: config.Base{File: target.Path}, Section: section, Target: target}
	}
	s := &spec.Spec{APIs: []*spec.API{{ID: "acme", Codes: []*spec.Code{{Number: 1, Name: "A", Message: "m"}}}}}
	const table = "\n| Code | HTTP | Name | Message |\n| --- | --- | --- | --- |\n| 1 | | `A` | m |\n\n"
	want := "x\r\n<!-- lrcodes:begin a -->\r\n" + strings.ReplaceAll(table, "\n", "\r\n") + "<!-- lrcodes:end a -->\r\ny\n" +
		"<!-- lrcodes:begin b -->\n" + table + "<!-- lrcodes:end b -->"
	for _, outputs := range [][]config.Output{{output("a"), output("b")}, {output("b"), output("a")}} {
		files, err := generator.Generate(s, &config.Config{Outputs: outputs})
		if err != nil || len(files) != 1 || string(files[0].Target) != target.Data || string(files[0].Data) != want {
			t.Errorf("%v: got\n%+v\nwant\n%q", err, files, want)
		}
	}
}

// FuzzInject holds an injected file to its promises: what stands outside the section stays, and a second run changes
// nothing.
func FuzzInject(f *testing.F) {
	f.Add("# Acme\n", "old\n", "\nmore\n")
	f.Add("\ufeff```\n<!-- lrcodes:begin a -->\n```\r\n", "~~~\n~~~\n", "```\n<!-- lrcodes:end a -->")
	f.Fuzz(func(t *testing.T, before, old, after string) {
		s := &spec.Spec{APIs: []*spec.API{{ID: "acme", Codes: []*spec.Code{{Number: 1, Name: "A", Message: before}}}}}
		const begin, end = "\n<!-- lrcodes:begin a -->\n", "<!-- lrcodes:end a -->\n"
		once, err := inject(s, before+begin+old+"\n"+end+after)
		if err != nil {
			return
		}
		if !strings.HasPrefix(once, before+begin) || !strings.HasSuffix(once, end+after) {
			t.Fatalf("%q changed outside of the section", once)
		}
		if twice, err := inject(s, once); err != nil || twice != once {
			t.Errorf("a second run gives %q after %q: %v", twice, once, err)
		}
	})
}

func inject(s *spec.Spec, text string) (string, error) {
	files, err := generator.Generate(s, &config.Config{Outputs: []config.Output{
		&config.Inject{Base: config.Base{File: "a.md"}, Section: "a", Target: config.Text{Path: "a.md", Data: text}}}})
	if err != nil {
		var diags diag.Diagnostics
		if !errors.As(err, &diags) {
			panic(err)
		}
		return "", err
	}
	return string(files[0].Data), nil
}
