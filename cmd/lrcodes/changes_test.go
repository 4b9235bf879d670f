package main

import (
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/compat"
)

// TestChangeRulesInManual shows that the manual has every rule.
func TestChangeRulesInManual(t *testing.T) {
	manual := changesCommand().long
	for _, r := range compat.Rules() {
		if !strings.Contains(manual, "\t"+r.ID+" ("+r.Concerns.String()+")\n") {
			t.Errorf("the manual lacks %s", r.ID)
		}
	}
}

// TestEntriesAreDecisions reads entries that were written, whatever the change names.
func TestEntriesAreDecisions(t *testing.T) {
	hostile := []string{"a\nb", "null", "No", "12", "012", "-5", "1e3", "::error::x", "# x", "é", "'", `"`, `\`, "a b", "\u2028", "- x", "{}", "2001-01-01", "~"}
	var c comparison
	c.fail = "breaking"
	for _, name := range hostile {
		c.changes = append(c.changes, compat.Change{Rule: compat.RuleByID("name-removed"), API: name, Code: name, Name: name, Message: name})
	}
	text := strings.ReplaceAll(c.entries(), `reason: ""`, "reason: x")
	accepted, diags := compat.ReadAcceptances("a.yaml", []byte(text))
	if len(diags) > 0 || len(accepted) != len(hostile) {
		t.Fatalf("%d entries of %d: %v\n%s", len(accepted), len(hostile), diags, text)
	}
	for i, a := range accepted {
		if want := hostile[i]; a.API != want || a.Code != want || a.Name != want {
			t.Errorf("%q: got %q, %q, %q", want, a.API, a.Code, a.Name)
		}
	}
}
