package spec

import (
	"cmp"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkDefined reports apis that no file defines, and apis without an envelope.
func checkDefined(d *draft, r reporter) {
	if d.unread {
		return // what is missing may be in the file that could not be read
	}
	for _, a := range d.apis {
		switch {
		case a.api.ID == "":
		case !a.api.keys.has("title"):
			r.errorf(a.api.Position, "api %q lacks \"title\", the title of its docs page%s", a.api.ID, d.otherAPI(a))
		case a.api.Envelope == nil && !a.api.keys.has("envelope"):
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

func checkPackages(d *draft, r reporter) {
	d.checkKeys(r)
	first := make(map[string]*apiDraft)
	for _, a := range d.apis {
		at := a.api.PositionOf("package")
		if problem := PackageProblem(a.api.Package); problem != "" && a.values["package"] == nil && a.api.ID != "" {
			r.errorf(at, "%s; give api %q a package key", problem, a.api.ID)
		}
		if other := first[a.api.Package]; other != nil && a.api.Package != "" {
			r.errorf(at, "package %q is already the package of api %q (%s)", a.api.Package, other.api.ID, other.api.Position)
		}
		first[a.api.Package] = cmp.Or(first[a.api.Package], a)
	}
}

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

func checkStatuses(d *draft, r reporter) {
	numbers := make(map[int]*statusDraft)
	names := make(map[string]*statusDraft)
	for _, s := range d.statuses {
		number, name := s.status.Number, strings.ToLower(s.status.Name)
		if old := numbers[number]; old != nil && number != 0 {
			hint := ""
			if old.source != s.source {
				hint = "; add override: true to change that entry"
			}
			r.errorf(s.status.Position, "duplicate HTTP status %d, declared as %s at %s%s", number, old.status.Name, old.status.Position, hint)
		} else if old := names[name]; old != nil && name != "" {
			r.errorf(s.status.PositionOf("name"), "name %q is already the name of HTTP status %d (%s)", s.status.Name, old.status.Number, old.status.Position)
		}
		numbers[number] = cmp.Or(numbers[number], s)
		names[name] = cmp.Or(names[name], s)
	}
}

func checkStatusNames(d *draft, r reporter) {
	for _, s := range d.statuses {
		for _, reserved := range statusNames {
			if strings.EqualFold(s.status.Name, reserved) {
				r.errorf(s.status.PositionOf("name"), "name %q is reserved: the generated httpstatus package declares %s itself", s.status.Name, reserved)
			}
		}
	}
}
