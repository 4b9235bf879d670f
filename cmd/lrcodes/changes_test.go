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
	text := written(t, &c)
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

// written returns the entries of a comparison after a person has given the reasons.
func written(t *testing.T, c *comparison) string {
	t.Helper()
	text, err := c.entries()
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(text, `reason: ""`, "reason: x")
}

// TestEntriesAppended appends entries to files of all kinds: the result is a valid file with one entry more.
func TestEntriesAppended(t *testing.T) {
	const entry = "{rule: code-removed, api: shop, code: 2, reason: x}\n"
	for before, want := range map[string]string{
		"":                                      "version: 1\naccept:\n  # m\n  - ",
		" \n\n":                                 "version: 1\naccept:\n  # m\n  - ",
		"  ":                                    "\nversion: 1\naccept:\n  # m\n  - ",
		"# Ours.\n":                             "version: 1\naccept:\n  # m\n  - ",
		"\ufeff# Ours.\r\n\t# x":                "\nversion: 1\naccept:\n  # m\n  - ",
		"version: 1\n":                          "accept:\n  # m\n  - ",
		"version: 1":                            "\naccept:\n  # m\n  - ",
		"version: 1\naccept:\n":                 "  # m\n  - ",
		"version: 1\r\naccept: # none\r\n":      "  # m\n  - ",
		"accept:\n\nversion: 1\n":               "",
		"version: 1\naccept: []\n":              "",
		"version: 1\naccept: ~\n":               "",
		"{version: 1}\n":                        "",
		"version: 1\naccept: [" + entry + "]\n": "",
		"version: 1\naccept:\n  - " + entry:     "  # m\n  - ",
		"version: 1\naccept:\n- " + entry:       "# m\n- ",
		"version: 1\naccept:\n    - " + entry:   "",
		"version: 1\naccept:\n  - " + entry + "...\n": "",
		"accept:\n  - " + entry + "version: 1\n":      "",
	} {
		c := comparison{fail: "breaking", acceptFile: "a.yaml", decisions: []byte(before)}
		c.changes = []compat.Change{{Rule: compat.RuleByID("name-removed"), API: "shop", Code: "1", Name: "A", Message: "m"}}
		old, diags := compat.ReadAcceptances("a.yaml", c.decisions)
		if diags != nil {
			t.Errorf("%q: %v", before, diags)
		}
		if want == "" {
			if text, err := c.entries(); err == nil {
				t.Errorf("%q: got %q, want an error", before, text)
			}
			continue
		}
		text := written(t, &c)
		if got, _, _ := strings.Cut(text, "rule:"); got != want {
			t.Errorf("%q: got %q, want %q", before, got, want)
		}
		list, diags := compat.ReadAcceptances("a.yaml", []byte(before+text))
		if diags != nil || len(list) != len(old)+1 {
			t.Errorf("%q: after %q there are %d entries: %v", before, text, len(list), diags)
		}
	}
}
