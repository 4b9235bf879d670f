package markdown

import (
	"bytes"
	"reflect"
	"regexp"
	"testing"
	"text/template"
)

// printers print a whole value in the ways that a template has.
var printers = template.Must(template.New("printers").Parse(
	`{{.}} {{print .}} {{printf "%s" .}} {{printf "%q" .}} {{printf "%d" .}} {{printf "%x" .}} {{printf "%+v" .}} {{printf "%#v" .}}`))

var memoryAddress = regexp.MustCompile(`0x[0-9a-f]{5,}|\(0x`)

// TestPrint prints every value that a template can reach, and checks that none prints an address in memory, which would
// be another one in the next run.
func TestPrint(t *testing.T) {
	seen := make(map[reflect.Type]int)
	for _, name := range specs {
		s, o := namedCase(t, name)
		o.Rules, o.Changes = []Rule{{ID: "a"}}, []ChangeRule{{ID: "b"}}
		b := newBook(s, o)
		pages := []any{b.index(o), b.statusPage(o), b.synthetic(), newRules(o)}
		for _, p := range b.apis {
			pages = append(pages, p)
		}
		visited := make(map[any]bool)
		for _, page := range pages {
			walk(reflect.ValueOf(page), visited, func(v reflect.Value) {
				seen[v.Type()]++
				var out bytes.Buffer
				if err := printers.Execute(&out, v.Interface()); err != nil {
					t.Error(err)
				}
				if found := memoryAddress.FindString(out.String()); found != "" {
					t.Errorf("%s: a value of type %v prints %s: %s", name, v.Type(), found, out.String())
				}
			})
		}
	}
	for of, name := range typeNames {
		if seen[of]+seen[reflect.PointerTo(of)] == 0 {
			t.Errorf("no value of the type %s was printed", name)
		}
	}
}

// walk calls a function with a value and with all that its exported fields and elements lead to.
func walk(v reflect.Value, visited map[any]bool, visit func(reflect.Value)) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() || visited[v.Interface()] {
			return
		}
		visited[v.Interface()] = true
	}
	visit(v)
	switch e := reflect.Indirect(v); e.Kind() {
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(e.Type()) {
			if f.IsExported() && !f.Anonymous {
				walk(e.FieldByIndex(f.Index), visited, visit)
			}
		}
	case reflect.Slice:
		for i := range e.Len() {
			walk(e.Index(i), visited, visit)
		}
	}
}
