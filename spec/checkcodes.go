package spec

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkTypes reports codes of another type than the field of the envelope that contains them, or, where there is no such
// field, than the first code of the api.
func checkTypes(d *draft, r reporter) {
	for _, a := range d.apis {
		switch field := a.api.codeField(); {
		case field == nil:
			a.checkAlike(r)
		case field.Type == "integer":
			a.checkIntegers(r, field)
		case field.Type == "string":
			a.checkStrings(r, field)
		}
	}
}

// wireRef is a code of an API, live or retired.
type wireRef struct {
	number int
	text   string
	at     diag.Position
}

// wires yields the codes of the API that could be read.
func (a *apiDraft) wires(yield func(wireRef) bool) {
	for _, c := range a.codes {
		if c.identified() && !yield(wireRef{c.code.Number, c.code.Text, c.code.Position}) {
			return
		}
	}
	for _, t := range a.api.Retired {
		if (t.Number != 0 || t.Text != "") && !yield(wireRef{t.Number, t.Text, t.Position}) {
			return
		}
	}
}

// checkIntegers reports the texts among the codes of an api whose code field is an integer.
func (a *apiDraft) checkIntegers(r reporter, field *Field) {
	var words []wireRef
	for w := range a.wires {
		switch {
		case w.text == "":
		case decimalForm.MatchString(w.text):
			r.errorf(w.at, "code is the text %q, but field %q of the envelope is an integer (%s); remove the quotes", w.text, field.Name, field.Position)
		default:
			words = append(words, w)
		}
	}
	if len(words) > 0 {
		r.errorf(words[0].at, "code is the text %q, but field %q of the envelope is an integer (%s)%s; codes that are texts need an envelope whose code field has type: string",
			words[0].text, field.Name, field.Position, andMore(len(words)-1))
	}
}

// checkStrings reports the numbers among the codes of an api whose code field is a string.
func (a *apiDraft) checkStrings(r reporter, field *Field) {
	var numbers []wireRef
	for w := range a.wires {
		if w.text == "" {
			numbers = append(numbers, w)
		}
	}
	if len(numbers) > 0 {
		r.errorf(numbers[0].at, "code is the number %d, but field %q of the envelope is a string (%s)%s; put it in quotes",
			numbers[0].number, field.Name, field.Position, andMore(len(numbers)-1))
	}
}

// checkAlike reports the first code that is of another type than the first code of the api.
func (a *apiDraft) checkAlike(r reporter) {
	var first *wireRef
	for w := range a.wires {
		if first == nil {
			first = &w
		}
		if (w.text == "") != (first.text == "") {
			r.errorf(w.at, "code is of another type than the first code of the api (%s); codes are all integers or all texts", first.at)
			return
		}
	}
}

// andMore returns the part of a message that says how many more codes have the same problem.
func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return ", likewise " + strconv.Itoa(n) + " more"
}

var decimalForm = regexp.MustCompile(`^-?[1-9][0-9]*$`)

func checkDuplicates(d *draft, r reporter) {
	for _, a := range d.apis {
		first := make(map[string]*codeDraft, len(a.codes))
		for _, c := range a.codes {
			wire := c.code.Wire()
			old := first[wire]
			switch {
			case !c.identified():
			case old == nil:
				first[wire] = c
			case old.source != c.source:
				r.errorf(c.code.Position, "duplicate code %s, declared%s at %s; add override: true to change that entry", wire, old.asName(), old.code.Position)
			default:
				r.errorf(c.code.Position, "duplicate code %s, declared%s at %s", wire, old.asName(), old.code.Position)
			}
		}
		retired := make(map[string]*Retired)
		for _, t := range a.api.Retired {
			if old := retired[t.Wire()]; old != nil && (t.Number != 0 || t.Text != "") {
				r.errorf(t.Position, "code %s is already retired at %s", t.Wire(), old.Position)
			}
			retired[t.Wire()] = cmp.Or(retired[t.Wire()], t)
		}
	}
}

// asName returns " as NAME", or nothing where the entry has no name.
func (c *codeDraft) asName() string {
	if c.code.Name == "" {
		return ""
	}
	return " as " + c.code.Name
}

// named is a name of an API and what has it.
type named struct {
	ref
	category bool
	what     string
}

