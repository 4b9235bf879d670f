//go:build unix

package html_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator/html"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/find"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

const (
	shown = `[...document.querySelectorAll("article:not([hidden])")].map(a => a.id)`
	first = shown + `[0]`
	count = `document.getElementById("count").textContent`
	focus = `document.activeElement.id || document.activeElement.getAttribute("href")`
)

// TestBrowser uses the page of the builtin spec as people do, in a real browser and from disk. To open that page takes
// longer than anything else, so it is opened as rarely as can be, and a page with two small apis where that is enough.
func TestBrowser(t *testing.T) {
	b := startBrowser(t)
	s := spectest.Builtin(t)
	data := render(t, s, html.Options{})
	url := writeFile(t, data)
	all := b.counted(data)

	b.open(url)
	b.inEachSize(func(at string) {
		b.equal(at, count, all)
		b.equal(at, `document.documentElement.scrollWidth <= innerWidth`, "true")
		for _, scheme := range []string{"dark", "light"} {
			b.scheme(scheme)
			b.equal(scheme+"-"+at, `getComputedStyle(document.body).backgroundColor == "rgb(255, 255, 255)"`, fmt.Sprint(scheme == "light"))
		}
		b.shoot(at)
	})
	b.inEachSize(func(at string) {
		b.open(url + "#sso-1198")
		b.lands(at+" deep link", "sso-1198")
		// With content-visibility, articles are painted over what they scroll below unless that has a z-index.
		b.equal(at+" covered", `(() => { const f = document.getElementById("search"), r = f.getBoundingClientRect(), y = r.top + r.height/2
			return y < 0 || y > innerHeight || f.contains(document.elementFromPoint(r.left + r.width/2, y)) })()`, "true")
		b.shoot(at + "-link")
	})
	b.open(url + "?q=email+not+verified")
	b.inEachSize(func(at string) {
		b.equal(at, first, "customer-identity-970")
		b.shoot(at + "-search")
	})

	t.Run("search", func(t *testing.T) { testSearch(b.of(t), url, all) })
	t.Run("parity", func(t *testing.T) { testParity(b.of(t), url, s) })
	t.Run("filters", func(t *testing.T) { testFilters(b.of(t), url, s) })
	t.Run("links", func(t *testing.T) { testLinks(b.of(t), url, all) })

	small := []*spec.API{s.API("sso"), s.API("oidc")}
	data = render(t, s, html.Options{APIs: small})
	url = writeFile(t, data)
	t.Run("keyboard", func(t *testing.T) { testKeyboard(b.of(t), url, b.counted(data)) })
	t.Run("isolation", func(t *testing.T) { testIsolation(b.of(t), url, data) })
	t.Run("hostile", func(t *testing.T) { testHostile(b.of(t), data) })
	t.Run("script", func(t *testing.T) { testWithoutScript(b.of(t), url, codesOf(small...)) })
}

// codesOf returns the number of articles that apis have.
func codesOf(apis ...*spec.API) int {
	n := 0
	for _, a := range apis {
		n += len(a.Codes) + len(a.Retired)
	}
	return n
}

// counted returns how many codes the page itself says that it has, which the script must say too.
func (b *browser) counted(page []byte) string {
	b.t.Helper()
	text, _, found := strings.Cut(string(between(page, "<summary>", "</summary>")), " of ")
	if !found || !strings.Contains(text, " codes") {
		b.t.Fatalf("the page does not say how many codes it has: %q", text)
	}
	return text
}

// again returns to the page of all codes without a search. It opens the page only where another is open.
func (b *browser) again(url string) {
	b.t.Helper()
	if b.text(`location.href.replace(/[?#].*/, "")`) != url {
		b.open(url)
	}
	b.enter("")
}

// inEachSize calls a function with a small window and with a large one.
func (b *browser) inEachSize(do func(at string)) {
	for _, size := range [][2]int{{320, 640}, {1280, 900}} {
		b.size(size[0], size[1])
		do(fmt.Sprint(size[0]))
	}
}

