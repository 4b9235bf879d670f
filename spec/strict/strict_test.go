package strict_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// shape is a small format: items with a word and a number, and a switch.
func shape() *strict.Shape {
	item := &strict.Shape{Kind: strict.Mapping, Doc: "an item", Keys: []strict.Key{
		{Name: "word", Required: true, Shape: &strict.Shape{Kind: strict.String, Doc: "a word"}},
		{Name: "number", Shape: &strict.Shape{Kind: strict.Integer, Doc: "a number", Min: 1, Max: 9}},
		{Name: "words", Shape: &strict.Shape{Kind: strict.Sequence, Doc: "words", Item: &strict.Shape{Kind: strict.String}}},
	}}
	return &strict.Shape{Kind: strict.Mapping, Doc: "a file", Keys: []strict.Key{
		{Name: "items", Shape: &strict.Shape{Kind: strict.Sequence, Doc: "items", Item: item}},
		{Name: "switch", Shape: &strict.Shape{Kind: strict.Boolean, Doc: "a switch"}},
	}}
}

func TestValues(t *testing.T) {
	v, diags := strict.Decode("f", []byte("switch: true\nitems:\n  - word: a\n    number: 7\n    words: [x, y]\n"), shape())
	if diags != nil {
		t.Fatal(diags)
	}
	item := v.Key("items").Items()[0]
	got := fmt.Sprintln(v.Key("switch").Bool(), item.Key("word").Text(), item.Key("number").Int(), item.Key("words").Texts(),
		item.Key("number").Position(), item.KeyPosition("words"), v.Names(), v.Has("switch"), v.Has("other"))
	if want := "true a 7 [x y] f:4:13 f:5:5 [switch items] true false\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMisspelled shows that a misspelled key counts as the one that was meant, unless that is there too.
func TestMisspelled(t *testing.T) {
	for text, want := range map[string]string{"swich: true": "true 1:1 false", "swich: true\nswitch: true": "true 2:1 true", "other: 1": "false 1:1 false"} {
		v, diags := strict.Decode("f", []byte(text), shape())
		if got := fmt.Sprintln(v.Has("switch"), strings.TrimPrefix(v.KeyPosition("switch").String(), "f:"), v.Key("switch").Bool()); got != want+"\n" || len(diags) != 1 {
			t.Errorf("%q: got %swant %s\n%v", text, got, want, diags)
		}
	}
}

// TestNil shows that every method of a nil Value returns the zero value.
func TestNil(t *testing.T) {
	var v *strict.Value
	if v.Text() != "" || v.Int() != 0 || v.Bool() || v.Items() != nil || v.Texts() != nil || v.Key("x").Key("y") != nil ||
		v.Has("x") || v.Names() != nil || v.Position() != (diag.Position{}) || v.KeyPosition("x") != (diag.Position{}) {
		t.Error("a method of a nil Value returns something")
	}
}

// nested has an item with as many aliases within each other as are allowed.
var nested = "items:\n  - &a {word: a}\n" + strings.Repeat("  - &b {<<: *a}\n  - &a {<<: *b}\n", 50)

func TestHostile(t *testing.T) {
	lists := strings.Repeat("  - &b {word: b, words: ["+strings.Repeat("w, ", 500)+"]}\n", 1)
	for name, test := range map[string]struct{ text, want string }{
		"not UTF-8":        {"switch: true\nä: \xff\n", "f:2:4: byte 0xff is not UTF-8; save the file as UTF-8 [syntax]"},
		"UTF-16":           {"\xff\xfes\x00", "f:1:1: byte 0xff is not UTF-8; save the file as UTF-8 [syntax]"},
		"alias bomb":       {"items:\n" + lists + strings.Repeat("  - *b\n", 2_500), "the aliases of the file expand to more than 1000000 values [syntax]"},
		"endless merge":    {"items:\n  - &a {<<: [*a, *a], word: x}\n", "f:2:5: a mapping cannot merge itself [syntax]"},
		"nested aliases":   {nested + "  - {<<: *a}\n", "f:2:5: more than 100 aliases are nested [syntax]"},
		"merge bomb":       {"items:\n  - &a {word: a" + many(", z%d: 1", 2000) + "}\n  - {<<: [" + strings.Repeat("*a, ", 5000) + "], word: b}\n", "unknown key"},
		"long text bomb":   {"items:\n  - {word: a, words: [&t " + strings.Repeat("x", 200_000) + strings.Repeat(", *t", 2000) + "]}\n", "f:2:23: the aliases of the file expand to more than 4 MiB of text [syntax]"},
		"two merge keys":   {"items:\n  - &a {word: a}\n  - {<<: *a, <<: *a}\n", "f:3:14: duplicate key \"<<\"; the first is at f:3:6 [duplicate-key]"},
		"hidden duplicate": {"items:\n  - {<<: {word: a, word: b}, word: c}\n", "f:2:20: duplicate key \"word\"; the first is at f:2:11 [duplicate-key]"},
		"empty item":       {"items:\n  - {word: a, words: [\"\"]}\n", "an item of \"words\" is empty; remove it [missing-key]"},
		"list as key":      {"? [a]\n: b\n", "f:1:3: a key must be a word, not a list or a mapping [wrong-type]"},
		"merge of a text":  {"<<: x\n", "f:1:5: a merge key takes a mapping or a list of mappings [wrong-type]"},
		"deep nesting":     {strings.Repeat("[", 20_000), "[syntax]"},
		"tagged text":      {"items:\n  - {word: !!binary aGk=}\n", "f:2:12: \"word\" is \"aGk=\" with the tag \"!!binary\", but must be a text [wrong-type]"},
		"tagged mapping":   {"items:\n  - !foo {word: a}\n", "f:2:5: an item of \"items\" is a mapping with the tag \"!foo\", but must be a mapping such as {word: …} [wrong-type]"},
		"number as switch": {"switch: 1\n", "f:1:9: \"switch\" is the integer 1, but must be true or false [wrong-type]"},
		"hostile tag":      {"items: !x%1B[31mRED%0A%3A%3Aerror [1]\n", `f:1:8: "items" is a list with the tag "!x\x1b[31mRED\n::error", but must be a list [wrong-type]`},
		"hostile integer":  {"switch: !!int \"::error\\n\"\n", `"switch" is the integer "::error\n", but must be true or false [wrong-type]`},
		"control":          {"switch: true\nitems: a\x1bb\n", "f:2:9: character U+001B is not allowed in YAML; remove it [syntax]"},
		"NUL":              {"switch: true\n# \x00", "f:2:3: character U+0000 is not allowed in YAML; remove it [syntax]"},
		"mark inside":      {"switch: true # \ufeff\n", "f:1:16: character U+FEFF is not allowed in YAML; remove it [syntax]"},
		"large file":       {"switch: true\n" + strings.Repeat("# comment\n", 120_000) + "items:\n  - word: a\n number: 1\n", "f:120003:1: this is not YAML: did not find expected key [syntax]"},
		"second document":  {"switch: true\n---\na: [\n", "f:3:1: this is not YAML: did not find expected node content [syntax]"},
		"unknown anchor":   {"# *b\nitems: [*bc, *b]\n", `f:2:9: alias "*bc" has no anchor "&bc" before it [syntax]`},
		"huge number":      {"items:\n  - {word: a, number: 99999999999999999999}\n", `f:2:23: "number" is 99999999999999999999, but must be between 1 and 9 [wrong-type]`},
		"huge fraction":    {"items:\n  - {word: a, number: 9e30}\n", `"number" is the decimal number 9e30, but must be an integer; write it in plain decimal digits [wrong-type]`},
		"tagged integer":   {"items:\n  - {word: a, number: !!float 9}\n", `"number" is the decimal number 9, but must be an integer`},
	} {
		t.Run(name, func(t *testing.T) {
			_, diags := strict.Decode("f", []byte(test.text), shape())
			if !strings.Contains(diags.Error(), test.want) {
				t.Errorf("got %.300s\nwant %s", diags, test.want)
			}
			if len(diags) > 3 && name != "merge bomb" {
				t.Errorf("%d diagnostics for one problem", len(diags))
			}
		})
	}
}

// TestTooLarge shows that a file which is too large is rejected by its size: its bytes are not read, nor even made here.
func TestTooLarge(t *testing.T) {
	_, diags := strict.Decode("f", make([]byte, strict.MaxSize+1), shape())
	if want := "f:1:1: the file is larger than 64 MiB; split it [syntax]"; len(diags) != 1 || !strings.Contains(diags.Error(), want) {
		t.Errorf("got %.300s\nwant %s", diags, want)
	}
}

// many returns a text formatted with each of the first n numbers.
func many(format string, n int) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, format, i)
	}
	return all.String()
}

// TestAliasesWithin shows that aliases within the bounds have the same value as the text they refer to.
func TestAliasesWithin(t *testing.T) {
	text := "items:\n  - &a {word: a, number: 1}\n" + strings.Repeat("  - *a\n", 1000) + "  - {<<: *a, word: b}\n"
	v, diags := strict.Decode("f", []byte(text), shape())
	if diags != nil {
		t.Fatal(diags)
	}
	items := v.Key("items").Items()
	if last := items[len(items)-1]; len(items) != 1002 || last.Key("word").Text() != "b" || last.Key("number").Int() != 1 {
		t.Errorf("%d items, the last is %s %d", len(items), last.Key("word").Text(), last.Key("number").Int())
	}
	if _, diags := strict.Decode("f", []byte(nested), shape()); diags != nil {
		t.Errorf("100 aliases are nested: %v", diags)
	}
}
