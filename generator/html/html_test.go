package html_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator/html"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

func render(t testing.TB, s *spec.Spec, o html.Options) []byte {
	t.Helper()
	page, err := html.Page(s, o)
	if err != nil {
		t.Fatal(err)
	}
	return append([]byte(html.Doctype), page...)
}

// TestGolden shows the articles of a small spec.
func TestGolden(t *testing.T) {
	for path, archive := range spectest.Archives(t, "testdata/*.txtar") {
		t.Run(path, func(t *testing.T) {
			s := spectest.Load(t, spectest.Sources(archive, "")...)
			page := string(render(t, s, html.Options{Packages: map[string]spec.GoPackage{"acme": {Name: "lrerr"}}}))
			_, header, _ := strings.Cut(page, "<header>\n")
			header, _, _ = strings.Cut(header, "</header>")
			_, main, _ := strings.Cut(page, "<main id=\"codes\" tabindex=\"-1\">\n")
			main, _, _ = strings.Cut(main, "</main>")
			spectest.Want(t, path, archive, "want", header+main)
		})
	}
}

// TestHashes checks that the page allows its style and its script, and nothing else.
func TestHashes(t *testing.T) {
	page := string(render(t, hostile(t), html.Options{}))
	for _, element := range []string{"style", "script"} {
		_, text, _ := strings.Cut(page, "<"+element+">")
		text, _, ok := strings.Cut(text, "</"+element+">")
		sum := sha256.Sum256([]byte(text))
		want := element + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		if !ok || strings.Count(page, want) != 1 || strings.Count(page, "<"+element) != 1 {
			t.Errorf("the policy has no %s", want)
		}
	}
	if !strings.Contains(page, `content="default-src 'none'; style-src `) || !strings.Contains(page, `; base-uri 'none'; form-action 'none'">`) {
		t.Error("the policy allows more than the page needs")
	}
}

// outside matches what a browser would fetch. A link to another page is no such thing: nobody need follow it.
var outside = regexp.MustCompile(`(src|<[b-z][^>]* href)="[^"]*"|<a href="(?:[^#h]|h[^t])[^"]*"`)

// TestBudget checks that the page stays small, and needs no other file.
func TestBudget(t *testing.T) {
	s := spectest.Builtin(t)
	page := render(t, s, html.Options{})
	codes := 0
	for _, a := range s.APIs {
		codes += len(a.Codes) + len(a.Retired)
	}
	var small bytes.Buffer
	w, _ := gzip.NewWriterLevel(&small, gzip.BestCompression)
	w.Write(page)
	w.Close()
	for _, size := range []struct {
		what     string
		got, max int
	}{
		{"page", len(page), 10_000 + 700*codes},
		{"compressed page", small.Len(), 6_000 + 85*codes},
		{"script", len(between(page, "<script>", "</script>")), 8 << 10},
		{"style", len(between(page, "<style>", "</style>")), 3 << 10},
	} {
		t.Logf("%s: %d bytes", size.what, size.got)
		if size.got > size.max {
			t.Errorf("the %s has %d bytes, more than %d", size.what, size.got, size.max)
		}
	}
	for _, a := range s.APIs {
		if link := `<a href="` + a.Source + `">`; a.Source != "" && !bytes.Contains(page, []byte(link)) {
			t.Errorf("the page has no link to the source of %s", a.ID)
		}
	}
	if found := outside.FindAll(page, -1); found != nil {
		t.Errorf("the page names other files: %q", found)
	}
}

func between(page []byte, begin, end string) []byte {
	_, rest, _ := bytes.Cut(page, []byte(begin))
	text, _, _ := bytes.Cut(rest, []byte(end))
	return text
}

// attacks are texts that mean something else to a browser where they are not escaped.
var attacks = []string{
	`<script>hacked = 1</script>`, `</script><script>hacked = 1</script>`, `<img src=x onerror="hacked = 1">`, `"><svg onload="hacked = 1">`,
	`' onfocus='hacked = 1' autofocus='`, `--><iframe src="javascript:hacked = 1"></iframe><!--`, `{{.Script}} ${hacked = 1}`, `&lt;script&gt;hacked = 1&lt;/script&gt;`,
	`</article></main><form action="https://example.com"><button>`, `<meta http-equiv="refresh" content="0; url=https://example.com">`, `javascript:hacked=1`,
	`</style><style>*{display:none}</style>`, `<base href="https://example.com/">`, "`${hacked = 1}`",
}

// hostile returns a spec all of whose texts are attacks.
func hostile(t testing.TB) *spec.Spec {
	t.Helper()
	var b strings.Builder
	b.WriteString("version: 1\nenvelope: [{name: code, type: string, role: code}]\n")
	text := func(i int) string { return fmt.Sprintf("%q", attacks[i%len(attacks)]) }
	fmt.Fprintf(&b, "statuses: [{status: 403, name: Forbidden, message: %s}]\napi: {id: acme, title: %s, note: %s, source: \"https://x.y/'onclick='hacked=1'&lt;\", texts: summary}\ncategories: [{name: C, description: %s}]\ncodes:\n",
		text(0), text(1), text(2), text(3))
	for i, attack := range attacks {
		fmt.Fprintf(&b, "  - {code: %q, name: N%d, message: %q, description: %s, note: %s, also: [%s], http: 403, categories: [C], data: [{name: a, type: string, description: %s}]}\n",
			attack, i, attack, text(i+1), text(i+2), text(i+3), text(i+4))
	}
	fmt.Fprintf(&b, "retired: [{code: \"<b>\", name: Old, reason: %s}]\n", text(0))
	return spectest.Parse(t, b.String())
}

var tag = regexp.MustCompile(`<[!/]?[a-zA-Z][a-zA-Z0-9]*`)

var (
	articleID = regexp.MustCompile(`<article id="([^"]*)"`)
	plainID   = regexp.MustCompile(`^[A-Za-z0-9_.:~-]+$`)
)

// TestHostile checks that no text of a spec becomes markup.
func TestHostile(t *testing.T) {
	page := render(t, hostile(t), html.Options{})
	main := between(page, "</form>", "<script>")
	for _, found := range tag.FindAllString(string(between(page, "<header>", "<form"))+string(main), -1) {
		switch strings.Trim(found, "</") {
		case "header", "h1", "details", "summary", "main", "article", "h2", "a", "span", "p", "dl", "dt", "dd", "code":
		default:
			t.Errorf("the page has the element %s", found)
		}
	}
	for _, id := range articleID.FindAllSubmatch(main, -1) {
		if !plainID.Match(id[1]) {
			t.Errorf("the id %s needs escaping in an address", id[1])
		}
	}
	if n := bytes.Count(main, []byte("<article ")); n != len(attacks)+1 {
		t.Errorf("%d articles, want %d", n, len(attacks)+1)
	}
	if bytes.Contains(main, []byte(`onerror="`)) || bytes.Contains(main, []byte(`onfocus='`)) {
		t.Error("the page has an attribute of a text")
	}
}
