package spec_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// contradictions lists, for each category, those whose actions contradict it: a program that branches on one would do
// the wrong thing for the other. A code is never in both. "*" is every other category.
var contradictions = map[string][]string{
	"AlreadyDone":          {"*"},                                                                  // go on, do nothing
	"Pending":              {"*"},                                                                  // ask the same again
	"RateLimited":          {"*"},                                                                  // wait, change nothing
	"SessionEnded":         {"*"},                                                                  // drop the session
	"VerificationRequired": {"*"},                                                                  // verify first
	"Declined":             {"ChallengeFailed", "ChallengeExpired", "InvalidCredentials"},          // do not ask again
	"ChallengeFailed":      {"ChallengeExpired"},                                                   // ask for the same code, or send a new one
	"InvalidRequest":       {"InvalidInput", "InvalidCredentials"},                                 // correct the program, or ask the user
	"Configuration":        {"InvalidInput", "InvalidCredentials", "ChallengeFailed"},              // ask an administrator, or the user
	"InvalidCredentials":   {"AccountLocked", "UnsafePassword"},                                    // ask again, or unlock the account first
	"InvalidToken":         {"InvalidLink", "InvalidCredentials", "InvalidRequest"},                // repeat the step, send a link, or correct the program
	"DuplicateIdentity":    {"NotFound", "NotEnrolled"},                                            // it exists, or it does not
	"ServiceFailure":       {"InvalidRequest", "InvalidInput", "Configuration", "ProviderFailure"}, // who failed
}

// TestContradictions checks that no code is in two categories whose actions contradict each other.
func TestContradictions(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		for _, c := range a.Codes {
			for _, one := range c.Categories {
				for _, other := range c.Categories {
					list := contradictions[one.Name]
					if one != other && (slices.Contains(list, "*") || slices.Contains(list, other.Name)) {
						t.Errorf("%s: code %s is in %s and in %s, whose actions contradict each other", c.Position, c.Wire(), one.Name, other.Name)
					}
				}
			}
		}
	}
}

// TestContradictionsNamed checks that the table of contradictions names only categories that exist.
func TestContradictionsNamed(t *testing.T) {
	known := make(map[string]bool)
	for _, a := range spectest.Builtin(t).APIs {
		for _, c := range a.Categories {
			known[c.Name] = true
		}
	}
	for name, list := range contradictions {
		for _, name := range append(list, name) {
			if name != "*" && !known[name] {
				t.Errorf("no api has a category %s", name)
			}
		}
	}
}

// remedies lists words with which the description of a code agrees with its first category, or contradicts it.
var remedies = []struct {
	category string
	pattern  string
	required bool // whether the description must match the pattern; otherwise it must not match
	why      string
}{
	{"AlreadyDone", `\b(Reset|Unlink|Disable|Correct|Unblock|another)\b|\bIf not\b`, false, "nothing is left to do, without any condition"},
	{"InvalidLink", `\b(new|another|again)\b`, true, "a new link helps"},
	{"PermissionDenied", `[Aa]sk the user for another`, false, "the user cannot help"},
	{"SessionEnded", `log in again|log in with the password`, true, "only a login helps"},
	{"InvalidToken", `[Ll]et the user log in`, false, "a session of the user is not affected"},
	{"Configuration", `\b(Write|Call) `, false, "an administrator helps, not another request"},
	{"ProviderFailure", `answer|ProviderErrorResponse|connection settings`, true, "the answer of the other service decides"},
	{"Conflict", `nothing to \w+`, false, "nothing is left to do"},
	{"NotFound", `nothing to \w+`, false, "nothing is left to do"},
}

// TestRemedies checks that the description of a code does not advise what its first category excludes.
func TestRemedies(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		if a.Texts == spec.TextsService {
			continue // whose descriptions are the published ones
		}
		for _, c := range a.Codes {
			for _, r := range remedies {
				if c.Categories[0].Name == r.category && regexp.MustCompile(r.pattern).MatchString(c.Description) != r.required {
					t.Errorf("%s: code %s is in %s, where %s, but its description is %q", c.Position, c.Wire(), r.category, r.why, c.Description)
				}
			}
		}
	}
}

// TestUnknownNames checks that a rejected ID or name, which may be malformed or unknown, is in both categories. A new
// name may be malformed or taken.
func TestUnknownNames(t *testing.T) {
	pattern := regexp.MustCompile(`(Name|ID)Invalid(OrTaken)?$`)
	for _, a := range numbered(spectest.Builtin(t)) {
		for _, c := range a.Codes {
			list := strings.Fields(names(c))
			other := "NotFound"
			if strings.HasSuffix(c.Name, "OrTaken") {
				other = "Conflict"
			}
			if pattern.MatchString(c.Name) && slices.Contains(list, "InvalidRequest") && !slices.Contains(list, other) {
				t.Errorf("%s: code %s, %s, is in InvalidRequest, but not in %s", c.Position, c.Wire(), c.Name, other)
			}
		}
	}
}

// TestCategories checks that a category has the same description in all APIs.
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

// retries says for categories whether their codes are retryable by the rule at the top of cloud-directory.yaml. In
// a category that is not listed, the same request fails until somebody corrects something.
var retries = map[string]string{
	"Pending":         "always",    // a poll for what the user is doing
	"RateLimited":     "always",    // the limit ends by itself
	"AccountLocked":   "sometimes", // if the lock ends by itself
	"ServiceFailure":  "sometimes", // unless a value of the request works only once
	"ProviderFailure": "sometimes", // if the service asks for another attempt; otherwise the answer decides
}

// TestRetryable checks retryable against the rule.
func TestRetryable(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		for _, c := range a.Codes {
			if len(c.Categories) == 0 {
				continue // which TestComplete reports
			}
			rule := retries[c.Categories[0].Name]
			if c.Retryable && rule == "" || !c.Retryable && rule == "always" {
				t.Errorf("%s: code %s has retryable: %v, but its first category is %s", c.Position, c.Wire(), c.Retryable, c.Categories[0].Name)
			}
			if c.Categories[0].Name == "ServiceFailure" && !c.Retryable && !strings.Contains(c.Description, "works only once") {
				t.Errorf("%s: code %s is in ServiceFailure and not retryable, but its description does not say what works only once", c.Position, c.Wire())
			}
		}
	}
}