// of returns the browser for another test.
func (b *browser) of(t testing.TB) *browser { b.t = t; return b }

// writeFile writes a page to a file, and returns its address.
func writeFile(t testing.TB, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "index.html")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(file)
}

// equal checks the value of an expression in the page, as a string.
func (b *browser) equal(what, js, want string) {
	b.t.Helper()
	if got := b.text(`String(` + js + `)`); got != want {
		b.t.Errorf("%s: %s is %q, want %q", what, js, got, want)
	}
}

// lands checks that an article is scrolled to the top of the window, below the form if that stays there. The browser
// corrects its position for some frames, as it learns the heights of the articles.
func (b *browser) lands(what, id string) {
	b.t.Helper()
	top := fmt.Sprintf(`document.getElementById(%q).getBoundingClientRect().top - Math.max(0, search.getBoundingClientRect().bottom)`, id)
	for range 50 {
		var y float64
		if b.eval(top, &y); -2 < y && y < 150 {
			return
		}
		b.settle()
	}
	b.t.Errorf("%s: %s is at %s", what, id, b.text(`String(`+top+`)`))
}

// enter replaces the text in the search box, as typing does.
func (b *browser) enter(query string) {
	b.t.Helper()
	b.eval(fmt.Sprintf(`q.value = %q, q.dispatchEvent(new Event("input", {bubbles: true})), 0`, query), nil)
}

func testSearch(b *browser, url, all string) {
	b.again(url)
	for query, want := range map[string]string{
		"970": "customer-identity-970", "error 970": "customer-identity-970", "sso-1198": "sso-1198", "#sso-1198": "sso-1198",
		"sso 1198": "sso-1198", "authorization_pending": "oidc-authorization_pending", "customeridentity.ErrEmailNotVerified": "customer-identity-970",
		"err_email_not_verified": "customer-identity-970", "email not verified": "customer-identity-970",
	} {
		b.enter(query)
		b.equal(query, first, want)
	}
	b.enter("927") // of one API, and retired in another
	b.equal("retired", count, "1 code and 1 retired")
	b.enter("zebra zebra")
	b.equal("nothing", count, "No code matches. Use fewer words, or Clear.")
	b.equal("nothing", shown+".length", "0")
	b.enter("")
	b.equal("empty", count, all)
	b.equal("the order without a search", first, b.text(`[...document.querySelectorAll("article")][0].id`))
}

func testFilters(b *browser, url string, s *spec.Spec) {
	b.again(url)
	choose := func(id, value string) {
		b.eval(fmt.Sprintf(`document.getElementById(%q).value = %q, search.dispatchEvent(new Event("input")), 0`, id, value), nil)
	}
	sso := s.API("sso")
	choose("api", "sso")
	b.equal("api", shown+".length", fmt.Sprint(len(sso.Codes)+len(sso.Retired)))
	status := sso.Codes[0].HTTP.Number
	n := 0
	for _, c := range sso.Codes {
		if c.HTTP != nil && c.HTTP.Number == status {
			n++
		}
	}
	choose("http", fmt.Sprint(status))
	b.equal("api and status", shown+".length", fmt.Sprint(n))
	choose("http", "")
	category := sso.Categories[0]
	choose("categories", category.Name)
	b.equal("api and category", shown+".length", fmt.Sprint(len(category.Codes)))
	b.equal("address", `location.search`, "?api=sso&categories="+category.Name)
	b.equal("a filter that does not exist", `(() => { const u = new URL(location); u.search = "?api=none"; return u.href })()`, url+"?api=none")
	b.open(url + "?api=none")
	b.equal("a filter that does not exist", `document.getElementById("api").value`, "")
}

