package spec

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// draft is a spec while it is linked: objects beside the words that still have to be proved.
type draft struct {
	files    []file
	diags    diag.Diagnostics
	partial  bool // some file or status could not be read
	statuses []*Status
	names    []word // of the statuses, in their order
	envelope []*fields
	apis     []*apiDraft

	synthetic []*Synthetic
}

type file struct {
	source int // position in the list of sources
	root   *strict.Value
}

// word is a text with its position.
type word struct {
	text string
	at   diag.Position
}

// fields is an envelope as one file gives it.
type fields struct {
	list []*Field
	at   diag.Position
}

// apiDraft is an API while it is linked.
type apiDraft struct {
	*API
	titles     []word
	packages   []word
	envelope   []*fields
	categories []word
	codes      []*codeDraft
	retired    []*Retired
}

// codeDraft is a code while it is linked. Its name, aliases and categories are still words.
type codeDraft struct {
	*Code
	source     int
	at         *strict.Value
	override   bool
	name       word
	aliases    []word
	categories []word
}

func (d *draft) errorf(at diag.Position, rule, format string, args ...any) {
	d.diags.Add(at, rule, format, args...)
}

// link turns the values of the files into objects: first all objects, then what later sources override, then what
// objects name, then the defaults.
func (d *draft) link() {
	for _, f := range d.files {
		d.addStatuses(f.root)
		if env := newFields(f.root); env != nil {
			d.envelope = append(d.envelope, env)
		}
		d.addAPI(f)
		d.addSynthetic(f.root)
	}
	for _, a := range d.apis {
		d.applyOverrides(a)
		a.complete()
	}
	for _, a := range d.apis {
		d.linkCodes(a)
	}
}

func (d *draft) addStatuses(root *strict.Value) {
	for _, v := range root.Key("statuses").Items() {
		d.partial = d.partial || v.Key("status") == nil
		d.statuses = append(d.statuses, &Status{
			Number:      v.Key("status").Int(),
			Name:        v.Key("name").Text(),
			Message:     v.Key("message").Text(),
			Description: prosaic(v.Key("description")),
			Retryable:   v.Key("retryable").Bool(),
			Position:    v.Key("status").Position(),
		})
		d.names = append(d.names, wordOf(v.Key("name")))
	}
}

func (d *draft) addSynthetic(root *strict.Value) {
	for _, v := range root.Key("synthetic").Items() {
		s := &Synthetic{SDK: v.Key("sdk").Text(), Description: prosaic(v.Key("description")), Position: v.Key("sdk").Position()}
		for _, number := range v.Key("codes").Items() {
			s.Numbers = append(s.Numbers, number.Int())
		}
		slices.Sort(s.Numbers)
		d.synthetic = append(d.synthetic, s)
	}
}

// newFields reads the envelope of a file or an api, or returns nil where there is none.
func newFields(v *strict.Value) *fields {
	if !v.Has("envelope") {
		return nil
	}
	env := &fields{at: v.KeyPosition("envelope")}
	for _, item := range v.Key("envelope").Items() {
		f := &Field{
			Name:     item.Key("name").Text(),
			Type:     item.Key("type").Text(),
			Role:     Role(item.Key("role").Text()),
			Nullable: item.Key("nullable").Bool(),
			Position: item.Position(),
		}
		f.GoName = f.goName()
		env.list = append(env.list, f)
	}
	return env
}

// addAPI adds what a file says of its API to the draft of that API.
func (d *draft) addAPI(f file) {
	sections := []string{"categories", "codes", "retired"}
	if !f.root.Has("api") {
		if i := slices.IndexFunc(sections, f.root.Has); i >= 0 {
			d.errorf(f.root.KeyPosition(sections[i]), strict.RuleMissingKey,
				"%s stand in a file that does not say which API they are of: add api: {id: …, title: …}", sections[i])
		} else {
			return
		}
	}
	v := f.root.Key("api")
	a := d.api(v)
	if v.Key("title").Text() != "" {
		a.titles = append(a.titles, wordOf(v.Key("title")))
	}
	if v.Key("package").Text() != "" {
		a.packages = append(a.packages, wordOf(v.Key("package")))
	}
	if env := newFields(v); env != nil {
		a.envelope = append(a.envelope, env)
	}
	a.Source = cmp.Or(a.Source, v.Key("source").Text())
	a.Note = cmp.Or(a.Note, prosaic(v.Key("note")))
	a.Docs = cmp.Or(a.Docs, v.Key("docs").Text())
	a.SDK = cmp.Or(a.SDK, v.Key("sdk").Text())
	a.addSections(f)
}