func checkNames(d *draft, r reporter) {
	checkSDKs(d, r)
	for _, a := range d.apis {
		first := make(map[string]named, len(a.codes))
		for _, n := range a.names() {
			key := strings.ToLower(n.text)
			old, taken := first[key]
			if taken && d.earlier(n.at, old.at) {
				n, old = old, n // report the later one
			}
			switch {
			case n.text == "":
			case !taken:
				first[key] = n
			case old.text != n.text:
				r.errorf(n.at, "name %q differs only by case from %q, the name of %s (%s)", n.text, old.text, old.what, old.at)
			case old.category != n.category:
				r.errorf(n.at, "name %q is already the name of %s (%s); codes and categories share the names Err…, so rename the category, for example to %q",
					n.text, old.what, old.at, n.text+"Errors")
			default:
				r.errorf(n.at, "name %q is already the name of %s (%s)", n.text, old.what, old.at)
			}
		}
	}
}

func checkSDKs(d *draft, r reporter) {
	first := make(map[string]*Synthetic)
	for _, s := range d.synthetic {
		key := strings.ToLower(s.SDK)
		if old := first[key]; old != nil && key != "" {
			r.errorf(s.Position, "duplicate sdk %q, declared at %s", s.SDK, old.Position)
		}
		first[key] = cmp.Or(first[key], s)
	}
}

// names returns every name that an API declares, in the order of the files.
func (a *apiDraft) names() []named {
	names := make([]named, 0, len(a.api.Categories)+len(a.codes))
	for _, c := range a.api.Categories {
		names = append(names, named{ref{c.Name, c.Position}, true, "a category"})
	}
	for _, c := range a.codes {
		names = append(names, named{c.nameRef, false, "code " + c.code.Wire()})
		for _, alias := range c.aliasRefs {
			names = append(names, named{alias, false, "an alias of code " + c.code.Wire()})
		}
	}
	return names
}

// earlier reports whether position a was read before b.
func (d *draft) earlier(a, b diag.Position) bool {
	if a.File == b.File {
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	}
	index := func(p diag.Position) int {
		return slices.IndexFunc(d.files, func(f file) bool { return f.root.Position().File == p.File })
	}
	return index(a) < index(b)
}

func checkHTTP(d *draft, r reporter) {
	if d.partial {
		return // a status may be missing only because it could not be read
	}
	for _, a := range d.apis {
		for _, c := range a.codes {
			if c.http != 0 && c.code.HTTP == nil {
				r.errorf(c.code.PositionOf("http"), "HTTP status %d of code %s is not declared: add it under statuses", c.http, c.code.Wire())
			}
		}
	}
}

func checkCategories(d *draft, r reporter) {
	for _, a := range d.apis {
		if d.unread || a.partial {
			continue // a category may be missing only because it could not be read
		}
		known := make(map[string]bool)
		for _, c := range a.api.Categories {
			known[c.Name] = true
		}
		for _, c := range a.codes {
			for _, ref := range c.categoryRefs {
				if !known[ref.text] {
					r.errorf(ref.at, "category %q of code %s is not declared%s", ref.text, c.code.Wire(), a.declareCategory(ref.text))
				}
			}
		}
	}
}

// declareCategory returns the end of a message about a category that is not declared.
func (a *apiDraft) declareCategory(name string) string {
	var names []string
	for _, c := range a.api.Categories {
		names = append(names, c.Name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return "; did you mean " + strconv.Quote(near) + "?"
	}
	return ": add it under categories"
}

func checkUnused(d *draft, r reporter) {
	for _, a := range d.apis {
		for _, c := range a.codes {
			if c.code.Unused && c.http != 0 {
				r.errorf(c.code.PositionOf("http"), "code %s is unused (%s), so it has no HTTP status: remove http, or set unused: false",
					c.code.Wire(), c.code.PositionOf("unused"))
			}
		}
	}
}

func checkRetired(d *draft, r reporter) {
	for _, a := range d.apis {
		codes := make(map[string]*Retired)
		names := make(map[string]*Retired)
		for _, t := range a.api.Retired {
			codes[t.Wire()] = t
			for _, name := range append(t.Aliases, t.Name) {
				names[strings.ToLower(name)] = t
			}
		}
		for _, c := range a.codes {
			if t := codes[c.code.Wire()]; t != nil && c.identified() {
				r.errorf(c.code.Position, "code %s is retired (%s) and cannot be used again", c.code.Wire(), t.Position)
			}
		}
		for _, n := range a.names() {
			if t := names[strings.ToLower(n.text)]; t != nil && n.text != "" {
				r.errorf(n.at, "name %q is retired (%s) and cannot be used again", n.text, t.Position)
			}
		}
	}
}