func testKeyboard(b *browser, url, all string) {
	b.open(url)
	b.press("Tab")
	b.equal("first", focus, "#codes") // the skip link
	b.equal("the skip link is visible", `document.activeElement.getBoundingClientRect().left >= 0`, "true")
	b.shoot("skip")
	b.press("Tab")
	b.press("Tab")
	b.equal("the box", focus, "q")
	b.enter("password wron")
	b.keys("g")
	b.equal("typed", first, "sso-1198")
	b.equal("address", `location.search`, "?q=password+wrong")
	b.shoot("typed")
	b.press("Enter")
	b.settle()
	b.equal("enter", focus, "#sso-1198")
	b.press("Enter")
	b.settle()
	b.equal("enter on the answer", `location.hash`, "#sso-1198")
	b.shoot("answer")
	b.call("Page.reload", nil, nil)
	b.events = nil
	b.wait("Page.loadEventFired")
	b.settle()
	b.equal("reload", `document.getElementById("q").value`, "password wrong")
	b.equal("reload", first, "sso-1198")

	b.open(url + "?q=token&api=sso")
	for range 7 { // skip link, details, box, three filters, Clear
		b.press("Tab")
	}
	b.equal("clear", `document.activeElement.textContent`, "Clear")
	b.press("Enter")
	b.settle()
	b.equal("cleared", count, all)
	b.equal("cleared", `location.search`, "")
	b.equal("cleared", focus, "q")
	for _, id := range []string{"q", "api", "http", "categories"} {
		b.equal("label of "+id, fmt.Sprintf(`document.querySelector("label[for=%s]").checkVisibility()`, id), "true")
		b.equal("height of "+id, fmt.Sprintf(`document.getElementById(%q).offsetHeight >= 24`, id), "true")
	}
}

func testLinks(b *browser, url, all string) {
	b.open(url + "#sso-1198")
	b.equal("a link that the search hides", count, all)
	b.lands("a link that the search hides", "sso-1198")
	b.equal("its address", `location.search + location.hash`, "#sso-1198")
	b.eval(`location.hash = "#customer-identity-970", 0`, nil)
	b.settle()
	b.enter("zebra")
	b.eval(`location.hash = "#sso-1198", 0`, nil)
	b.settle()
	b.equal("a link followed later", count, all)
	b.lands("a link followed later", "sso-1198")
	b.open(url + "#%E0%A4%A")
	b.equal("a link that is no text", count, all)
}

// testParity checks that the page finds what package find finds, in the same order. It asks for all queries at once, so
// that the browser need not draw the page after each.
func testParity(b *browser, url string, s *spec.Spec) {
	b.again(url)
	x := find.New(s, find.Options{})
	data, err := os.ReadFile("../../spec/find/testdata/queries.txt")
	if err != nil {
		b.t.Fatal(err)
	}
	var queries []string
	for line := range strings.Lines(string(data)) {
		if query, _, ok := strings.Cut(line, " => "); ok {
			queries = append(queries, query)
		}
	}
	if len(queries) < 60 {
		b.t.Errorf("%d queries", len(queries))
	}
	list, err := json.Marshal(queries)
	if err != nil {
		b.t.Fatal(err)
	}
	var shownFor [][]string
	b.eval(fmt.Sprintf(`%s.map(query => { q.value = query; q.dispatchEvent(new Event("input", {bubbles: true})); return %s })`, list, shown), &shownFor)
	for i, query := range queries {
		var want []string
		for _, m := range slices.Concat(x.Exact(query).Codes, x.Words(query)) {
			if id := m.API.Anchor(m.Code.Wire()); !slices.Contains(want, id) {
				want = append(want, id)
			}
		}
		if got := shownFor[i]; !slices.Equal(got, want) {
			b.t.Errorf("%q: the page has %d codes, %q …, want %d, %q …", query, len(got), got[:min(5, len(got))], len(want), want[:min(5, len(want))])
		}
	}
}

