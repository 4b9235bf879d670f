package config_test

import (
	"testing"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
)

func TestPackageName(t *testing.T) {
	s := &spec.Spec{APIs: []*spec.API{{ID: "acme-billing", Package: "acmebilling"}}}
	for _, c := range []struct{ dir, own, api, status string }{
		{"internal/lrerr", "", "lrerr", "lrerr"},
		{"internal/lrerr", "own", "own", "own"},
		{"httpstatus", "", "httpstatus", "httpstatus"},
		{".", "", "acmebilling", "httpstatus"},
		{"internal/my-errors", "", "acmebilling", "httpstatus"},
		{"internal/LRErr", "", "acmebilling", "httpstatus"},
		{"internal/main", "", "acmebilling", "httpstatus"},
		{"func", "", "acmebilling", "httpstatus"},
	} {
		base := config.Base{Dir: c.dir, APIs: []config.API{{ID: "acme-billing"}}}
		if got := (&config.Go{Base: base, Package: c.own}).PackageName(s); got != c.api {
			t.Errorf("go in %q: got package %q, want %q", c.dir, got, c.api)
		}
		if got := (&config.HTTPStatus{Base: base, Package: c.own}).PackageName(); got != c.status {
			t.Errorf("httpstatus in %q: got package %q, want %q", c.dir, got, c.status)
		}
	}
}
