package diag

import (
	"fmt"
	"strings"
)

// DidYouMean returns the end of a message about a misspelled word: "; did you mean X?" if one of words is close, else
// the list of words, or "" if there are none.
func DidYouMean(misspelled string, words []string) string {
	if hint := Suggestion(misspelled, words); hint != "" || len(words) == 0 {
		return hint
	}
	return "; there is " + strings.Join(words, ", ")
}

// Suggestion returns the end of a message about a misspelled word: "; did you mean X?" if one of words is close, else "".
// Unlike DidYouMean it never lists the words, which may be too many.
func Suggestion(misspelled string, words []string) string {
	if near := Nearest(misspelled, words); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Nearest returns the word that a misspelled one was probably meant to be, or "" where none is close.
func Nearest(misspelled string, words []string) string {
	best, least := "", len(misspelled)/3+2
	for _, word := range words {
		if d := distance(strings.ToLower(misspelled), strings.ToLower(word)); d < least {
			best, least = word, d
		}
	}
	return best
}

// distance counts the insertions, deletions and substitutions of bytes that turn a into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			above := row[j+1]
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, above+1, row[j]+1)
			diagonal = above
		}
	}
	return row[len(b)]
}
