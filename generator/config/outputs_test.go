package config_test

import (
	"path"
	"slices"
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

// TestReservedPackages compares the names that no package of an API can have with the directories that the default
// configuration has besides those of the APIs.
func TestReservedPackages(t *testing.T) {
	var dirs []string
	for _, o := range config.Default(&spec.Spec{}, nil).Outputs {
		switch o := o.(type) {
		case *config.HTTPStatus:
			dirs = append(dirs, path.Base(o.Dir))
		case *config.Markdown:
			dirs = append(dirs, path.Base(o.Dir))
		case *config.HTML:
			dirs = append(dirs, path.Base(path.Dir(o.File)))
		default:
			t.Errorf("add outputs of type %T", o)
		}
	}
	slices.Sort(dirs)
	if dirs = slices.Compact(dirs); !slices.Equal(dirs, spec.ReservedPackages()) {
		t.Errorf("the default configuration has %q, reserved is %q", dirs, spec.ReservedPackages())
	}
}
