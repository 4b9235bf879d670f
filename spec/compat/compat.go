package compat

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// Change is one fact that differs between two specs. Rule, API, Code and Name together identify it.
type Change struct {
	*Rule
	API, Code, Name string        // what changed; "" where it has none. A Code without an API is an HTTP status.
	CodeName        string        // the name of the code, in the newer spec if it has the code
	Old, New        string        // the value before and after, or ""
	Message         string        // what changed, in words
	Position        diag.Position // in the newer spec; the zero Position where nothing there is related
	Was             diag.Position // in the older spec; the zero Position for what is new
	Accepted        *Acceptance   // the decision to make the change all the same, or nil
}

// Subject returns what changed, such as "customer-identity 970 EmailNotVerified" or "HTTP 429".
func (c Change) Subject() string { return subject(c.API, c.Code, c.Name) }

func subject(api, code, name string) string {
	switch {
	case api == "" && code != "":
		api = "HTTP"
	case api == "" && name != "":
		api = "SDK"
	}
	var words []string
	for _, w := range []string{api, code, name} {
		if w != "" {
			words = append(words, word(w))
		}
	}
	return strings.Join(words, " ")
}

// word returns a name, a code or an id as it is where it is a plain word, else quoted: that of an older spec may be
// any text.
func word(s string) string {
	plain := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_-.:/", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return strconv.Quote(s)
}

// Compare returns what changed from before to after, the worst first and then by subject. Neither spec is changed.
// The older one need not obey the rules of today; see [spec.LoadOld].
func Compare(before, after *spec.Spec) []Change {
	all := facts(before, after)
	reported := make(map[identity]bool, len(all))
	for _, c := range all {
		reported[c.identity()] = true
		if c.ID == "role-changed" {
			reported[identity{movedRole, c.API, "", c.Old}] = true
			reported[identity{movedRole, c.API, "", c.New}] = true
		}
	}
	return slices.DeleteFunc(all, func(c Change) bool { return implied(c, reported) })
}

// movedRole takes the place of a rule in the identity of a field that a change of its role describes.
const movedRole = "field of role-changed"

// Worst returns the worst level of changes, and whether there are any. A breaking change that is accepted counts as
// Behavior.
func Worst(changes []Change) (Level, bool) {
	worst := Text
	for _, c := range changes {
		level := c.Level
		if c.Accepted != nil {
			level = max(level, Behavior)
		}
		worst = min(worst, level)
	}
	return worst, len(changes) > 0
}

// identity identifies a change.
type identity struct{ rule, api, code, name string }

func (c Change) identity() identity { return identity{c.ID, c.API, c.Code, c.Name} }

// implied reports whether a change follows from another one that is reported and is at least as bad.
func implied(c Change, reported map[identity]bool) bool {
	also := func(rule, code, name string) bool { return reported[identity{rule, c.API, code, name}] }
	switch c.ID {
	case "name-moved", "code-reused", "code-retired":
		return false
	case "code-removed":
		return also("name-moved", c.Code, c.Old)
	case "field-removed", "field-changed", "field-added":
		return also(movedRole, "", c.Name)
	case "tombstone-removed":
		return c.Name != "" && also(c.ID, c.Code, "")
	case "tombstone-added":
		return c.Name != "" && (also(c.ID, c.Code, "") || also("code-retired", c.Code, ""))
	}
	switch {
	case c.ID == "category-left" && also("category-removed", "", c.Name), c.ID == "http-changed" && also("unused-changed", c.Code, ""):
		return true
	}
	return c.Code != "" && (also("code-removed", c.Code, "") || also("code-retired", c.Code, "") || also("code-reused", c.Code, ""))
}

// facts returns every difference, also those that others imply, in the order of the changes.
func facts(before, after *spec.Spec) []Change {
	d := &differ{}
	d.statuses(before, after)
	d.synthetic(before, after)
	for _, p := range pairs(before.APIs, after.APIs, func(a *spec.API) string { return a.ID }) {
		d.api(p.old, p.new)
	}
	slices.SortStableFunc(d.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.API, b.API))
	})
	return d.changes
}

// differ collects the changes of two specs, of one api at a time.
type differ struct {
	before, after *spec.API         // nil for what belongs to no api
	holders       map[string]holder // what has a name in after; nil until it is asked for
	former        map[string]bool   // the names that codes have in before; nil until it is asked for
	changes       []Change
}

// add adds a change by a rule.
func (d *differ) add(rule string, c Change, message string) {
	c.Rule, c.Message = RuleByID(rule), message
	if d.after != nil {
		c.API = d.after.ID
	}
	d.changes = append(d.changes, c)
}

// paired is an object of the older list, the one of the newer list with the same key, and for an object that is gone
// the one after which it would be; each is nil where there is none.
type paired[T any] struct{ old, new, previous *T }

// pairs pairs the objects of two lists by key: those of the older list in its order, then what is new.
func pairs[T any, K comparable](before, after []*T, key func(*T) K) []paired[T] {
	left := make(map[K]*T, len(after))
	for _, x := range slices.Backward(after) {
		left[key(x)] = x // the first of several, as far as a spec that breaks the rules has them
	}
	seen := make(map[K]bool, len(before))
	out := make([]paired[T], 0, len(after))
	var previous *T
	for _, old := range before {
		k := key(old)
		if seen[k] {
			continue
		}
		seen[k] = true
		p := paired[T]{old: old, new: left[k], previous: previous}
		if p.new != nil {
			previous = p.new
			delete(left, k)
		}
		out = append(out, p)
	}
	for _, x := range after {
		if left[key(x)] == x {
			out = append(out, paired[T]{new: x})
		}
	}
	return out
}
