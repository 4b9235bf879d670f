package spec_test

import (
	"regexp"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
)

// TestAnchors shows that no two things of an api have the same anchor, whatever their names, and that anchors need no
// escaping.
func TestAnchors(t *testing.T) {
	a := &spec.API{ID: "acme-billing"}
	anchors := map[string]string{}
	add := func(what, anchor string) {
		if old, taken := anchors[anchor]; taken {
			t.Errorf("%s and %s have the anchor %s", old, what, anchor)
		}
		anchors[anchor] = what
		if !regexp.MustCompile(`^[a-zA-Z0-9_.:~-]+$`).MatchString(anchor) {
			t.Errorf("the anchor of %s is %q", what, anchor)
		}
	}
	for _, wire := range []string{"970", "-970", "0970", "970.0", "http-403", "http-none", "category-Locked", "category", "a-b", "a~2db", "a b", "Ä", "<", "--1", "-", "+1"} {
		add("code "+wire, a.Anchor(wire))
	}
	add("category", a.CategoryAnchor("Locked"))
	add("status", a.StatusAnchor(&spec.Status{Number: 403}))
	add("no status", a.StatusAnchor(nil))
	for anchor, want := range map[string]string{a.Anchor("970"): "acme-billing-970", a.Anchor("invalid_grant"): "acme-billing-invalid_grant", a.Anchor("-32700"): "acme-billing--32700",
		a.CategoryAnchor("Locked"): "acme-billing-category-Locked", (&spec.Status{Number: 403}).Anchor(): "http-403"} {
		if anchor != want {
			t.Errorf("got %s, want %s", anchor, want)
		}
	}
}
