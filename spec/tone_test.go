package spec_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// unclear lists phrases that a reader who is not a native speaker must read twice, and what to write instead.
var unclear = patterns([][2]string{
	{`\b(stands?|bears?|holds?|dwells?) `, "is, has or contains"},
	{`\bis the case\b`, "say what is so: the state is already"},
	{`\bas it is,|\bas it is\.|as it is$`, "already"},
	{`closer reason`, "does not say why"},
	{`\bis (not )?an? [a-z]+ that is not\b|is not an address`, "is not valid"},
	{`names in use\b`, "name the thing that is used"},
	{`\bsingle events\b`, "event-based"},
	{`\bhas to say\b|\bis meant\b`, "name: the request does not name"},
	{`\bnever good\b|\bis good\b|\bare good\b`, "valid"},
	{`done its work|served its purpose`, "has been used"},
	{`was meant( so)?\b|were meant\b`, "say what the user intended"},
	{`\bin full\b|\bsufficed?\b`, "say with what the user logs in"},
	{`\byields?\b`, "issues or returns"},
	{`\bbroke off\b|\bbreaks off\b`, "failed"},
	{`\bin force\b`, "only X is allowed, or current"},
	{`\badmit(s|ted)?\b`, "allow"},
	{`\b(un)?(link|remov|replac|chang|revoc)e?able\b`, "cannot be linked, removed, replaced, changed, revoked"},
	{`\bcould be undone\b|\bundo\b`, "reset or remove"},
	{`from then on|from now on`, "say what the call can do"},
	{`\bbe it\b`, "such as"},
	{`\bto\.$`, "repeat the verb"},
	{`\bfor which\b|\bfrom which\b`, "start a new sentence"},
	{`may carry|\bcarr(y|ies)\b`, "contain or come with"},
	{`\bties\b|that belongs to\b`, "the token for the second factor"},
	{`^Behind|\bbehind\b`, "at"},
	{`^[A-Z][a-z' ]+ to be\b|^User to\b`, "must, or is required"},
	{`\bfor those who\b`, "name the people"},
	{`best when`, "when"},
	{`cannot be an? (email|phone|username)|\bis no (phone|email)\b|\bis no address\b`, "is not a valid"},
	{`for the service's\b`, "repeat the noun"},
	{`\bby it\b`, "repeat the noun"},
	{`belongs to the feature`, "needs the feature"},
	{`that logs in by`, "say what the user does"},
	{`\bhas yet to\b|\byet to\b`, "has not done it yet"},
	{`\bthis very\b|\bthe very\b`, "the same"},
	{`\bAdd the user's\.`, "repeat the noun"},
	{`\bso called\b|\bwherein\b|\bthereby\b|\bhitherto\b|\bwhereas\b|\bhence\b`, "use plain words"},
	{`\brefus(e|es|ed|al)\b`, "reject, or decline for a person"},
	{`\bturned? (the|it|this)[a-z ]* down\b`, "declined"},
	{`\b(besides?|beside)\b`, "in addition"},
	{`\blapsed?\b`, "expired"},
	{`\bdemands?\b`, "requires"},
	{`\bare to be\b|\bis to be\b`, "must"},
	{`\bmend(s|ed)?\b`, "correct"},
})

type unclearPattern struct {
	pattern *regexp.Regexp
	instead string
}

func patterns(table [][2]string) []unclearPattern {
	var list []unclearPattern
	for _, row := range table {
		list = append(list, unclearPattern{regexp.MustCompile(row[0]), row[1]})
	}
	return list
}

// TestTone checks the catalogue's own texts, not the published ones, for plain sentences.
func TestTone(t *testing.T) {
	s := spectest.Builtin(t)
	for _, a := range s.APIs {
		if a.Note != "" {
			checkSentences(t, a.Position, a.Note)
		}
		for _, c := range a.Categories {
			checkRemedy(t, c.Position, c.Description)
		}
		for _, c := range a.Codes {
			if a.ID != "cloud-directory" { // whose texts are the published ones
				checkTitle(t, c.Position, c.Message)
				checkRemedy(t, c.Position, c.Description)
			}
			if c.Note != "" {
				checkSentences(t, c.Position, c.Note)
			}
			for _, f := range c.Data {
				checkSentences(t, f.Position, f.Description)
			}
		}
		for _, r := range a.Retired {
			checkSentences(t, r.Position, r.Reason)
		}
	}
	for _, y := range s.Synthetic {
		checkSentences(t, y.Position, y.Description)
	}
}

func checkSentences(t *testing.T, at diag.Position, text string) {
	t.Helper()
	if !strings.HasSuffix(text, ".") || strings.ToUpper(text[:1]) != text[:1] {
		t.Errorf("%s: %q is not a sentence that begins with a capital and ends with a full stop", at, text)
	}
	checkClear(t, at, text)
}

// checkRemedy checks that a description says what happened, and then what to do.
func checkRemedy(t *testing.T, at diag.Position, text string) {
	t.Helper()
	if !strings.Contains(text, ". ") {
		t.Errorf("%s: %q has one sentence; say what happened, and in the next sentence what to do", at, text)
	}
	checkSentences(t, at, text)
}

func checkTitle(t *testing.T, at diag.Position, text string) {
	t.Helper()
	if strings.HasSuffix(text, ".") || strings.ToUpper(text[:1]) != text[:1] {
		t.Errorf("%s: message %q does not begin with a capital, or ends with a full stop", at, text)
	}
	checkClear(t, at, text)
}

func checkClear(t *testing.T, at diag.Position, text string) {
	t.Helper()
	for _, u := range unclear {
		if match := u.pattern.FindString(text); match != "" {
			t.Errorf("%s: %q in %q is unclear: %s", at, match, text, u.instead)
		}
	}
}

// TestOrder checks that the codes of a file are in the order in which they are generated.
func TestOrder(t *testing.T) {
	for _, a := range spectest.Builtin(t).APIs {
		for i, c := range a.Codes[1:] {
			if before := a.Codes[i]; before.Position.File == c.Position.File && before.Position.Line > c.Position.Line {
				t.Errorf("%s: code %s comes after code %s (%s)", before.Position, before.Wire(), c.Wire(), c.Position)
			}
		}
	}
}
