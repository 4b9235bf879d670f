package main

import (
	"testing"

	"github.com/lrcodes/lrcodes/spec/compat"
)

func TestNextVersion(t *testing.T) {
	for _, tt := range []struct{ older, breaking, behavior, text, none string }{
		{"v1.2.3", "v2.0.0", "v1.3.0", "v1.2.4", "v1.2.4"},
		{"v0.5.1", "v0.6.0", "v0.5.2", "v0.5.2", "v0.5.2"},
		{"v1.3.0-rc.1", "v2.0.0", "v1.3.0", "v1.3.0", "v1.3.0"},
		{"v2.0.0-rc.1", "v2.0.0", "v2.0.0", "v2.0.0", "v2.0.0"},
		{"v1.3.1-0.20260102030405-abcdefabcdef", "v2.0.0", "v1.4.0", "v1.3.1", "v1.3.1"},
		{"", "", "", "", ""},
	} {
		for rule, want := range map[string]string{
			"code-removed": tt.breaking, "http-changed": tt.behavior, "code-added": tt.behavior, "text-changed": tt.text, "": tt.none,
		} {
			var changes []compat.Change
			if rule != "" {
				changes = []compat.Change{{Rule: compat.RuleByID(rule)}}
			}
			if got := bumpOf(tt.older, changes).next(tt.older); got != want {
				t.Errorf("%s after %q: got %s, want %s", rule, tt.older, got, want)
			}
		}
	}
	accepted := []compat.Change{{Rule: compat.RuleByID("code-removed"), Accepted: &compat.Acceptance{}}}
	if got := bumpOf("v1.2.3", accepted).next("v1.2.3"); got != "v1.3.0" {
		t.Errorf("an accepted break asks for %s", got)
	}
}

func TestIsRelease(t *testing.T) {
	for tag, want := range map[string]bool{
		"v1.2.3": true, "v0.0.0": true, "v1.2": false, "1.2.3": false, "v1.2.3-rc.1": false, "v1.2.3+build": false, "sub/v1.2.3": false,
		"v01.2.3": false, "": false,
	} {
		if got := isRelease(tag); got != want {
			t.Errorf("%q: got %t", tag, got)
		}
	}
}