// testIsolation checks that the page requests nothing but itself, from disk and from a server, also where a checkout has
// changed its line endings.
func testIsolation(b *browser, url string, data []byte) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(data)
	}))
	defer server.Close()
	crlf := writeFile(b.t, []byte(strings.ReplaceAll(string(data), "\n", "\r\n")))
	for _, url := range []string{url, server.URL + "/", crlf} {
		b.open(url)
		b.enter("sso 1198")
		b.equal(url, first, "sso-1198")
		requests := slices.DeleteFunc(b.requests(), func(u string) bool { return strings.HasSuffix(u, "/favicon.ico") }) // the browser's own
		if !slices.Equal(requests, []string{url}) {
			b.t.Errorf("requests: %q", requests)
		}
		if log := b.log(); len(log) > 0 {
			b.t.Errorf("%s: log: %q", url, log)
		}
	}
}

func testWithoutScript(b *browser, url string, total int) {
	b.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	defer b.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": false}, nil)
	b.call("Page.navigate", map[string]any{"url": url + "#sso-1198"}, nil)
	b.events = nil
	b.wait("Page.loadEventFired")
	b.equal("codes", shown+".length", fmt.Sprint(total))
	b.equal("form", `document.getElementById("search").checkVisibility()`, "false")
	b.equal("link", `Math.abs(document.getElementById("sso-1198").getBoundingClientRect().top) < innerHeight`, "true")
	b.shoot("no-script")
}

// testHostile checks in the browser that texts of a spec become no elements, and that what somebody adds to the page is
// blocked.
func testHostile(b *browser, data []byte) {
	page := render(b.t, hostile(b.t), html.Options{})
	url := writeFile(b.t, page)
	b.open(url)
	b.equal("articles", `document.querySelectorAll("article").length`, fmt.Sprint(len(attacks)+1))
	b.equal("active elements", `document.querySelectorAll("script, img, svg, iframe, object, embed, form, base, link, style, meta").length`, "6") // its own
	b.enter("hacked")
	b.equal("found", shown+".length > 5", "true")
	b.enter("<script>hacked = 1</script>")
	b.equal("typed", `typeof hacked`, "undefined")
	if requests, log := b.requests(), b.log(); len(requests) != 1 || len(log) > 0 {
		b.t.Errorf("requests %q, log %q", requests, log)
	}

	evil := `<main id="codes"><img src=x onerror="hacked = 1"><script>hacked = 2</script><img src="https://example.com/x.png"><style>body{color:red}</style>`
	b.open(writeFile(b.t, bytes.Replace(data, []byte(`<main id="codes" tabindex="-1">`), []byte(evil), 1)))
	b.equal("injected", `typeof hacked`, "undefined")
	b.equal("injected", `getComputedStyle(document.body).color == "rgb(255, 0, 0)"`, "false")
	for len(b.blocked()) < 2 {
		b.read()
	}
	if requests := b.requests(); len(requests) != 3 {
		b.t.Errorf("injected: requests %q", requests)
	}
}

// TestAxe runs axe-core on a small page, where LRCODES_AXE names its script.
func TestAxe(t *testing.T) {
	path := os.Getenv("LRCODES_AXE")
	if path == "" {
		t.Skip("LRCODES_AXE does not name the script of axe-core")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := startBrowser(t)
	s := spectest.Builtin(t)
	small := *s.API("sso")
	small.Codes = small.Codes[:20]
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int{320, 1280} {
			b.size(width, 900)
			b.scheme(scheme)
			b.open(writeFile(t, render(t, s, html.Options{APIs: []*spec.API{&small}})))
			b.eval(`document.querySelectorAll("article").forEach(a => a.style.contentVisibility = "visible"), 0`, nil)
			b.eval(string(axe)+"\n0", nil)
			var result struct {
				Passes                 int
				Violations, Incomplete []string
			}
			b.eval(`axe.run().then(r => ({passes: r.passes.length, violations: r.violations.map(v => v.id + " " + v.nodes[0].html), incomplete: r.incomplete.map(v => v.id)}))`, &result)
			t.Logf("%s, %d wide: %d passes", scheme, width, result.Passes)
			if result.Passes < 20 || len(result.Violations)+len(result.Incomplete) > 0 {
				t.Errorf("%s, %d wide: violations %q, incomplete %q", scheme, width, result.Violations, result.Incomplete)
			}
		}
	}
}
