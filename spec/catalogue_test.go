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

// TestSharedTexts checks that two codes with one message have one name, so they are of two APIs. Two codes of one API
// share a description only if the service has two numbers for one meaning, which the note of one of them says.
func TestSharedTexts(t *testing.T) {
	messages := make(map[string]*spec.Code)
	for _, a := range spectest.Builtin(t).APIs {
		if a.Texts == spec.TextsService {
			continue // whose texts are the published ones
		}
		descriptions := make(map[string]*spec.Code)
		for _, c := range a.Codes {
			if old := messages[c.Message]; old != nil && !a.Textual() && old.Name != c.Name {
				t.Errorf("%s: code %s, %s, has the message of %s (%s)", c.Position, c.Wire(), c.Name, old.Name, old.Position)
			}
			messages[c.Message] = c
			if old := descriptions[c.Description]; old != nil && !sameMeaning(old, c) && !sameMeaning(c, old) {
				t.Errorf("%s: code %s has the description of code %s (%s), and no note says that they have the same meaning",
					c.Position, c.Wire(), old.Wire(), old.Position)
			}
			descriptions[c.Description] = c
		}
	}
}

// sameMeaning reports whether the note of a code says that another has the same meaning.
func sameMeaning(c, other *spec.Code) bool {
	return strings.Contains(c.Note, "he same meaning as "+other.Wire()) || strings.Contains(c.Note, "also has "+other.Wire()+", with the same meaning")
}

// TestAlso checks that no message of an API's own texts is taken for one that the service sends: with such texts, only
// the OAuth errors have a known message.
func TestAlso(t *testing.T) {
	s := spectest.Builtin(t)
	for _, a := range numbered(s) {
		for _, c := range a.Codes {
			if a.Texts == spec.TextsSummary && len(c.Also) > 0 && oauthName(s.API("oidc"), c) == "" {
				t.Errorf("%s: code %s has %q under also, which the service does not send", c.Position, c.Wire(), c.Also)
			}
		}
	}
}

// TestStandards checks that the note of each code of the standards says whether LoginRadius lists it and who defines it,
// and which status the SSO API has for it, if that is another one.
func TestStandards(t *testing.T) {
	s := spectest.Builtin(t)
	a := s.API("oidc")
	for _, c := range a.Codes {
		if !strings.Contains(c.Note, "LoginRadius' own list of errors has it") && !strings.Contains(c.Note, "LoginRadius' own list of errors does not have it") {
			t.Errorf("%s: the note of %s does not say whether LoginRadius' own list of errors has it", c.Position, c.Wire())
		}
		if !strings.Contains(c.Note, "Defined by ") && !strings.Contains(a.Note, "except "+c.Wire()) {
			t.Errorf("%s: the note of %s does not say which standard defines it, and that of the api (%s) does not except it", c.Position, c.Wire(), a.Position)
		}
	}
	for _, number := range s.API("sso").Codes {
		for _, c := range a.Codes {
			status := fmt.Sprintf("number %s, with HTTP %d", number.Wire(), number.HTTPStatus())
			if slices.Contains(number.Also, c.Text) && number.HTTPStatus() != c.HTTPStatus() && !strings.Contains(c.Note, status) {
				t.Errorf("%s: the note of %s does not contain %q, another status than that of %s", c.Position, c.Wire(), status, c.Wire())
			}
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
