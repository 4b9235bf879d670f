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
	own       []*envelope           // under api
	envelopes []*envelope           // those that may be its envelope
	codes     []*codeDraft
	partial   bool // a category could not be read
	lacksCode bool // a code could not be read
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

// errorf reports a problem that is found while the draft is built.
func (d *draft) errorf(at diag.Position, rule, format string, args ...any) {
	d.diags.Add(at, rule, format, args...)
}

// addStatuses adds the HTTP statuses of a file.
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

// addSynthetic adds the numbers of SDKs of a file.
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

// addAPI adds the sections of a file to the draft of its API, and returns it, or nil if the file has no api.
func (d *draft) addAPI(f file) *apiDraft {
	sections := []string{"categories", "codes", "retired"}
	if !f.root.Has("api") {
		i := slices.IndexFunc(sections, f.root.Has)
		if i < 0 {
			return nil
		}
		d.errorf(f.root.KeyPosition(sections[i]), strict.RuleMissingKey,
			"the file has %s but no api: add api: {id: …, title: …} to say which API they belong to", sections[i])
	}
	v := f.root.Key("api")
	a := d.apiOf(v, f.source)
	a.addKeys(v, f.source)
	if env := newEnvelope(v, f.source, a); env != nil {
		a.own = append(a.own, env)
	}
	a.addSections(f)
	return a
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

// addSections adds the categories, codes and tombstones of a file.
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
	a.lacksCode = a.lacksCode || !f.root.Complete("codes")
	for _, v := range f.root.Key("codes").Items() {
		c := newCode(v, f.source)
		a.lacksCode = a.lacksCode || !c.identified()
		a.codes = append(a.codes, c)
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

// newCode returns the draft of a code. Its name, aliases and categories keep their positions, for the rules to report.
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

// dataOf returns the data of a code.
func dataOf(v *strict.Value) []*DataField {
	var fields []*DataField
	for _, item := range v.Key("data").Items() {
		fields = append(fields, &DataField{
			Name:        item.Key("name").Text(),
			Type:        item.Key("type").Text(),
			Description: proseOf(item.Key("description")),
			Example:     item.Key("example").Text(),
			Position:    cmp.Or(item.Key("name").Position(), item.Position()),
			keys:        positionsOf(item),
		})
	}
	return fields
}

// identified reports whether the entry has a code that could be read.
func (c *codeDraft) identified() bool { return c.code.Number != 0 || c.code.Text != "" }

// refOf returns the name that a value is.
func refOf(v *strict.Value) ref { return ref{v.Text(), v.Position()} }

// refsOf returns the names in a list.
func refsOf(v *strict.Value) []ref {
	var refs []ref
	for _, item := range v.Items() {
		refs = append(refs, refOf(item))
	}
	return refs
}

// proseOf returns a text without the newline that YAML appends to a block scalar.
func proseOf(v *strict.Value) string { return strings.TrimSuffix(v.Text(), "\n") }
