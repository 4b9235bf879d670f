// Package commonmark compares the sections that lrcodes finds in a Markdown file with what a Markdown parser sees. It is
// a module of its own, so that the parser is no requirement of those who use lrcodes.
package commonmark

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// lines are those that a case consists of, by the bytes of the fuzzed input.
var lines = []string{
	"text", "", "<!-- lrcodes:begin a -->", "<!-- lrcodes:end a -->", "```", "~~~", "````md", "- item", "- ```", "  ```", "   ```", "    ```",
	"1. ```md", "   text", "2) item", "> ```", "> text", ">", "> - ```", "-", "- - ~~~", "    <!-- lrcodes:begin a -->",
	"  <!-- lrcodes:begin a -->", "  <!-- lrcodes:end a -->", "- <!-- lrcodes:begin a -->", "> <!-- lrcodes:begin a -->",
	"<pre>", "</pre>", "<!--", "-->", "<div>", "</div>", "<?php", "?>", "---", "# heading", "* * *", "`code", "    code", "\tcode", "-\t```", "~~~~",
	"10. item", "      deep", "+ a", "  - b",
}

// markers returns the numbers of the lines that a Markdown parser takes for an HTML comment at the top of the document,
// among those that read like a marker.
func markers(source string) []int {
	document := goldmark.New().Parser().Parse(text.NewReader([]byte(source)))
	like := regexp.MustCompile(`^ {0,3}<!--[ \t]*lrcodes:(begin|end)[ \t]+a[ \t]*-->[ \t]*$`)
	var numbers []int
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		block, ok := node.(*ast.HTMLBlock)
		if !ok || block.HTMLBlockType != ast.HTMLBlockType2 || block.Lines().Len() == 0 {
			continue
		}
		start := block.Lines().At(0).Start
		start = strings.LastIndexByte(source[:start], '\n') + 1
		line, _, _ := strings.Cut(source[start:], "\n")
		if like.MatchString(line) {
			numbers = append(numbers, strings.Count(source[:start], "\n"))
		}
	}
	return numbers
}

// FuzzSections builds Markdown from lines that open and close blocks. If the parser sees one begin and one end of a
// section, in this order, lrcodes must fill what is between them and keep the rest; else it must report a problem.
func FuzzSections(f *testing.F) {
	for i := range lines {
		f.Add([]byte{byte(i), 2, 0, 3})
		f.Add([]byte{byte(i), 1, 2, 0, 3})
		f.Add([]byte{7, byte(i), 2, 3})
		f.Add([]byte{2, byte(i), 3})
		f.Add([]byte{16, byte(i), 2, 3})
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		var chosen []string
		for _, b := range input {
			chosen = append(chosen, lines[int(b)%len(lines)])
		}
		source := strings.Join(chosen, "\n") + "\n"
		got, err := inject(t, source)
		found := markers(source)
		valid := len(found) == 2 && strings.Contains(chosen[found[0]], "begin") && strings.Contains(chosen[found[1]], "end")
		switch {
		case valid && err != nil:
			t.Fatalf("the parser sees markers in the lines %v of\n%s\nbut lrcodes: %v", found, source, err)
		case !valid && err == nil:
			t.Fatalf("the parser sees markers in the lines %v of\n%s\nbut lrcodes fills\n%s", found, source, got)
		case valid:
			before, after := strings.Join(chosen[:found[0]+1], "\n")+"\n", strings.Join(chosen[found[1]:], "\n")+"\n"
			if !strings.HasPrefix(got, before) || !strings.HasSuffix(got, after) {
				t.Fatalf("in\n%s\nlrcodes changes what is outside of the section:\n%s", source, got)
			}
			if twice, err := inject(t, got); err != nil || twice != got {
				t.Fatalf("a second run changes\n%s\nto\n%s\n%v", got, twice, err)
			}
		}
	})
}

// inject returns a page with its section a filled, or why it cannot be.
func inject(t *testing.T, page string) (string, error) {
	s := &spec.Spec{APIs: []*spec.API{{ID: "acme", Codes: []*spec.Code{{Number: 1, Name: "A", Message: "m"}}}}}
	files, err := generator.Generate(s, &config.Config{Outputs: []config.Output{
		&config.Inject{Base: config.Base{File: "a.md"}, Section: "a", Target: config.Text{Path: "a.md", Data: page}}}})
	var diags diag.Diagnostics
	if err != nil && !errors.As(err, &diags) {
		t.Fatal(err)
	}
	if err != nil {
		return "", err
	}
	return string(files[0].Data), nil
}
