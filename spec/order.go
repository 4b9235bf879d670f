package spec

import (
	"slices"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// defined reports whether the source that names the API first defines it: with a title, and with an envelope.
func (a *apiDraft) defined() bool {
	return len(a.envelopes) > 0 && slices.ContainsFunc(a.values["title"], func(v apiValue) bool { return v.source == a.source })
}

// extendsBuiltin reports whether the files name an api of the builtin spec that they do not define. One that has the title
// of the builtin spec needs an envelope that is not that of another api: it is probably an extension that repeats the title.
func (d *draft) extendsBuiltin() bool {
	return slices.ContainsFunc(d.apis, func(a *apiDraft) bool {
		title, ok := builtinTitles()[a.api.ID]
		if !ok || !a.defined() {
			return ok
		}
		ofOther := len(a.own) == 0 && a.envelopes[0].api != nil && a.envelopes[0].api != a
		return ofOther && a.values["title"][0].text == title
	})
}

// dropMisplaced reports apis that a source extends before a later one defines them, and those of the builtin spec that
// nothing defines. It removes them, because all else that could be said of them follows from the order.
func (d *draft) dropMisplaced() {
	if d.unread {
		return // the definition may be in the file that could not be read
	}
	d.apis = slices.DeleteFunc(d.apis, func(a *apiDraft) bool {
		_, ofBuiltin := builtinTitles()[a.api.ID]
		later, ok := a.laterTitle()
		switch {
		case ok && IsBuiltin(later.at), ofBuiltin && !a.defined():
			d.errorf(a.api.Position, strict.RuleMissingKey, "%q is an api of builtin: list builtin before this source", a.api.ID)
		case ok && len(a.envelopes) == 0:
			d.errorf(a.api.Position, strict.RuleMissingKey, "api %q is defined by a later source (%s): list that before this source", a.api.ID, later.at)
		default:
			return false
		}
		return true
	})
}

// laterTitle returns the first title that another source than the first gives the API.
func (a *apiDraft) laterTitle() (apiValue, bool) {
	titles := a.values["title"]
	if i := slices.IndexFunc(titles, func(v apiValue) bool { return v.source != a.source }); i >= 0 {
		return titles[i], true
	}
	return apiValue{}, false
}
