package spec_test

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
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

// policyFile contains the naming policy, as a table of words in its comments: XMissing, XAlreadyY.
const policyFile = "cloud-directory.yaml"

// policyWord is a word of the policy: X is the thing, and Y, at the end, is anything.
var policyWord = regexp.MustCompile(`\bX([A-Z][A-Za-z]+)\b`)

// wellKnown are the names that the policy allows because every programmer knows them.
var wellKnown = []string{"BadRequest", "NoMoreRecords"}

// longest is the length of the longest name that the policy allows.
const longest = 32

// policyWords returns the words in which a name may end, as the comments of the policy file list them.
func policyWords(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(policyFile)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "#") {
			continue
		}
		for _, match := range policyWord.FindAllStringSubmatch(line, -1) {
			words = append(words, match[1])
		}
	}
	if len(words) == 0 {
		t.Fatalf("%s: no words of the naming policy", policyFile)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// ending returns a pattern of names that end in one of the words.
func ending(words []string) *regexp.Regexp {
	var patterns []string
	for _, word := range words {
		if base, open := strings.CutSuffix(word, "Y"); open {
			word = base + "[A-Za-z]+"
		}
		patterns = append(patterns, word)
	}
	return regexp.MustCompile("(" + strings.Join(patterns, "|") + ")$")
}

// TestNames checks names against the naming policy at the top of cloud-directory.yaml.
func TestNames(t *testing.T) {
	s, words := spectest.Builtin(t), policyWords(t)
	pattern, oauth := ending(words), s.API("oidc")
	for _, a := range numbered(s) {
		for _, c := range a.Codes {
			if !pattern.MatchString(c.Name) && !slices.Contains(wellKnown, c.Name) && oauthName(oauth, c) == "" {
				t.Errorf("%s: name %q does not end in a word of the naming policy, which spec/%s has at its top: %s",
					c.Position, c.Name, policyFile, strings.Join(words, ", "))
			}
			if len(c.Name) > longest {
				t.Errorf("%s: name %q has %d letters, more than the %d of the naming policy", c.Position, c.Name, len(c.Name), longest)
			}
			for _, category := range a.Categories {
				if sortedWords(category.Name) == sortedWords(c.Name) {
					t.Errorf("%s: name %q is that of category %s in another word order", c.Position, c.Name, category.Name)
				}
			}
			if id := strings.ReplaceAll(a.Title, " API Codes", ""); strings.HasPrefix(c.Name, strings.ReplaceAll(id, " ", "")) {
				t.Errorf("%s: name %q repeats the name of the api", c.Position, c.Name)
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

// TestOAuthNames checks that a number that stands for an OAuth error is named like that error.
func TestOAuthNames(t *testing.T) {
	s := spectest.Builtin(t)
	for _, c := range s.API("sso").Codes {
		if want := oauthName(s.API("oidc"), c); want != "" && c.Name != want {
			t.Errorf("%s: name %q, want %q as in oidc.yaml", c.Position, c.Name, want)
		}
	}
}

// oauthName returns the name that a code must have if its message is an OAuth error, and "" if it is none. A name that
// the API's categories use has the prefix OAuth.
func oauthName(oauth *spec.API, c *spec.Code) string {
	for _, o := range oauth.Codes {
		if !slices.Contains(c.Also, o.Text) {
			continue
		}
		if o.Name == "InvalidRequest" {
			return "OAuth" + o.Name
		}
		return o.Name
	}
	return ""
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
