package markdown

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
)

// namedCase returns the spec of a case in testdata and its options.
func namedCase(t testing.TB, name string) (*spec.Spec, Options) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return loadCase(t, archive)
}

var specs = []string{"service", "textual", "hostile", "empty", "foreign"}

// TestLinks checks that each link leads to a page and an anchor, and that each anchor is used once.
func TestLinks(t *testing.T) {
	for _, name := range specs {
		s, o := namedCase(t, name)
		o.Rules = []Rule{{ID: "a"}, {ID: "b"}}
		files, err := renderAll(s, o)
		if err != nil {
			t.Fatal(err)
		}
		pages := map[string]skeleton{}
		for _, f := range files {
			pages[f.Name] = read(string(f.Data))
		}
		for file, page := range pages {
			if ids := slices.Sorted(slices.Values(page.ids)); len(slices.Compact(ids)) != len(page.ids) {
				t.Errorf("%s: %s: an anchor is used twice: %q", name, file, page.ids)
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

// TestSubset documents fewer APIs than there are: no link may lead to the others.
func TestSubset(t *testing.T) {
	s, o := namedCase(t, "service")
	o.APIs = s.APIs[:1]
	files, err := renderAll(s, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		for _, link := range read(string(f.Data)).links {
			if strings.HasPrefix(link, "sso.md") {
				t.Errorf("%s: %s leads to an API that is not documented", f.Name, link)
			}
		}
	}
}

// TestExample decodes the example body of each code that has one.
func TestExample(t *testing.T) {
	decoded := 0
	for _, name := range specs {
		s, _ := namedCase(t, name)
		for _, a := range s.APIs {
			for _, c := range a.Codes {
				if body := example(a, c); body != "" {
					checkBody(t, a, c, body)
					decoded++
				}
			}
		}
	}
	if decoded == 0 {
		t.Error("no code has an example")
	}
}

func checkBody(t *testing.T, a *spec.API, c *spec.Code, body string) {
	t.Helper()
	var got any
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
		case f.Role == spec.RoleMessage && a.Texts != spec.TextsSummary && c.Message != "":
			want = c.Message
		default:
			continue
		}
		if member(got, f.Path()) != want {
			t.Errorf("%s %s: %s is %v, want %v", a.ID, c.Wire(), f.Name, member(got, f.Path()), want)
		}
	}
	for _, d := range c.Data {
		if member(got, strings.Split(d.Name, ".")) == nil {
			t.Errorf("%s %s: the body lacks %s", a.ID, c.Wire(), d.Name)
		}
	}
}

// member returns the value at a path of a decoded JSON value, or nil.
func member(v any, path []string) any {
	for _, key := range path {
		switch of := v.(type) {
		case map[string]any:
			v = of[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(of) {
				return nil
			}
			v = of[i]
		default:
			return nil
		}
	}
	return v
}

// TestExampleTags checks that no site generator finds a template tag in an example.
func TestExampleTags(t *testing.T) {
	for _, text := range []string{"{{.}}", "{% x %}", "{{{%{{", "{"} {
		body := encodeJSON(text)
		var got string
		if err := json.Unmarshal([]byte(body), &got); err != nil || got != text {
			t.Errorf("%s: decodes as %q, want %q (%v)", body, got, text, err)
		}
		if strings.Contains(body, "{{") || strings.Contains(body, "{%") {
			t.Errorf("%s: has a template tag", body)
		}
	}
}

func TestDeterminism(t *testing.T) {
	render := func() []byte {
		files, err := renderAll(namedCase(t, "service"))
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

// TestManual checks that every field that a template sees has a sentence, and every type a name.
func TestManual(t *testing.T) {
	for line := range strings.Lines(Manual()) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "  ") && (strings.HasSuffix(line, " ") || strings.Contains(line, "markdown.")) {
			t.Errorf("the manual does not explain %q", line)
		}
	}
	for _, field := range []string{"CodeField", "Retryable", "Groups", "Remedy"} {
		if !strings.Contains(Manual(), "\n  "+field+" ") {
			t.Errorf("the manual lacks %s", field)
		}
	}
}

func BenchmarkPages(b *testing.B) {
	s, o := namedCase(b, "service")
	a := s.APIs[0]
	codes := a.Codes
	a.Codes = nil
	for i := range 10_000 {
		c := *codes[i%len(codes)]
		c.Number = i + 1
		a.Codes = append(a.Codes, &c)
	}
	for b.Loop() {
		if _, err := renderAll(s, o); err != nil {
			b.Fatal(err)
		}
	}
}
