package spec

import (
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// apiKey is a key of an API that several files may have.
type apiKey struct {
	name      string
	rule      string // reports values that contradict each other
	latest    bool   // the value of the latest source counts, so that an extension may have another one
	set       func(a *API, text string)
	byDefault func(a *API) string
}

var apiKeys = []apiKey{
	{name: "title", rule: ruleBadAPI, set: func(a *API, text string) { a.Title = text }},
	{name: "package", rule: ruleBadPackage, set: func(a *API, text string) { a.Package = text },
		byDefault: func(a *API) string { return strings.ReplaceAll(a.ID, "-", "") }},
	{name: "texts", rule: ruleBadAPI, set: func(a *API, text string) { a.Texts = Texts(text) },
		byDefault: func(*API) string { return string(TextsService) }},
	{name: "sdk", rule: ruleBadAPI, set: func(a *API, text string) { a.SDK = text }},
	{name: "source", rule: ruleBadAPI, latest: true, set: func(a *API, text string) { a.Source = text }},
	{name: "docs", rule: ruleBadAPI, latest: true, set: func(a *API, text string) { a.Docs = text }},
	{name: "note", rule: ruleBadAPI, latest: true, set: func(a *API, text string) { a.Note = text }},
}

// apiValue is the value that one file has for a key of an API.
type apiValue struct {
	ref
	source int
}

// addKeys adds the values that a file has for the keys of the API.
func (a *apiDraft) addKeys(v *strict.Value, source int) {
	for _, k := range apiKeys {
		if text := proseOf(v.Key(k.name)); text != "" {
			a.values[k.name] = append(a.values[k.name], apiValue{ref{text, v.Key(k.name).Position()}, source})
		}
	}
	a.api.keys = a.api.keys.add(positionsOf(v))
}

// complete sets the keys of the API, or their defaults.
func (a *apiDraft) complete() {
	for _, k := range apiKeys {
		if value, ok := a.chosen(k); ok {
			k.set(a.api, value.text)
			a.api.keys = a.api.keys.set(k.name, value.at)
		} else if k.byDefault != nil {
			k.set(a.api, k.byDefault(a.api))
		}
	}
}

// chosen returns the value that counts: the first one, or the first one of the latest source.
func (a *apiDraft) chosen(k apiKey) (apiValue, bool) {
	values := a.values[k.name]
	if len(values) == 0 {
		return apiValue{}, false
	}
	if !k.latest {
		return values[0], true
	}
	last := values[len(values)-1].source
	return values[slices.IndexFunc(values, func(v apiValue) bool { return v.source == last })], true
}

// checkKeys reports the values of keys that contradict an earlier one, by the rule of the key. A later source may have
// another value for a key whose latest value counts.
func (d *draft) checkKeys(r reporter) {
	for _, a := range d.apis {
		for _, k := range apiKeys {
			var first *apiValue
			for _, v := range a.values[k.name] {
				if first == nil || k.latest && v.source != first.source {
					first = &v
				}
				if v.text != first.text && k.rule == r.rule {
					r.errorf(v.at, "api %q has the %s %q, but also %q (%s)", a.api.ID, k.name, v.text, first.text, first.at)
				}
			}
		}
	}
}
