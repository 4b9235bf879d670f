package spec

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// draft is a partly linked spec: objects, and references by name that the rules have yet to check.
type draft struct {
	files     []file
	diags     diag.Diagnostics
	unread    bool // a file could not be read
	partial   bool // a file or a status could not be read, so that a declaration may be missing
	statuses  []*statusDraft
	envelopes []*envelope // of the sources
	apis      []*apiDraft
	synthetic []*Synthetic
}

type file struct {
	source int // index in the list of sources
	root   *strict.Value
}

// ref is a name with its position.
type ref struct {
	text string
	at   diag.Position
}

// statusDraft is an HTTP status with what only linking needs.
type statusDraft struct {
	status   *Status
	source   int
	value    *strict.Value
	override bool
}

// apiDraft is a partly linked API.
type apiDraft struct {
	api       *API
	source    int                   // the first one that names the API
	values    map[string][]apiValue // by the names of apiKeys
	envelopes []*envelope
	codes     []*codeDraft
	partial   bool // a category could not be read
}

// codeDraft is a partly linked code: its name, aliases and categories are still references.
type codeDraft struct {
	code         *Code
	source       int
	value        *strict.Value
	override     bool
	nameRef      ref
	aliasRefs    []ref
	categoryRefs []ref
	http         int
}

func (d *draft) errorf(at diag.Position, rule, format string, args ...any) {
	d.diags.Add(at, rule, format, args...)
}

// link turns the values of the files into objects: first all objects, then the overrides of later sources, then the
// references, then the defaults.
func (d *draft) link() {
	for _, f := range d.files {
		d.addStatuses(f)
		if env := newEnvelope(f.root, f.source); env != nil {
			d.envelopes = append(d.envelopes, env)
		}
		d.addAPI(f)
		d.addSynthetic(f.root)
	}
	d.applyStatusOverrides()
	for _, a := range d.apis {
		d.applyOverrides(a)
		a.complete()
		a.api.Envelope = d.envelopeOf(a)
	}
	for _, a := range d.apis {
		d.linkCodes(a)
	}
}

func (d *draft) addStatuses(f file) {
	d.partial = d.partial || !f.root.Complete("statuses")
	for _, v := range f.root.Key("statuses").Items() {
		d.partial = d.partial || v.Key("status") == nil
		d.statuses = append(d.statuses, &statusDraft{
			status: &Status{
				Number:      v.Key("status").Int(),
				Name:        v.Key("name").Text(),
				Message:     v.Key("message").Text(),
				Description: proseOf(v.Key("description")),
				Retryable:   v.Key("retryable").Bool(),
				Position:    v.Key("status").Position(),
				keys:        positionsOf(v),
			},
			source:   f.source,
			value:    v,
			override: v.Key("override").Bool(),
		})
	}
}

func (d *draft) addSynthetic(root *strict.Value) {
	for _, v := range root.Key("synthetic").Items() {
		s := &Synthetic{SDK: v.Key("sdk").Text(), Description: proseOf(v.Key("description")), Position: v.Key("sdk").Position()}
		for _, number := range v.Key("codes").Items() {
			s.Numbers = append(s.Numbers, number.Int())
		}
		slices.Sort(s.Numbers)
		d.synthetic = append(d.synthetic, s)
	}
}

// addAPI adds the sections of a file to the draft of its API.
func (d *draft) addAPI(f file) {
	sections := []string{"categories", "codes", "retired"}
	if !f.root.Has("api") {
		i := slices.IndexFunc(sections, f.root.Has)
		if i < 0 {
			return
		}
		d.errorf(f.root.KeyPosition(sections[i]), strict.RuleMissingKey,
			"the file has %s but no api: add api: {id: …, title: …} to say which API they belong to", sections[i])
	}
	v := f.root.Key("api")
	a := d.apiOf(v, f.source)
	a.addKeys(v, f.source)
	if env := newEnvelope(v, f.source); env != nil {
		a.envelopes = append(a.envelopes, env)
	}
	a.addSections(f)
}

// apiOf returns the draft of the API that a mapping names, which is a new one if no earlier file names it.
func (d *draft) apiOf(v *strict.Value, source int) *apiDraft {
	id := v.Key("id").Text()
	i := slices.IndexFunc(d.apis, func(a *apiDraft) bool { return a.api.ID == id && id != "" })
	if i < 0 {
		i = len(d.apis)
		d.apis = append(d.apis, &apiDraft{
			api:    &API{ID: id, Position: v.Key("id").Position()},
			source: source,
			values: make(map[string][]apiValue),
		})
	}
	return d.apis[i]
}

