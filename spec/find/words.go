package find

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopWords are words that a query and a text may have without meaning anything by them. "not" is not one of them.
var stopWords = []string{
	"a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "do", "does", "during", "for", "from", "had", "has",
	"have", "he", "his", "i", "if", "in", "into", "is", "it", "its", "may", "me", "must", "my", "of", "on", "or", "our", "please", "so", "some", "such",
	"that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "when", "which", "while",
	"will", "with", "would", "you", "your",
}

// synonyms are pairs of words that services and their users take for one another.
var synonyms = [][2]string{
	{"required", "missing"}, {"incorrect", "invalid"}, {"wrong", "invalid"}, {"incorrect", "wrong"},
	{"format", "malformed"}, {"exist", "found"}, {"available", "found"}, {"unknown", "found"}, {"disabled", "enabled"},
	{"blocked", "locked"}, {"mobile", "phone"}, {"reached", "exceeded"}, {"access", "usable"}, {"remove", "delete"},
	{"allowed", "permitted"},
}

// phrases are words that mean the same as others, which replace them.
var phrases = [][2]string{{"not valid", "invalid"}, {"set up", "configured"}, {"second factor", "two factor"}, {"sign in", "login"}, {"log in", "login"}}

// suffixes are cut off words, the first that leaves three letters or more, and replaced.
var suffixes = [][2]string{{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ed", ""}, {"es", ""}, {"s", ""}}

// stem returns a lower-case word without its ending, so that expired, expires and expire are one word.
func stem(word string) string {
	for _, s := range suffixes {
		if rest, ok := strings.CutSuffix(word, s[0]); ok && utf8.RuneCountInString(rest) >= 3 && !strings.HasSuffix(word, "ss") {
			word = rest + s[1]
			break
		}
	}
	if rest, ok := strings.CutSuffix(word, "e"); ok && utf8.RuneCountInString(rest) >= 3 {
		return rest
	}
	return word
}

// splitWords returns the words of a text: in lower case, a CamelCase name apart, without apostrophes.
func splitWords(text string) []string {
	var words []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
			word = word[:0]
		}
	}
	runes := []rune(apostrophes.Replace(text))
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
			continue
		case unicode.IsUpper(r) && len(word) > 0 && startsWord(word[len(word)-1], runes[i+1:]):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return words
}

var apostrophes = strings.NewReplacer("'", "", "’", "")

// startsWord reports whether an upper-case letter begins a word of a CamelCase name, between the letter in front of it
// and the text after it: V of EmailVerified and M of QRMissing, but not R.
func startsWord(before rune, after []rune) bool {
	return !unicode.IsUpper(before) || len(after) > 0 && unicode.IsLower(after[0])
}

// keywords returns the stems of the words of a text that mean something, in their order.
func keywords(text string) []string {
	joined := " " + strings.Join(splitWords(text), " ") + " "
	for _, p := range phrases {
		joined = strings.ReplaceAll(joined, " "+p[0]+" ", " "+p[1]+" ")
	}
	words := strings.Fields(joined)
	kept := words[:0]
	for _, w := range words {
		if _, stop := slices.BinarySearch(stopWords, w); !stop {
			kept = append(kept, stem(w))
		}
	}
	return kept
}

// closeness returns how near a word of a query is to a word of the spec, from 1 for the same word to 0.
func closeness(query, word string) float64 {
	n, m := utf8.RuneCountInString(query), utf8.RuneCountInString(word)
	switch {
	case query == word:
		return 1
	case n >= 3 && strings.HasPrefix(word, query):
		return 0.8
	case m >= 4 && strings.HasPrefix(query, word):
		return 0.6
	case n >= 5 && m-n <= 1 && n-m <= 1 && oneEdit([]rune(query), []rune(word)):
		return 0.5
	}
	return 0
}

// oneEdit reports whether one letter inserted, deleted or replaced, or two neighbors swapped, make b of a.
func oneEdit(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
