package find

import (
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// grammar is what the codes of a spec look like in a text.
type grammar struct {
	heads    [1 << 16]bool // the two bytes that a pattern begins with: asked at every byte of a text
	patterns map[byte][]pattern
	apis     map[string]*spec.API
	codes    map[string][]string // code on the wire → the APIs that have it, live or retired
}

// pattern is a word that a code may follow.
type pattern struct {
	word  string // in lower case
	read  func(g *grammar, p *pattern, b []byte, start int) (hit, bool)
	apis  []string // of a field: the APIs whose code it is; of an id: the API
	plain bool     // of a field: its name is one word, so it must be a quoted key
}

// hit is a code in a text.
type hit struct {
	api   string   // "" where the text does not name it
	known []string // where api is "": the APIs that have the field and know the code
	wire  string
	end   int
}

// problemField is the field of the code in the problem details that the generated packages write.
const problemField = "error_code"

func newGrammar(apis []*spec.API) *grammar {
	g := &grammar{patterns: make(map[byte][]pattern), apis: make(map[string]*spec.API), codes: make(map[string][]string)}
	fields := make(map[string][]string) // by the words of the name
	fields[fieldKey(problemField)] = nil
	for _, a := range apis {
		g.apis[a.ID] = a
		for _, c := range a.Codes {
			g.codes[c.Wire()] = append(g.codes[c.Wire()], a.ID)
		}
		for _, r := range a.Retired {
			g.codes[r.Wire()] = append(g.codes[r.Wire()], a.ID)
		}
		key := fieldKey(codeField(a))
		fields[key] = append(fields[key], a.ID)
		g.add(pattern{word: a.ID, read: (*grammar).printed, apis: []string{a.ID}})
	}
	g.add(pattern{word: "api", read: (*grammar).group})
	for key, apis := range fields {
		p := pattern{word: key, read: (*grammar).field, apis: apis, plain: !strings.Contains(key, "_")}
		g.add(p)
		if p.word = strings.ReplaceAll(key, "_", ""); p.word != key {
			g.add(p)
		}
	}
	return g
}

// codeField returns the last key of the path to the code in an API's envelope.
func codeField(a *spec.API) string {
	i := slices.IndexFunc(a.Envelope, func(f *spec.Field) bool { return f.Role == spec.RoleCode })
	if i < 0 {
		return problemField
	}
	name := a.Envelope[i].Name
	return name[strings.LastIndexByte(name, '.')+1:]
}

// fieldKey returns the words of the name of a field, with _ between them: error_code for ErrorCode.
func fieldKey(name string) string { return strings.Join(splitWords(name), "_") }

// add adds a pattern under its first letters in both cases.
func (g *grammar) add(p pattern) {
	lower, upper := p.word, strings.ToUpper(p.word)
	for _, first := range []byte{lower[0], upper[0]} {
		g.patterns[first] = append(g.patterns[first], p)
		for second := range 256 {
			c := byte(second)
			if len(p.word) == 1 || c == lower[1] || c == upper[1] {
				g.heads[head(first, c)] = true
			}
		}
	}
}

// head returns the index of two bytes in heads.
func head(a, b byte) int { return int(a)<<8 | int(b) }

// hit returns the code that a pattern at i introduces.
func (g *grammar) hit(b []byte, i int) (hit, bool) {
	for n := range g.patterns[b[i]] {
		p := &g.patterns[b[i]][n]
		if end := i + len(p.word); end < len(b) && !inWord(b[end]) && equalFold(b[i:end], p.word) {
			if h, ok := p.read(g, p, b, i); ok {
				return h, true
			}
		}
	}
	return hit{}, false
}

// equalFold reports whether text is a lower-case word of ASCII in any case.
func equalFold(text []byte, word string) bool {
	for i, c := range text {
		if lower(c) != word[i] {
			return false
		}
	}
	return true
}

// knows reports whether an API has a code.
func (g *grammar) knows(api, wire string) bool { return slices.Contains(g.codes[wire], api) }

// field reads the value of a field that has the role code: "ErrorCode": 970.
func (g *grammar) field(p *pattern, b []byte, start int) (hit, bool) {
	m, ok := readMember(b, start, start+len(p.word))
	if !ok {
		return hit{}, false
	}
	if id, code, ok := g.apiAfter(b, m); ok {
		return hit{api: id, wire: code, end: m.end}, true
	}
	h := hit{end: m.end}
	numeric := false
	for _, id := range p.apis {
		wire, ok := wireValue(g.apis[id], m.value)
		if !ok {
			continue
		}
		numeric = numeric || !g.apis[id].Textual()
		if h.wire = wire; g.knows(id, wire) {
			h.known = append(h.known, id)
		}
	}
	if len(h.known) > 0 {
		h.wire, _ = wireValue(g.apis[h.known[0]], m.value)
		return h, !p.plain || m.quotedKey
	}
	return h, h.wire != "" && numeric && !p.plain
}

// apiAfter reads the api that follows a code in the same object, as in problem details: "error_code": 970, "api":
// "customer-identity".
func (g *grammar) apiAfter(b []byte, m member) (id, wire string, ok bool) {
	next, ok := nextMember(b, m.end)
	if !ok || !strings.EqualFold(next.key, "api") || next.path != m.path || g.apis[next.value] == nil {
		return "", "", false
	}
	wire, ok = wireValue(g.apis[next.value], m.value)
	return next.value, wire, ok
}

// group reads the code that follows an api, as in the logs of slog: err.api=customer-identity err.code=970.
func (g *grammar) group(p *pattern, b []byte, start int) (hit, bool) {
	m, ok := readMember(b, start, start+len(p.word))
	if !ok || g.apis[m.value] == nil {
		return hit{}, false
	}
	next, ok := nextMember(b, m.end)
	if key := fieldKey(next.key); !ok || next.path != m.path || key != "code" && key != problemField {
		return hit{}, false
	}
	wire, ok := wireValue(g.apis[m.value], next.value)
	return hit{api: m.value, wire: wire, end: next.end}, ok
}

// printed reads the form in which a generated package prints an error: customer-identity 970: Email not verified.
func (g *grammar) printed(p *pattern, b []byte, start int) (hit, bool) {
	i := start + len(p.word)
	if b[i] != ' ' || start > 0 && strings.IndexByte("-./", b[start-1]) >= 0 {
		return hit{}, false
	}
	token := bareValue(b, i+1)
	colon := i+1+len(token) < len(b) && b[i+1+len(token)] == ':'
	a := g.apis[p.apis[0]]
	wire, ok := wireValue(a, token)
	h := hit{api: a.ID, wire: wire, end: i + 1 + len(token)}
	return h, ok && (g.knows(a.ID, wire) || colon && !a.Textual())
}
