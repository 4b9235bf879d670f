package spec_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

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

// TestOAuthNames checks that a number that denotes an OAuth error is named like that error.
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

// TestNameWords checks that names use one word for one thing.
func TestNameWords(t *testing.T) {
	synonyms := map[string]string{"Wrong": "Invalid", "Incorrect": "Invalid", "Illegal": "Invalid", "Absent": "Missing",
		"SecondFactor": "MFA", "Passcode": "OTP", "OTPCode": "OTP", "Outdated": "Expired", "SocialProvider": "Provider",
		"Refused": "Rejected"}
	for _, a := range spectest.Builtin(t).APIs {
		for _, c := range a.Codes {
			for word, good := range synonyms {
				if strings.Contains(c.Name, word) {
					t.Errorf("%s: name %q contains %s; this catalogue says %s", c.Position, c.Name, word, good)
				}
			}
		}
	}
}

// nameCategories says in which categories a code is, at least in one of them, if the naming policy says of the word at
// the end of its name whose state is wrong.
var nameCategories = []struct{ ending, categories string }{
	{"NotConfigured", "Configuration"},                              // the site has no settings for it
	{"NotInProfile", "NotEnrolled VerificationRequired"},            // the user's profile does not have it
	{"OTP[A-Za-z]*(Expired|Used)", "ChallengeExpired"},              // a new code helps, also if the old one was used
	{"Link(Expired[A-Za-z]*|Used|Already[A-Za-z]+)", "InvalidLink"}, // a new link helps, also if the old one was used
}

// TestNameCategories checks that a name does not promise another state than the categories.
func TestNameCategories(t *testing.T) {
	for _, a := range numbered(spectest.Builtin(t)) {
		for _, c := range a.Codes {
			for _, n := range nameCategories {
				is := func(category string) bool { return slices.Contains(strings.Fields(n.categories), category) }
				if regexp.MustCompile(n.ending+"$").MatchString(c.Name) && !slices.ContainsFunc(strings.Fields(names(c)), is) {
					t.Errorf("%s: code %s, %s, is in %s, but not in %s", c.Position, c.Wire(), c.Name, names(c), n.categories)
				}
			}
		}
	}
}

// TestDevices tests each name of a device, in the forms that Windows reserves, and names that are like one.
func TestDevices(t *testing.T) {
	devices := []string{"con", "prn", "aux", "nul"}
	for i := range 10 {
		devices = append(devices, fmt.Sprint("com", i), fmt.Sprint("lpt", i))
	}
	for _, name := range devices {
		for _, form := range []string{name, strings.ToUpper(name), name + ".md", name + ".tar.gz", name + "."} {
			if !spec.IsDevice(form) {
				t.Errorf("%q is no device", form)
			}
		}
		for _, other := range []string{"x" + name, name + "x", name + "-1", "." + name, "a." + name} {
			if spec.IsDevice(other) {
				t.Errorf("%q is a device", other)
			}
		}
	}
	for _, name := range []string{"", "com", "lpt", "com10", "null"} {
		if spec.IsDevice(name) {
			t.Errorf("%q is a device", name)
		}
	}
}
