package spec

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// named is a name of an API and what has it.
type named struct {
	ref
	category bool
	what     string
}

// checkNames reports names that are used twice in an api. Codes, aliases and categories share the Go names Err…, and
// names that differ only by case would be one in the lookups of generated packages.
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

// checkSDKs reports SDKs that are listed twice.
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

// checkRetired reports codes and names that are in use although a tombstone forbids them.
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
