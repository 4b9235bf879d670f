package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
)

// caseSpec returns the spec of a case in testdata.
func caseSpec(t testing.TB, name string) *spec.Spec {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name == "spec.json" {
			return decodeSpec(t, f.Data)
		}
	}
	t.Fatalf("%s: no spec.json", name)
	return nil
}

var specs = []string{"service", "textual", "hostile", "empty"}

// TestLinks checks that each link leads to a page and an anchor, and that no anchor stands twice.
func TestLinks(t *testing.T) {
	for _, name := range specs {
		files, err := renderAll(caseSpec(t, name), []Rule{{ID: "a"}, {ID: "b"}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		pages := map[string]skeleton{}
		for _, f := range files {
			pages[f.Name] = read(string(f.Data))
		}
		for file, page := range pages {
			if ids := slices.Sorted(slices.Values(page.ids)); len(slices.Compact(ids)) != len(page.ids) {
				t.Errorf("%s: %s: an anchor stands twice: %q", name, file, page.ids)
			}
			for _, link := range page.links {
				if err := resolve(pages, file, link); err != nil {
					t.Errorf("%s: %s: %s: %v", name, file, link, err)
				}
			}
		}
	}
}

func resolve(pages map[string]skeleton, from, link string) error {
	if strings.HasPrefix(link, "https://") {
		return nil
	}
	file, id, hasID := strings.Cut(link, "#")
	if file == "" {
		file = from
	}
	page, ok := pages[file]
	if !ok {
		return fmt.Errorf("no such page")
	}
	if hasID && !slices.Contains(page.ids, id) {
		return fmt.Errorf("no such anchor")
	}
	return nil
}

// TestSubset documents fewer APIs than there are: nothing may lead to the others.
func TestSubset(t *testing.T) {
	s := caseSpec(t, "service")
	s.APIs = s.APIs[:1]
	page, err := API(s, s.APIs[0], Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range read(string(page)).links {
		if strings.HasPrefix(link, "sso.md") {
			t.Errorf("%s leads to an API that is not documented", link)
		}
	}
}

// TestExample decodes the example body of each code.
func TestExample(t *testing.T) {
	for _, name := range specs {
		s := caseSpec(t, name)
		for _, a := range s.APIs {
			page, err := API(s, a, Options{})
			if err != nil {
				t.Fatal(err)
			}
			bodies := read(string(page)).bodies
			if len(bodies) != len(a.Codes) {
				t.Fatalf("%s: %d bodies for %d codes", a.ID, len(bodies), len(a.Codes))
			}
			for i, c := range a.Codes {
				checkBody(t, a, c, bodies[i])
			}
		}
	}
}

func checkBody(t *testing.T, a *spec.API, c *spec.Code, body string) {
	var got map[string]any
	decoder := json.NewDecoder(strings.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&got); err != nil {
		t.Fatalf("%s %s: %v\n%s", a.ID, c.Wire(), err, body)
	}
	for _, f := range a.Envelope {
		var want any
		switch {
		case f.Role == spec.RoleCode && c.Text != "":
			want = c.Text
		case f.Role == spec.RoleCode:
			want = json.Number(c.Wire())
		case f.Role == spec.RoleMessage:
			want = c.Message
		default:
			continue
		}
		if got[f.Name] != want {
			t.Errorf("%s %s: %s is %v, want %v", a.ID, c.Wire(), f.Name, got[f.Name], want)
		}
	}
}

func TestDeterminism(t *testing.T) {
	render := func() []byte {
		files, err := renderAll(caseSpec(t, "service"), nil, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return txtar.Format(&txtar.Archive{Files: files})
	}
	want := render()
	for range 20 {
		if !bytes.Equal(render(), want) {
			t.Fatal("two runs differ")
		}
	}
}

// TestPackageComment checks that the package comment names every field that a template sees.
func TestPackageComment(t *testing.T) {
	comment, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(string(comment), func(r rune) bool { return !isWord(r) }) {
		words[w] = true
	}
	for _, page := range []any{indexPage{}, statusesPage{}, apiPage{}, syntheticPage{}, rulesPage{}} {
		checkFields(t, reflect.TypeOf(page), words, map[reflect.Type]bool{})
	}
}

func checkFields(t *testing.T, of reflect.Type, words map[string]bool, seen map[reflect.Type]bool) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || seen[of] {
		return
	}
	seen[of] = true
	for _, f := range reflect.VisibleFields(of) {
		if f.IsExported() && !words[f.Name] {
			t.Errorf("the package comment does not name %s of %s", f.Name, of.Name())
		}
		checkFields(t, f.Type, words, seen)
	}
}

func BenchmarkPages(b *testing.B) {
	s := caseSpec(b, "service")
	a := s.APIs[0]
	codes := a.Codes
	a.Codes = nil
	for i := range 10_000 {
		c := *codes[i%len(codes)]
		c.Number = i + 1
		a.Codes = append(a.Codes, &c)
	}
	for b.Loop() {
		if _, err := renderAll(s, nil, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
