package compat_test

import (
	"strings"
	"testing"
	"time"

	"github.com/lrcodes/lrcodes/spec/compat"
)

// TestApplyOnLastDay checks that a decision counts on its last day, and not on the next.
func TestApplyOnLastDay(t *testing.T) {
	accepted := []*compat.Acceptance{{Rule: "code-removed", API: "acme", Code: "1", Reason: "R.", Until: "2027-03-31"}}
	for day, want := range map[string]string{"2027-03-30": "", "2027-03-31": "", "2027-04-01": compat.RuleAcceptLapsed} {
		today, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		changes := []compat.Change{{Rule: compat.RuleByID("code-removed"), API: "acme", Code: "1"}}
		diags := compat.Apply(accepted, changes, today.Add(23*time.Hour))
		if got := len(diags) > 0; got != (want != "") || got && diags[0].Rule != want || (changes[0].Accepted == nil) != got {
			t.Errorf("%s: got %v, accepted %v", day, diags, changes[0].Accepted)
		}
	}
}

// TestApplyNeedsEverythingEqual checks that an entry accepts no change but the one that it names.
func TestApplyNeedsEverythingEqual(t *testing.T) {
	right := compat.Acceptance{Rule: "category-left", API: "acme", Code: "1", Name: "Denied", Reason: "R."}
	wrong := []compat.Acceptance{right, right, right, right, right}
	wrong[0].Rule, wrong[1].API, wrong[2].Code, wrong[3].Name, wrong[4].Name = "category-joined", "acm", "", "denied", "*"
	change := compat.Change{Rule: compat.RuleByID("category-left"), API: "acme", Code: "1", Name: "Denied"}
	for _, a := range wrong {
		changes := []compat.Change{change}
		if diags := compat.Apply([]*compat.Acceptance{&a}, changes, time.Time{}); len(diags) != 1 || changes[0].Accepted != nil {
			t.Errorf("%+v: got %v", a, diags)
		}
	}
	changes := []compat.Change{change}
	if diags := compat.Apply([]*compat.Acceptance{&right}, changes, time.Time{}); len(diags) != 0 || changes[0].Accepted != &right {
		t.Errorf("the right one: got %v", diags)
	}
}

// FuzzAcceptances checks that a file gives decisions or diagnostics with positions, never both.
func FuzzAcceptances(f *testing.F) {
	f.Add("version: 1\naccept:\n  - {rule: code-removed, api: acme, code: 1, reason: R., until: 2027-03-31}\n")
	f.Add("version: 2\n")
	f.Add(" \r\n\t")
	f.Add("version: 1\naccept:\n  - {rule: code-removed, reason: ' '}\n")
	f.Add("accept: [{rule: x}, {rule: code-removed, reason: R.}, {rule: code-removed, reason: R.}]")
	f.Fuzz(func(t *testing.T, text string) {
		accepted, diags := compat.ReadAcceptances("a.yaml", []byte(text))
		if len(accepted) > 0 && len(diags) > 0 {
			t.Error("decisions and diagnostics")
		}
		for _, d := range diags {
			if d.Position.File != "a.yaml" || d.Position.Line < 1 || d.Rule == "" {
				t.Errorf("diagnostic without a position: %+v", d)
			}
		}
		for _, a := range accepted {
			if compat.RuleByID(a.Rule) == nil || strings.TrimSpace(a.Reason) == "" {
				t.Errorf("decision without a rule or a reason: %+v", a)
			}
		}
	})
}
