package generator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"text/template"
	"unicode"
)

// Function is a function that templates of users may call, besides those of text/template.
type Function struct {
	Usage string // its name and arguments
	Doc   string
	f     any
}

// Functions returns the table of the functions, in the order of the documentation.
func Functions() []Function {
	return []Function{
		{"header", "the sentence that marks generated files", func() string { return Header }},
		{"json value", "the value as JSON: a quoted string, a number, a list; also a literal of JavaScript and TypeScript, and strings are literals of Java and Python", quoted},
		{"comment prefix s", "s with the prefix before every line; s cannot end the comment in C, Go, Java, JavaScript, Python, Rust, SQL, TypeScript and the shell", comment},
		{"join separator list", "the items of a list with a separator between them", joinList},
		{"lower s", "s in lower case", strings.ToLower},
		{"upper s", "s in upper case", strings.ToUpper},
		{"snake s", "a name in snake case: email_not_verified", func(s string) string { return strings.ToLower(strings.Join(words(s), "_")) }},
		{"upperSnake s", "a name in upper snake case: EMAIL_NOT_VERIFIED", func(s string) string { return strings.ToUpper(strings.Join(words(s), "_")) }},
		{"kebab s", "a name in kebab case: email-not-verified", func(s string) string { return strings.ToLower(strings.Join(words(s), "-")) }},
		{"camel s", "a name in camel case: emailNotVerified", camel},
	}
}

// functions returns the functions as text/template takes them.
func functions() template.FuncMap {
	funcs := template.FuncMap{}
	for _, f := range Functions() {
		name, _, _ := strings.Cut(f.Usage, " ")
		funcs[name] = f.f
	}
	return funcs
}

// quoted returns a value as JSON on one line.
func quoted(v any) (string, error) {
	if list := reflect.ValueOf(v); list.Kind() == reflect.Slice && list.Len() == 0 {
		return "[]", nil // not null: a list that is absent is empty
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(out.String(), "\n"), err
}

// joinList returns the items of a list with a separator between them.
func joinList(separator string, list any) (string, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return "", fmt.Errorf("join: got %T, want a list", list)
	}
	items := make([]string, v.Len())
	for i := range items {
		items[i] = fmt.Sprint(v.Index(i).Interface())
	}
	return strings.Join(items, separator), nil
}

// words splits a name: "APIKeyInvalid" and "api-key-invalid" have three words. A digit belongs to the letters before
// it. Names that differ in more than case give different words.
func words(name string) []string {
	var list []string
	runes := []rune(name)
	start := 0
	end := func(i int) {
		if start < i {
			list = append(list, string(runes[start:i]))
		}
		start = i
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			end(i)
			start = i + 1
		case i > start && unicode.IsUpper(r):
			last, next := runes[i-1], i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if !unicode.IsUpper(last) || next { // the last capital of "APIKey" begins a word
				end(i)
			}
		}
	}
	end(len(runes))
	return list
}

// camel returns a name in camel case: an initialism is a word like any other.
func camel(name string) string {
	list := words(name)
	for i, word := range list {
		list[i] = strings.ToLower(word)
		if i > 0 {
			runes := []rune(list[i])
			list[i] = string(unicode.ToUpper(runes[0])) + string(runes[1:])
		}
	}
	return strings.Join(list, "")
}
