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

// FuzzInject tests that only what is between two lines with markers changes, and that a second run changes nothing.
// That the right lines are markers is tested against a Markdown parser, in testdata/commonmark.
func FuzzInject(f *testing.F) {
	const begin, end = "<!-- lrcodes:begin a -->\n", "<!-- lrcodes:end a -->\n"
	f.Add("# Acme\n\n" + begin + "old\n" + end + "\nmore\n")
	f.Add("\ufeff```\n" + begin + "```\r\n" + begin + "~~~\n~~~\n" + end + "```\n" + end)
	f.Add("<!--lrcodes:begin a-->\n```\n" + begin + "0\n" + end + "```\n<!--lrcodes:end a-->")
	f.Add("- ```md\n  " + begin + "  text\n  " + end + "  ```\n" + begin + end)
	f.Add("x\r" + strings.ReplaceAll(begin+end, "\n", "\r"))
	f.Fuzz(func(t *testing.T, page string) {
		s := &spec.Spec{APIs: []*spec.API{{ID: "acme", Codes: []*spec.Code{{Number: 1, Name: "A", Message: page}}}}}
		once, err := inject(s, page)
		if err != nil {
			return
		}
		before, old, after := changed(page, once)
		if len(old)+len(before)+len(after) != len(page) || !strings.Contains(before+old, "lrcodes:begin") || !strings.Contains(old+after, "lrcodes:end") {
			t.Fatalf("%q became %q", page, once)
		}
		if twice, err := inject(s, once); err != nil || twice != once {
			t.Errorf("a second run gives %q after %q: %v", twice, once, err)
		}
	})
}

// changed returns what two texts have in common at their begin and end, and what the first has in between.
func changed(from, to string) (before, between, after string) {
	i := 0
	for i < min(len(from), len(to)) && from[i] == to[i] {
		i++
	}
	j := 0
	for j < min(len(from), len(to))-i && from[len(from)-1-j] == to[len(to)-1-j] {
		j++
	}
	return from[:i], from[i : len(from)-j], from[len(from)-j:]
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
