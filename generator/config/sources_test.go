package config_test

import (
	"slices"
	"testing"

	"github.com/lrcodes/lrcodes/generator/config"
)

func TestSources(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // nil for diagnostics
	}{
		{"", []string{"builtin"}},
		{"version: 1\ngenerate: [{go: {api: gone, dir: a}}]\n", []string{"builtin"}},
		{"version: 9\nspec: [builtin, ./codes]\noutputs: {a: b}\n", []string{"builtin", "./codes"}},
		{"spec: [codes, codes]\n", []string{"codes", "codes"}},
		{"spec: [../codes]\n", nil},
		{"spec: codes\n", nil},
		{"spec: [\n", nil},
	} {
		sources, diags := config.Sources("old.yaml", []byte(c.text))
		var got []string
		for _, s := range sources {
			got = append(got, s.Path)
		}
		if !slices.Equal(got, c.want) || (c.want == nil) != (len(diags) > 0) {
			t.Errorf("%q: got %q, want %q\n%v", c.text, got, c.want, diags)
		}
		for _, d := range diags {
			if d.Position.File != "old.yaml" || d.Position.Line < 1 {
				t.Errorf("%q: a diagnostic without a position: %v", c.text, d)
			}
		}
	}
}