func (a *apiDraft) addSections(f file) {
	a.partial = a.partial || !f.root.Complete("categories")
	for _, v := range f.root.Key("categories").Items() {
		a.partial = a.partial || v.Key("name") == nil
		a.api.Categories = append(a.api.Categories, &Category{
			Name:        v.Key("name").Text(),
			Description: proseOf(v.Key("description")),
			Position:    v.Key("name").Position(),
			keys:        positionsOf(v),
		})
	}
	for _, v := range f.root.Key("codes").Items() {
		a.codes = append(a.codes, newCode(v, f.source))
	}
	for _, v := range f.root.Key("retired").Items() {
		a.api.Retired = append(a.api.Retired, &Retired{
			Number:   v.Key("code").Int(),
			Text:     v.Key("code").Text(),
			Name:     v.Key("name").Text(),
			Aliases:  v.Key("aliases").Texts(),
			Reason:   proseOf(v.Key("reason")),
			Position: cmp.Or(v.Key("code").Position(), v.Position()),
		})
	}
}

func newCode(v *strict.Value, source int) *codeDraft {
	return &codeDraft{
		code: &Code{
			Number:      v.Key("code").Int(),
			Text:        v.Key("code").Text(),
			Message:     v.Key("message").Text(),
			Description: proseOf(v.Key("description")),
			Retryable:   v.Key("retryable").Bool(),
			Unused:      v.Key("unused").Bool(),
			Also:        v.Key("also").Texts(),
			Data:        dataOf(v),
			Note:        proseOf(v.Key("note")),
			Position:    cmp.Or(v.Key("code").Position(), v.Position()),
			keys:        positionsOf(v),
		},
		source:       source,
		value:        v,
		override:     v.Key("override").Bool(),
		nameRef:      refOf(v.Key("name")),
		aliasRefs:    refsOf(v.Key("aliases")),
		categoryRefs: refsOf(v.Key("categories")),
		http:         v.Key("http").Int(),
	}
}

func dataOf(v *strict.Value) []*DataField {
	var fields []*DataField
	for _, item := range v.Key("data").Items() {
		fields = append(fields, &DataField{
			Name:        item.Key("name").Text(),
			Type:        item.Key("type").Text(),
			Description: proseOf(item.Key("description")),
			Position:    cmp.Or(item.Key("name").Position(), item.Position()),
		})
	}
	return fields
}

// identified reports whether the entry has a code that could be read.
func (c *codeDraft) identified() bool { return c.code.Number != 0 || c.code.Text != "" }

// linkCodes resolves the statuses and categories that the codes of an API name. The rules report names that are not
// declared.
func (d *draft) linkCodes(a *apiDraft) {
	categories := make(map[string]*Category, len(a.api.Categories))
	for _, c := range a.api.Categories {
		categories[c.Name] = c
	}
	statuses := make(map[int]*Status, len(d.statuses))
	for _, s := range d.statuses {
		statuses[s.status.Number] = s.status
	}
	for _, c := range a.codes {
		c.code.Name = c.nameRef.text
		c.code.HTTP = statuses[c.http]
		for _, alias := range c.aliasRefs {
			c.code.Aliases = append(c.code.Aliases, alias.text)
		}
		for _, r := range c.categoryRefs {
			if category := categories[r.text]; category != nil && !slices.Contains(c.code.Categories, category) {
				c.code.Categories = append(c.code.Categories, category)
			}
		}
		a.api.Codes = append(a.api.Codes, c.code)
	}
}

// spec returns the linked spec in its final order.
func (d *draft) spec() *Spec {
	s := &Spec{Synthetic: d.synthetic}
	for _, draft := range d.statuses {
		s.Statuses = append(s.Statuses, draft.status)
	}
	slices.SortStableFunc(s.Synthetic, func(a, b *Synthetic) int { return cmp.Compare(a.SDK, b.SDK) })
	slices.SortStableFunc(s.Statuses, func(a, b *Status) int { return cmp.Compare(a.Number, b.Number) })
	for _, draft := range d.apis {
		a := draft.api
		slices.SortStableFunc(a.Codes, func(x, y *Code) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		slices.SortStableFunc(a.Retired, func(x, y *Retired) int { return compareWire(x.Number, y.Number, x.Text, y.Text) })
		for _, c := range a.Codes {
			for _, category := range c.Categories {
				category.Codes = append(category.Codes, c)
			}
		}
		s.APIs = append(s.APIs, a)
	}
	slices.SortStableFunc(s.APIs, func(a, b *API) int { return cmp.Compare(a.ID, b.ID) })
	return s
}

func compareWire(a, b int, s, t string) int { return cmp.Or(cmp.Compare(a, b), cmp.Compare(s, t)) }

func refOf(v *strict.Value) ref { return ref{v.Text(), v.Position()} }

func refsOf(v *strict.Value) []ref {
	var refs []ref
	for _, item := range v.Items() {
		refs = append(refs, refOf(item))
	}
	return refs
}

// proseOf returns a text without the newline that YAML appends to a block scalar.
func proseOf(v *strict.Value) string { return strings.TrimSuffix(v.Text(), "\n") }
