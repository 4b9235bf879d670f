package markdown

import (
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

func TestInline(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Email is not verified.", "Email is not verified."},
		{"ISO_8601 date", "ISO_8601 date"},
		{"From & To, AT&T", "From & To, AT&T"},
		{"a-b, 3.5 and (1)", "a-b, 3.5 and (1)"},
		{"_a_ b__c__ é_é", `\_a\_ b\_\_c\_\_ é_é`},
		{"*a* **b**", `\*a\* \*\*b\*\*`},
		{"`a`", "\\`a\\`"},
		{"a|b", `a\|b`},
		{`a\|b`, `a\\\|b`},
		{"<b>&lt;", "&lt;b&gt;&amp;lt;"},
		{"&#60;&x", "&amp;#60;&x"},
		{"[a](b) ![c](d)", `\[a\](b) \!\[c\](d)`},
		{"Stop!", `Stop\!`},
		{"Stop! Now", "Stop! Now"},
		{"# a # b #", `\# a # b \#`},
		{"{{a}} {%b%} {c} {{{", `\{\{a}} \{%b%} {c} \{\{\{`},
		{"ask @me or me@x.y", `ask \@me or me@x.y`},
		{"- a", `\- a`},
		{"-5 to +5", "-5 to +5"},
		{"+ a", `\+ a`},
		{"---", `\---`},
		{"===", `\===`},
		{":-:", `\:-:`},
		{"~~~", `\~\~\~`},
		{"12. a", `12\. a`},
		{"12) a", `12\) a`},
		{"12.", `12\.`},
		{"1234567890. a", "1234567890. a"},
		{"-->", `\--&gt;`},
		{" \ta\r\n\tb\x00c\u2028 ", "a b c"},
		{"a\xffb", "a\uFFFDb"},
		{"see https://x.y/a_b/?c=d#e.", "see https://x.y/a_b/?c=d#e."},
		{"<https://x.y/@me>", "&lt;https://x.y/@me&gt;"},
		{"https://x.y~: http://z", `https\://x.y\~: http://z`},
		{"*https://x.y", `\*https://x.y`},
		{"(www.x.y/_a)", `(www\.x.y/\_a)`},
		{"javascript:alert(1)", "javascript:alert(1)"},
		{"", ""},
	} {
		if got := inline(c.in); got != c.want {
			t.Errorf("inline(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestBlock(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"one\ntwo", "one<br>\ntwo"},
		{"one\r\rtwo\r\n \t\r\nthree\n", "one\n\ntwo\n\nthree"},
		{"\n\n    one\n\n\n- two", "one\n\n\\- two"},
		{"one\n===", "one<br>\n\\==="},
	} {
		if got := block(c.in); got != c.want {
			t.Errorf("block(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCodeSpan(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a_b*c", "`a_b*c`"},
		{"a`b``c", "```a`b``c```"},
		{"`", "`` ` ``"},
		{`a\`, "`a\\`"},
		{" a\nb\u2028c ", "`a b c`"},
		{"a|b", `<code>a\|b</code>`},
		{"<{{a}}>", `<code>&lt;\{\{a}}&gt;</code>`},
		{"[a]: b", `<code>\[a\]: b</code>`},
		{" ", ""},
	} {
		if got := codeSpan(c.in); got != c.want {
			t.Errorf("codeSpan(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSourceLink(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://x.y/a?b=c&copy;=(d)", "[https://x.y/a?b=c&amp;copy;=(d)](https://x.y/a?b=c&amp;copy;=%28d%29)"},
		{"HTTP://x.y", "[HTTP://x.y](http://x.y)"},
		{"javascript:alert(1)", "javascript:alert(1)"},
		{"https:x", "https:x"},
		{"a page", "a page"},
		{"", ""},
	} {
		if got := sourceLink(c.in); got != c.want {
			t.Errorf("sourceLink(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// FuzzDoc puts one text wherever a spec or a rule may have a text. The pages must consist of what they consist of with
// a harmless word.
func FuzzDoc(f *testing.F) {
	for _, s := range []string{
		"a|b", "\\", "`", "```\n", "~~~", "# a", "a\n===", "- a\n\n    b", "1. a", "<script>", "</a>", "<!-- ", "-->",
		"&lt;", "*a* _b_ **", "[a](b)", "![", "!", "](x)", "[^1]: x", "{{.}}", "{%", "@me", "$x$", "\u2028|", "\x00#", "\xff",
		"https://x.y/|`*_[<", "ftp://x~: www.x~: https://x*a", "| a |\n| - |", ":-", "\"'><b>", "a\r\rb", "../../x", "\t", " `` ", "|`{{", "]: x",
	} {
		f.Add(s)
	}
	want := map[bool][]skeleton{false: readAll(f, "word", "word"), true: readAll(f, "word", "https://example.com")}
	f.Fuzz(func(t *testing.T, s string) {
		if inline(s) == "" {
			t.Skip("blank texts are left out")
		}
		isLink := strings.HasPrefix(sourceLink(s), "[")
		for i, got := range readAll(t, s, s) {
			if d := got.difference(want[isLink][i]); d != "" {
				t.Errorf("page %d with %q: %s", i, s, d)
			}
		}
	})
}

// readAll reads every page of a spec whose every text is s, and every source is source.
func readAll(t testing.TB, s, source string) []skeleton {
	catalogue, o := namedCase(t, "service")
	textual, more := namedCase(t, "textual")
	catalogue.APIs = append(catalogue.APIs, textual.APIs...)
	maps.Copy(o.Packages, more.Packages)
	o.Packages[s] = spec.GoPackage{Name: s} // the id of an API is a text too
	o.Rules = []Rule{{"a", "a", "a"}}
	setTexts(reflect.ValueOf(catalogue), s, map[any]bool{})
	setTexts(reflect.ValueOf(o.Rules), s, map[any]bool{})
	for _, a := range catalogue.APIs {
		if a.Source != "" {
			a.Source = source
		}
	}
	files, err := renderAll(catalogue, o)
	if err != nil {
		t.Fatal(err)
	}
	var pages []skeleton
	for _, f := range files {
		pages = append(pages, read(string(f.Data)))
	}
	return pages
}

// setTexts sets every text within v that is not empty, each value once.
func setTexts(v reflect.Value, s string, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Interface()] {
			seen[v.Interface()] = true
			setTexts(v.Elem(), s, seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			setTexts(v.Index(i), s, seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Type" && v.Type() != reflect.TypeFor[diag.Position]() {
				setTexts(v.Field(i), s, seen)
			}
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && strings.TrimSpace(v.String()) != "" {
			v.SetString(s)
		}
	}
}
