package spec

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

func checkTitles(d *draft) {
	for _, a := range d.apis {
		if a.ID != "" && len(a.titles) == 0 {
			d.errorf(a.Position, strict.RuleMissingKey, "api %q lacks \"title\": no file that defines it says what its docs page is called", a.ID)
		}
	}
}

// checkKinds refuses an API whose codes are numbers and strings, and more categories than a byte can tell apart.
func checkKinds(d *draft) {
	for _, a := range d.apis {
		if len(a.categories) > maxCategories {
			d.errorf(a.categories[maxCategories].at, strict.RuleWrongType, "category %q is one too many: an api has at most %d",
				a.categories[maxCategories].text, maxCategories)
		}
		var first *codeDraft
		for _, c := range a.codes {
			switch {
			case c.Wire() == "0": // refused while it was read
			case first == nil:
				first = c
			case (c.Text == "") != (first.Text == ""):
				d.errorf(c.Position, strict.RuleWrongType, "code %s is of another type than code %s of the same api (%s)", c.Wire(), first.Wire(), first.Position)
			}
		}
	}
}

// maxCategories is the largest number of categories of an API: a category is a byte in generated code.
const maxCategories = 255

func checkStatusNames(d *draft) {
	for _, name := range d.names {
		for _, taken := range statusNames {
			if strings.EqualFold(name.text, taken) {
				d.errorf(name.at, "bad-name", "name %q is taken: the generated httpstatus package has its own %s", name.text, taken)
			}
		}
	}
}

func checkPackages(d *draft) {
	first := make(map[string]*apiDraft)
	for _, a := range d.apis {
		at := a.Position
		if len(a.packages) > 0 {
			at = a.packages[0].at
		} else if problem := PackageProblem(a.Package); problem != "" && a.ID != "" {
			d.errorf(at, "bad-package", "%s; the api %q needs a package of its own choice", problem, a.ID)
		}
		for _, p := range a.packages {
			if p.text != a.packages[0].text {
				d.errorf(p.at, "bad-package", "api %q has the package %q, but also %q (%s)", a.ID, p.text, a.packages[0].text, at)
			}
		}
		if other := first[a.Package]; other != nil && a.Package != "" {
			d.errorf(at, "bad-package", "package %q is that of the api %q already (%s)", a.Package, other.ID, other.Position)
		} else {
			first[a.Package] = a
		}
	}
}

func checkAPIs(d *draft) {
	for _, a := range d.apis {
		for _, t := range a.titles {
			if t.text != a.Title {
				d.errorf(t.at, "bad-api", "api %q has the title %q, but also %q (%s)", a.ID, t.text, a.Title, a.titles[0].at)
			}
		}
	}
}

func checkCodes(d *draft) {
	for _, a := range d.apis {
		first := make(map[string]*codeDraft, len(a.codes))
		for _, c := range a.codes {
			old := first[c.Wire()]
			switch {
			case c.Wire() == "0": // refused while it was read
			case old == nil:
				first[c.Wire()] = c
			case old.source != c.source:
				d.errorf(c.Position, "duplicate-code", "code %s already names %s (%s); say override: true to change that entry", c.Wire(), old.label(), old.Position)
			default:
				d.errorf(c.Position, "duplicate-code", "code %s already names %s (%s)", c.Wire(), old.label(), old.Position)
			}
		}
	}
}

// label returns what a message calls a code: its name where it has one.
func (c *codeDraft) label() string { return cmp.Or(c.Name, "another entry") }

// earlier reports whether one position was read before another: in an earlier file, or further up.
func (d *draft) earlier(a, b diag.Position) bool {
	if a.File == b.File {
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	}
	position := func(p diag.Position) int {
		return slices.IndexFunc(d.files, func(f file) bool { return f.root.Position().File == p.File })
	}
	return position(a) < position(b)
}

// named is a name of an API with what bears it.
type named struct {
	word
	what string
}

