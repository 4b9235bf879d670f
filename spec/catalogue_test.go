package spec_test

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// numbered returns the APIs of LoginRadius itself; that of the standards is named after them.
func numbered(s *spec.Spec) []*spec.API {
	return slices.DeleteFunc(slices.Clone(s.APIs), func(a *spec.API) bool { return a.Textual() })
}

// TestCounts compares the catalogue with what the published pages list.
func TestCounts(t *testing.T) {
	s := spectest.Builtin(t)
	for _, want := range []struct {
		api               string
		codes, categories int
	}{
		{"cloud-directory", 26, 4},
		{"customer-identity", 335, 22},
		{"oidc", 33, 7},
		{"sso", 54, 9},
	} {
		a := s.API(want.api)
		if a == nil || len(a.Codes) != want.codes || len(a.Categories) != want.categories {
			t.Errorf("%s: got %d codes in %d categories, want %d in %d", want.api, len(a.Codes), len(a.Categories), want.codes, want.categories)
		}
		for _, c := range a.Codes {
			if len(c.Categories) == 0 || c.Description == "" {
				t.Errorf("%s: code %s has no category or no description", c.Position, c.Wire())
			}
		}
		for _, c := range a.Categories {
			if len(c.Codes) == 0 {
				t.Errorf("%s: category %s has no codes", c.Position, c.Name)
			}
		}
	}
	if len(s.APIs) != 4 || len(s.Statuses) != 8 || len(s.Synthetic) != 5 {
		t.Errorf("got %d apis, %d statuses and %d SDKs, want 4, 8 and 5", len(s.APIs), len(s.Statuses), len(s.Synthetic))
	}
}

// TestSharedNames holds the same name to the same meaning. What a caller branches on must agree, and the list of
// shared names with their messages is a golden file: whoever shares one more name must look at both meanings.
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

// TestCategories holds a category to one description in all APIs.
func TestCategories(t *testing.T) {
	first := make(map[string]*spec.Category)
	for _, a := range spectest.Builtin(t).APIs {
		for _, c := range a.Categories {
			if old := first[c.Name]; old != nil && old.Description != c.Description {
				t.Errorf("%s: category %s is described otherwise at %s", c.Position, c.Name, old.Position)
			}
			first[c.Name] = c
		}
	}
}

// state is how a name ends: with the state of the thing that it begins with, in the words of the naming policy.
var state = regexp.MustCompile(`(Missing|Invalid|Unauthorized|Expired|ExpiredOrUsed|Used|NotFound|Mismatch|Duplicate|` +
	`LimitExceeded|Exhausted|Not[A-Z][a-z]+|NotInProfile|Disabled|Required|Only|Pending|Detected|Denied|Failed|Failure|Refused|InUse|` +
	`Already[A-Z][a-z]+|Blocked|BlockedAs[A-Z][a-z]+|Breached|TooWeak|BelowMinimum|Exists|HeldBy[A-Za-z]+|` +
	`Locked(Temporarily|Until[A-Za-z]+)|OnlyEmailInProfile|InvalidOrPhoneVerified)$`)

// TestNames holds names to the naming policy at the head of cloud-directory.yaml.
func TestNames(t *testing.T) {
	for _, a := range numbered(spectest.Builtin(t)) {
		for _, c := range a.Codes {
			if !state.MatchString(c.Name) {
				t.Errorf("%s: name %s does not end in a word of the naming policy", c.Position, c.Name)
			}
			for _, category := range a.Categories {
				if sortedWords(category.Name) == sortedWords(c.Name) {
					t.Errorf("%s: name %s is that of category %s in another word order", c.Position, c.Name, category.Name)
				}
			}
			if id := strings.ReplaceAll(a.Title, " API Codes", ""); strings.HasPrefix(c.Name, strings.ReplaceAll(id, " ", "")) {
				t.Errorf("%s: name %s repeats the name of the api", c.Position, c.Name)
			}
		}
	}
}

var nameWords = regexp.MustCompile(`[A-Z][a-z]+|[A-Z]+`)

func sortedWords(name string) string {
	words := nameWords.FindAllString(name, -1)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// TestSharedMessages holds codes of one API that share a message to names that tell them apart, which the rule
// duplicate-name gives, and to descriptions that do.
func TestSharedMessages(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		first := make(map[string]*spec.Code)
		for _, c := range a.Codes {
			key := c.Message + "\n" + c.Description
			if old := first[key]; old != nil {
				t.Errorf("%s: code %s cannot be told from code %s (%s)", c.Position, c.Wire(), old.Wire(), old.Position)
			}
			first[key] = c
		}
	}
}
