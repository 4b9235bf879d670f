package spec_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// numbered returns the APIs of LoginRadius itself; the one of the standards is named after them.
func numbered(s *spec.Spec) []*spec.API {
	return slices.DeleteFunc(slices.Clone(s.APIs), func(a *spec.API) bool { return a.Textual() })
}

// TestComplete checks that every entry of the catalogue says what a reader needs.
func TestComplete(t *testing.T) {
	s := spectest.Builtin(t)
	for _, a := range s.APIs {
		if want := "https://github.com/lrcodes/lrcodes/blob/main/out/docs/" + a.ID + ".md"; a.Docs != want {
			t.Errorf("%s: docs of api %q is %q, want %q", a.Position, a.ID, a.Docs, want)
		}
		if a.Source == "" && !strings.Contains(a.Note, "LoginRadius publishes none") {
			t.Errorf("%s: api %q has no source, and its note does not say why", a.Position, a.ID)
		}
		for _, c := range a.Codes {
			if len(c.Categories) == 0 || c.Description == "" {
				t.Errorf("%s: code %s has no category or no description", c.Position, c.Wire())
			}
			for _, f := range c.Data {
				if f.Description == "" || f.Example == "" {
					t.Errorf("%s: data %s of code %s has no description or no example", f.Position, f.Name, c.Wire())
				}
			}
		}
		for _, c := range a.Categories {
			if len(c.Codes) == 0 || c.Description == "" {
				t.Errorf("%s: category %s has no codes or no description", c.Position, c.Name)
			}
		}
	}
	for _, y := range s.Synthetic {
		if y.Description == "" {
			t.Errorf("%s: SDK %s has no description", y.Position, y.SDK)
		}
	}
}

// TestSharedNames checks that the same name has the same meaning everywhere. What a caller branches on must agree, and
// the list of shared names with their messages is a golden file: whoever shares one more name must look at both meanings.
func TestSharedNames(t *testing.T) {
	uses := make(map[string][]*spec.Code)
	apis := make(map[*spec.Code]string)
	for _, a := range numbered(spectest.Builtin(t)) {
		for _, c := range a.Codes {
			uses[c.Name] = append(uses[c.Name], c)
			apis[c] = a.ID
		}
	}
	var list strings.Builder
	for _, name := range sortedKeys(uses) {
		if len(uses[name]) < 2 {
			continue
		}
		fmt.Fprintf(&list, "%s\n", name)
		for _, c := range uses[name] {
			fmt.Fprintf(&list, "\t%s %s: %s\n", apis[c], c.Wire(), c.Message)
			if first := uses[name][0]; names(first) != names(c) || first.Retryable != c.Retryable {
				t.Errorf("%s: %s is %s and retryable %v, but %s and %v at %s", c.Position, name, names(c), c.Retryable,
					names(first), first.Retryable, first.Position)
			}
		}
	}
	spectest.File(t, "testdata/shared-names.txt", []byte(list.String()))
}

// names returns the categories of a code, sorted.
func names(c *spec.Code) string {
	var list []string
	for _, category := range c.Categories {
		list = append(list, category.Name)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// TestSharedMessages checks that two codes of one API never have the same message and description. Their names differ
// by the rule duplicate-name.
func TestSharedMessages(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		first := make(map[string]*spec.Code)
		for _, c := range a.Codes {
			key := c.Message + "\n" + c.Description
			if old := first[key]; old != nil {
				t.Errorf("%s: code %s has the message and the description of code %s (%s)", c.Position, c.Wire(), old.Wire(), old.Position)
			}
			first[key] = c
		}
	}
}

// TestStandards checks that the note of each code of the standards says whether LoginRadius lists it.
func TestStandards(t *testing.T) {
	for _, c := range spectest.Builtin(t).API("oidc").Codes {
		if !strings.Contains(c.Note, "LoginRadius' own list of errors has it") && !strings.Contains(c.Note, "LoginRadius' own list of errors does not have it") {
			t.Errorf("%s: the note of %s does not say whether LoginRadius' own list of errors has it", c.Position, c.Wire())
		}
	}
}

// TestSyntheticNotes checks that a code warns of each SDK that creates its number itself.
func TestSyntheticNotes(t *testing.T) {
	s := spectest.Builtin(t)
	for _, y := range s.Synthetic {
		for _, a := range numbered(s) {
			for _, c := range a.Codes {
				if slices.Contains(y.Numbers, c.Number) && !strings.Contains(c.Note, y.SDK) {
					t.Errorf("%s: the note of %s does not name the %s SDK, which creates this number itself (%s)", c.Position, c.Wire(), y.SDK, y.Position)
				}
			}
		}
	}
}