func checkNames(d *draft) {
	checkSDKs(d)
	for _, a := range d.apis {
		first := make(map[string]named, len(a.codes))
		for _, n := range a.names() {
			key := strings.ToLower(n.text)
			old, taken := first[key]
			if taken && d.earlier(n.at, old.at) {
				n, old = old, n // whoever came later must yield
			}
			switch {
			case n.text == "":
			case !taken:
				first[key] = n
			case old.text == n.text:
				d.errorf(n.at, "duplicate-name", "name %q is that of %s already (%s)", n.text, old.what, old.at)
			default:
				d.errorf(n.at, "duplicate-name", "name %q differs only by case from %q, the name of %s (%s)", n.text, old.text, old.what, old.at)
			}
		}
	}
}

func checkSDKs(d *draft) {
	first := make(map[string]*Synthetic)
	for _, s := range d.synthetic {
		key := strings.ToLower(s.SDK)
		if old := first[key]; old != nil && key != "" {
			d.errorf(s.Position, "duplicate-name", "sdk %q has its numbers already (%s)", s.SDK, old.Position)
		} else {
			first[key] = s
		}
	}
}

// names lists every name that an API gives away, in the order of the files.
func (a *apiDraft) names() []named {
	names := make([]named, 0, len(a.categories)+len(a.codes))
	for _, w := range a.categories {
		names = append(names, named{w, "a category"})
	}
	for _, c := range a.codes {
		names = append(names, named{c.name, "code " + c.Wire()})
		for _, w := range c.aliases {
			names = append(names, named{w, "an alias of code " + c.Wire()})
		}
	}
	return names
}

func checkStatuses(d *draft) {
	numbers := make(map[int]*Status)
	names := make(map[string]*Status)
	for i, s := range d.statuses {
		if old := numbers[s.Number]; old != nil && s.Number != 0 {
			d.errorf(s.Position, "duplicate-status", "HTTP status %d already stands here: %s (%s)", s.Number, old.Name, old.Position)
		} else {
			numbers[s.Number] = s
		}
		key := strings.ToLower(s.Name)
		if old := names[key]; old != nil && key != "" {
			d.errorf(d.names[i].at, "duplicate-status", "name %q is that of HTTP status %d already (%s)", s.Name, old.Number, old.Position)
		} else {
			names[key] = s
		}
	}
}

func checkHTTP(d *draft) {
	if d.partial {
		return // a status may be missing only because it could not be read
	}
	for _, a := range d.apis {
		for _, c := range a.codes {
			if v := c.at.Key("http"); v != nil && c.HTTP == nil {
				d.errorf(v.Position(), "unknown-status", "HTTP status %d of code %s is none of the spec's: add it under statuses", v.Int(), c.Wire())
			}
		}
	}
}

func checkCategories(d *draft) {
	for _, a := range d.apis {
		known := make(map[string]bool)
		for _, w := range a.categories {
			known[w.text] = true
		}
		for _, c := range a.codes {
			for _, w := range c.categories {
				if !known[w.text] {
					d.errorf(w.at, "unknown-category", "category %q of code %s is not declared: add it under categories", w.text, c.Wire())
				}
			}
		}
	}
}

func checkUnused(d *draft) {
	for _, a := range d.apis {
		for _, c := range a.codes {
			if c.Unused && c.at.Has("http") {
				d.errorf(c.at.KeyPosition("http"), "unused-http", "code %s is unused and so comes with no HTTP status: remove http or unused", c.Wire())
			}
		}
	}
}

func checkRetired(d *draft) {
	for _, a := range d.apis {
		codes := make(map[string]*Retired)
		names := make(map[string]*Retired)
		for _, r := range a.retired {
			codes[r.Wire()] = r
			names[strings.ToLower(r.Name)] = r
		}
		for _, c := range a.codes {
			if r := codes[c.Wire()]; r != nil && c.Wire() != "0" {
				d.errorf(c.Position, "retired-code", "code %s was retired and must not come back (%s)", c.Wire(), r.Position)
			}
			for _, w := range append([]word{c.name}, c.aliases...) {
				d.checkRetiredName(w, names)
			}
		}
		for _, w := range a.categories {
			d.checkRetiredName(w, names)
		}
	}
}

func (d *draft) checkRetiredName(w word, names map[string]*Retired) {
	if r := names[strings.ToLower(w.text)]; r != nil && w.text != "" {
		d.errorf(w.at, "retired-code", "name %q was retired and must not come back (%s)", w.text, r.Position)
	}
}
