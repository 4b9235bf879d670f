package spec

import (
	"cmp"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkDefined reports apis that no file defines, and apis without an envelope. An api without a title is probably one
// that another source defines, so nothing else is asked of it.
func checkDefined(d *draft, r reporter) {
	if d.unread {
		return // what is missing may be in the file that could not be read
	}
	for _, a := range d.apis {
		switch {
		case a.api.ID == "":
		case !a.api.keys.has("title"):
			r.errorf(a.api.Position, "api %q lacks \"title\", the title of its docs page%s", a.api.ID, d.otherAPI(a))
		case len(a.envelopes) == 0:
			r.errorf(a.api.Position, "api %q lacks \"envelope\", the fields of its error responses; for example envelope: [{name: code, type: %s, role: code}, {name: message, type: string, role: message}]",
				a.api.ID, a.codeType())
		}
	}
}

// otherAPI returns the end of a message about an api that may be another one misspelled.
func (d *draft) otherAPI(a *apiDraft) string {
	ids := BuiltinAPIs()
	for _, other := range d.apis {
		if other.api.keys.has("title") {
			ids = append(ids, other.api.ID)
		}
	}
	if near := diag.Nearest(a.api.ID, ids); near != "" && near != a.api.ID {
		return diag.DidYouMean(a.api.ID, ids)
	}
	return ""
}

// codeType returns the type that a code field of the API would have.
func (a *apiDraft) codeType() string {
	for _, c := range a.codes {
		if c.code.Text != "" {
			return "string"
		}
	}
	return "integer"
}

// checkPackages reports packages that two apis share, and ids that make no package name.
func checkPackages(d *draft, r reporter) {
	d.checkKeys(r)
	first := make(map[string]*apiDraft)
	for _, a := range d.apis {
		at := a.api.PositionOf("package")
		if problem := apiPackageProblem(a.api.Package); problem != "" && a.values["package"] == nil && a.api.ID != "" {
			r.errorf(at, "%s; give api %q a package key", problem, a.api.ID)
		}
		if other := first[a.api.Package]; other != nil && a.api.Package != "" {
			r.errorf(at, "package %q is already the package of api %q (%s)", a.api.Package, other.api.ID, other.api.Position)
		}
		first[a.api.Package] = cmp.Or(first[a.api.Package], a)
	}
}

// checkAPIs reports ids that would make two things on one page have the same anchor: those of a category or a status of
// one api begin like those of the codes of the other.
func checkAPIs(d *draft, r reporter) {
	d.checkKeys(r)
	for _, a := range d.apis {
		for _, other := range d.apis {
			rest, ok := strings.CutPrefix(a.api.ID, other.api.ID+"-")
			if ok && (rest == "http" || rest == "category") {
				r.errorf(a.api.Position, "api id %q is reserved: the anchors of api %q (%s) begin with it", a.api.ID, other.api.ID, other.api.Position)
			}
		}
	}
}
