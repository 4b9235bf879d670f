package compat_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestCompare compares the specs before and after of each archive. An archive is named after the rule that it shows,
// or after what implies what. The changes that it wants are those in its want, one on each line.
func TestCompare(t *testing.T) {
	shown := make(map[string]bool)
	for name, a := range spectest.Archives(t, "testdata/*.txtar") {
		before, err := spec.LoadOld(spectest.Sources(a, "before/")...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		after := spectest.Load(t, spectest.Sources(a, "after/")...)
		changes := compat.Compare(before, after)
		var got strings.Builder
		for _, c := range changes {
			shown[c.ID] = true
			fmt.Fprintf(&got, "%s: %s: %s [%s] (was %s)\n", at(c.Position), c.Subject(), c.Message, c.ID, at(c.Was))
		}
		spectest.Want(t, name, a, "want", got.String())
		if rule, ok := strings.CutSuffix(strings.TrimPrefix(name, "testdata/"), ".txtar"); ok && compat.RuleByID(rule) != nil {
			if !strings.Contains(got.String(), "["+rule+"]") {
				t.Errorf("%s does not show the rule %s", name, rule)
			}
		}
	}
	for _, r := range compat.Rules() {
		if !shown[r.ID] {
			t.Errorf("no archive shows the rule %s", r.ID)
		}
	}
}

func at(p diag.Position) string {
	if p == (diag.Position{}) {
		return "nowhere"
	}
	return p.String()
}
