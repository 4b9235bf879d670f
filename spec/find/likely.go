package find

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/lrcodes/lrcodes/spec"
)

// Likeliest sorts codes that a text may mean: first those whose HTTP status the text contains, then those that share
// more words with it, then as they were.
func Likeliest(matches []Match, text string) []Match {
	words := make(map[string]bool)
	for _, w := range keywords(text) {
		words[w] = true
	}
	rank := func(m Match) (status, shared int) {
		if m.Code.HTTP != nil && words[strconv.Itoa(m.Code.HTTP.Number)] {
			status = 1
		}
		return status, sharedWords(m.Code, words)
	}
	sorted := slices.Clone(matches)
	slices.SortStableFunc(sorted, func(a, b Match) int {
		statusA, sharedA := rank(a)
		statusB, sharedB := rank(b)
		return cmp.Or(cmp.Compare(statusB, statusA), cmp.Compare(sharedB, sharedA))
	})
	return sorted
}

// sharedWords counts the words of a code's name and messages that are among words.
func sharedWords(c *spec.Code, words map[string]bool) int {
	shared := make(map[string]bool)
	for _, text := range append(messages(c), c.Name) {
		for _, w := range keywords(text) {
			if words[w] {
				shared[w] = true
			}
		}
	}
	return len(shared)
}

// messages returns every message that the service may send with a code.
func messages(c *spec.Code) []string {
	if c.Message == "" {
		return c.Also
	}
	return slices.Concat([]string{c.Message}, c.Also)
}

// Numbers returns the numbers in a text that are codes of the spec, in their order and each once.
func (x *Index) Numbers(text string) []string {
	var out []string
	for _, w := range splitWords(text) {
		if _, err := strconv.Atoi(w); err == nil && !slices.Contains(out, w) && len(x.Exact(w).Codes) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// Codes returns the codes, live and retired, that a text contains where it has s.
func (x *Index) Codes(s Seen) Answer {
	var out Answer
	for _, a := range x.apis {
		if s.API != "" && s.API != a.ID {
			continue
		}
		for _, c := range a.Codes {
			if c.Wire() == s.Wire {
				out.Codes = append(out.Codes, Match{API: a, Code: c, By: ByCode})
			}
		}
		for _, r := range a.Retired {
			if r.Wire() == s.Wire {
				out.Retired = append(out.Retired, Retired{API: a, Retired: r})
			}
		}
	}
	out.Codes = Likeliest(out.Codes, s.Near)
	return out
}