// api returns the draft of the API that a mapping names, a new one where it is the first to name it.
func (d *draft) api(v *strict.Value) *apiDraft {
	id := v.Key("id").Text()
	i := slices.IndexFunc(d.apis, func(a *apiDraft) bool { return a.ID == id && id != "" })
	if i < 0 {
		i = len(d.apis)
		d.apis = append(d.apis, &apiDraft{API: &API{ID: id, Position: v.Key("id").Position()}})
	}
	return d.apis[i]
}

func (a *apiDraft) addSections(f file) {
	for _, v := range f.root.Key("categories").Items() {
		name := wordOf(v.Key("name"))
		a.categories = append(a.categories, name)
		a.Categories = append(a.Categories, &Category{Name: name.text, Description: prosaic(v.Key("description")), Position: name.at})
	}
	for _, v := range f.root.Key("codes").Items() {
		a.codes = append(a.codes, newCode(v, f.source))
	}
	for _, v := range f.root.Key("retired").Items() {
		a.retired = append(a.retired, &Retired{
			Number:   v.Key("code").Int(),
			Text:     v.Key("code").Text(),
			Name:     v.Key("name").Text(),
			Reason:   prosaic(v.Key("reason")),
			Position: cmp.Or(v.Key("code").Position(), v.Position()),
		})
	}
}

func newCode(v *strict.Value, source int) *codeDraft {
	return &codeDraft{
		Code: &Code{
			Number:      v.Key("code").Int(),
			Text:        v.Key("code").Text(),
			Message:     v.Key("message").Text(),
			Description: prosaic(v.Key("description")),
			Retryable:   v.Key("retryable").Bool(),
			Unused:      v.Key("unused").Bool(),
			Also:        v.Key("also").Texts(),
			Note:        prosaic(v.Key("note")),
			Position:    cmp.Or(v.Key("code").Position(), v.Position()),
		},
		source:     source,
		at:         v,
		override:   v.Key("override").Bool(),
		name:       wordOf(v.Key("name")),
		aliases:    wordsOf(v.Key("aliases")),
		categories: wordsOf(v.Key("categories")),
	}
}

// complete fills in what an API leaves to its defaults.
func (a *apiDraft) complete() {
	a.Package = strings.ReplaceAll(a.ID, "-", "")
	for _, p := range a.packages {
		a.Package = cmp.Or(p.text, a.Package)
	}
	for _, t := range a.titles {
		a.Title = cmp.Or(a.Title, t.text)
	}
	a.Retired = a.retired
}

// linkCodes resolves the statuses and categories that the codes of an API name. Names that mean nothing are left to
// the rules.
func (d *draft) linkCodes(a *apiDraft) {
	categories := make(map[string]*Category, len(a.Categories))
	for _, c := range a.Categories {
		categories[c.Name] = c
	}
	statuses := make(map[int]*Status, len(d.statuses))
	for _, s := range d.statuses {
		statuses[s.Number] = s
	}
	for _, c := range a.codes {
		c.Name = c.name.text
		c.HTTP = statuses[c.at.Key("http").Int()]
		for _, alias := range c.aliases {
			c.Aliases = append(c.Aliases, alias.text)
		}
		for _, w := range c.categories {
			if category := categories[w.text]; category != nil && !slices.Contains(c.Categories, category) {
				c.Categories = append(c.Categories, category)
			}
		}
		a.Codes = append(a.Codes, c.Code)
	}
}

// spec returns the linked spec, in its final order. It is called only for a draft without problems.
func (d *draft) spec() *Spec {
	s := &Spec{Statuses: d.statuses, Synthetic: d.synthetic}
	slices.SortStableFunc(s.Synthetic, func(a, b *Synthetic) int { return cmp.Compare(a.SDK, b.SDK) })
	slices.SortFunc(s.Statuses, func(a, b *Status) int { return cmp.Compare(a.Number, b.Number) })
	for _, a := range d.apis {
		slices.SortFunc(a.Codes, func(x, y *Code) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		slices.SortFunc(a.Retired, func(x, y *Retired) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		for _, c := range a.Codes {
			for _, category := range c.Categories {
				category.Codes = append(category.Codes, c)
			}
		}
		a.Envelope = d.envelopeOf(a)
		s.APIs = append(s.APIs, a.API)
	}
	slices.SortFunc(s.APIs, func(a, b *API) int { return cmp.Compare(a.ID, b.ID) })
	return s
}

func compareWire(a, b int, s, t string) int { return cmp.Or(cmp.Compare(a, b), cmp.Compare(s, t)) }

func wordOf(v *strict.Value) word { return word{v.Text(), v.Position()} }

func wordsOf(v *strict.Value) []word {
	var words []word
	for _, item := range v.Items() {
		words = append(words, wordOf(item))
	}
	return words
}

// prosaic returns a text without the line break that ends a block scalar.
func prosaic(v *strict.Value) string { return strings.TrimSuffix(v.Text(), "\n") }
