package compat

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// The rules of the file of decisions, see [AcceptRules].
const (
	RuleAcceptRule     = "accept-rule"
	RuleAcceptRepeated = "accept-repeated"
	RuleAcceptUnused   = "accept-unused"
	RuleAcceptLapsed   = "accept-lapsed"
	ruleAcceptUntil    = "accept-until"
	ruleAcceptVersion  = "version"
)

// AcceptRule is a rule of the file of decisions.
type AcceptRule struct{ ID, Doc string }

// AcceptRules returns the rules of the file of decisions, without those that it shares with spec files.
func AcceptRules() []AcceptRule {
	return []AcceptRule{
		{RuleAcceptRule, "an entry whose rule does not exist"},
		{RuleAcceptRepeated, "an entry for a change that an earlier entry accepts"},
		{RuleAcceptUnused, "an entry for a change that does not exist, or that the last release contains"},
		{RuleAcceptLapsed, "an entry whose last day is over, so that it accepts nothing"},
		{ruleAcceptUntil, "an until that is not a day, such as 2027-03-31"},
	}
}

// AcceptVersion is the version of the format of decisions.
const AcceptVersion = 1

// Acceptance is a decision to make one change all the same. Rule, API, Code and Name are those of the change.
type Acceptance struct {
	Rule, API, Code, Name string
	Reason                string // for the release notes
	Until                 string // the last day, as 2027-03-31, or ""
	Position              diag.Position
}

func (a *Acceptance) identity() identity { return identity{a.Rule, a.API, a.Code, a.Name} }

// Format describes the file of decisions.
func Format() *strict.Shape {
	version := &strict.Shape{Kind: strict.Integer, Doc: "version of the format of decisions; always 1",
		Min: AcceptVersion, Max: AcceptVersion, Rule: ruleAcceptVersion}
	return strict.MappingOf("decisions to make changes that break users, for the way to the next release",
		strict.Key{Name: "version", Required: true, Rule: ruleAcceptVersion, Shape: version},
		strict.Optional("accept", strict.ListOf("one entry per change", strict.MappingOf("one decision",
			strict.Required("rule", ruleShape()),
			strict.Optional("api", textShape("id of the api; absent for HTTP statuses and SDKs")),
			strict.Optional("code", &strict.Shape{Kind: strict.Token, Doc: "the code, or the number of the HTTP status", Min: -1 << 31, Max: 1<<31 - 1}),
			strict.Optional("name", textShape("what else the change names: a name, a category, a field, a key")),
			strict.Required("reason", &strict.Shape{Kind: strict.String, Rule: strict.RuleMissingKey, Check: reasonProblem,
				Doc: "why users are broken, and what they do instead; it becomes the migration note in the changelog"}),
			strict.Optional("until", &strict.Shape{Kind: strict.String, Doc: "the last day on which the decision counts, as 2027-03-31",
				Pattern: `^\d{4}-\d{2}-\d{2}$`, Rule: ruleAcceptUntil, Check: dayProblem}),
		))))
}

func textShape(doc string) *strict.Shape { return &strict.Shape{Kind: strict.String, Doc: doc} }

func reasonProblem(s string) string {
	if strings.TrimSpace(s) == "" {
		return "the reason is blank: say what users do instead"
	}
	return ""
}

func ruleShape() *strict.Shape {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return &strict.Shape{Kind: strict.String, Doc: "id of the rule; see lrcodes help changes", Enum: ids, Rule: RuleAcceptRule,
		Check: func(s string) string {
			if byID[s] != nil {
				return ""
			}
			return fmt.Sprintf("there is no rule %q%s", s, diag.Suggestion(s, ids))
		}}
}

func dayProblem(s string) string {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Sprintf("%q is not a day, such as 2027-03-31", s)
	}
	return ""
}

// ReadAcceptances reads a file of decisions. name is what positions call the file. A file of nothing but
// blanks and comments has no decisions.
func ReadAcceptances(name string, data []byte) ([]*Acceptance, diag.Diagnostics) {
	if isBlank(data) {
		return nil, nil
	}
	root, diags := strict.Decode(name, data, Format())
	var list []*Acceptance
	first := make(map[identity]*Acceptance)
	for _, v := range root.Key("accept").Items() {
		a := &Acceptance{
			Rule:     v.Key("rule").Text(),
			API:      v.Key("api").Text(),
			Code:     v.Key("code").Text(),
			Name:     v.Key("name").Text(),
			Reason:   v.Key("reason").Text(),
			Until:    v.Key("until").Text(),
			Position: v.Position(),
		}
		if a.Code == "" && v.Key("code") != nil {
			a.Code = strconv.Itoa(v.Key("code").Int())
		}
		if old := first[a.identity()]; old != nil {
			diags.Add(a.Position, RuleAcceptRepeated, "this change is accepted a second time (%s)", old.Position)
			continue
		}
		first[a.identity()] = a
		list = append(list, a)
	}
	if len(diags) > 0 {
		return nil, diags.Sorted()
	}
	return list, nil
}

// isBlank reports whether a file has nothing but blanks and comments.
func isBlank(data []byte) bool {
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// Apply marks the changes that decisions accept. It reports the decisions that accept nothing, and those whose last
// day was before today.
func Apply(accepted []*Acceptance, changes []Change, today time.Time) diag.Diagnostics {
	var diags diag.Diagnostics
	day := today.Format(time.DateOnly)
	index := make(map[identity]int, len(changes))
	for i, c := range changes {
		index[c.identity()] = i
	}
	for _, a := range accepted {
		i, ok := index[a.identity()]
		switch {
		case !ok:
			diags.Add(a.Position, RuleAcceptUnused, "there is no change %s of %s to accept; remove the entry", a.Rule, subject(a.API, a.Code, a.Name))
		case a.Until != "" && a.Until < day:
			diags.Add(a.Position, RuleAcceptLapsed, "the last day of this decision was %s; decide anew, or undo the change of %s (%s)",
				a.Until, changes[i].Subject(), changes[i].Position)
		default:
			changes[i].Accepted = a
		}
	}
	return diags.Sorted()
}
