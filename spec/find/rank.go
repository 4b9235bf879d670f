package find

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// The weights of the fields of a code. The text of a code is its description, its note and its data.
const (
	weightMessage  = 8
	weightName     = 10
	weightCategory = 2
	weightText     = 2
)

const (
	moreShare    = 0.2  // what the further fields with a word count
	synonymShare = 0.7  // what is left of the closeness of a synonym
	lengthShare  = 0.35 // how much a long field counts less than a short one
	leastShare   = 0.2  // of the best score: what a code needs to be an answer
)

// ranking is the index of the words of a spec.
type ranking struct {
	entries []entry
	words   []string  // each word of the spec once
	weight  []float64 // of each word: the rarer, the more
	twins   map[string][]string
}

// entry is a code and the words that its fields contain.
type entry struct {
	api      *spec.API
	code     *spec.Code
	worth    []worth  // by word
	messages []string // normalized, to find a message that is given whole
}

// worth is what a word of the index counts in an entry.
type worth struct {
	word   int
	weight float64
}

func newRanking(s *spec.Spec) *ranking {
	r := &ranking{twins: make(map[string][]string)}
	for _, pair := range synonyms {
		a, b := stem(pair[0]), stem(pair[1])
		r.twins[a] = append(r.twins[a], b)
		r.twins[b] = append(r.twins[b], a)
	}
	numbers := make(map[string]int)
	for _, a := range s.APIs {
		for _, c := range a.Codes {
			r.entries = append(r.entries, r.newEntry(a, c, numbers))
		}
	}
	used := make([]int, len(r.words))
	for _, e := range r.entries {
		for _, w := range e.worth {
			used[w.word]++
		}
	}
	for _, n := range used {
		r.weight = append(r.weight, math.Log(1+float64(len(r.entries))/float64(n)))
	}
	return r
}

// newEntry indexes the fields of a code. Each message is a field of its own.
func (r *ranking) newEntry(a *spec.API, c *spec.Code, numbers map[string]int) entry {
	e := entry{api: a, code: c}
	best, total := make(map[int]float64), make(map[int]float64)
	add := func(text string, weight float64) {
		words := keywords(text)
		worth := weight / (1 + lengthShare*math.Log(1+float64(len(words))))
		for _, w := range words {
			n, known := numbers[w]
			if !known {
				n = len(r.words)
				numbers[w], r.words = n, append(r.words, w)
			}
			best[n] = max(best[n], worth)
			total[n] += worth
		}
	}
	for _, name := range append([]string{c.Name}, c.Aliases...) {
		add(name, weightName)
	}
	for _, message := range messages(c) {
		add(message, weightMessage)
		e.messages = append(e.messages, normal(message))
	}
	add(c.Description, weightText)
	add(c.Note, weightText)
	for _, d := range c.Data {
		add(d.Name+" "+d.Type+" "+d.Description, weightText)
	}
	for _, category := range c.Categories {
		add(category.Name, weightCategory)
	}
	for n, weight := range best {
		e.worth = append(e.worth, worth{n, weight + moreShare*(total[n]-weight)})
	}
	return e
}

// normal returns a message without what people change when they quote it: case, spaces and punctuation.
func normal(message string) string { return strings.Join(splitWords(message), " ") }

// Words returns the codes whose texts match the words of a query, the likeliest first. Codes one of whose messages is
// the query come before all others. Codes that match by far less than the best, such as by one common word, are left out.
func (x *Index) Words(query string) []Match {
	r := x.ranking()
	words := slices.Compact(keywords(query))
	near := r.closeness(words)
	whole := normal(query)
	var out []Match
	for i := range r.entries {
		e := &r.entries[i]
		m := Match{API: e.api, Code: e.code, By: ByWords, Score: r.score(e, near)}
		if whole != "" && slices.Contains(e.messages, whole) {
			m.By = ByMessage
		}
		if (m.Score > 0 || m.By == ByMessage) && slices.Contains(x.apis, e.api) {
			out = append(out, m)
		}
	}
	least := 0.0
	for _, m := range out {
		least = max(least, leastShare*m.Score)
	}
	out = slices.DeleteFunc(out, func(m Match) bool { return m.By == ByWords && m.Score < least })
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(b.Score, a.Score)) // "message" sorts before "words"
	})
	return out
}

// closeness returns, for each word of a query, how near each word of the index is to it.
func (r *ranking) closeness(words []string) [][]float64 {
	near := make([][]float64, len(words))
	for i, w := range words {
		near[i] = make([]float64, len(r.words))
		most := r.most(w)
		for n, word := range r.words {
			c := closeness(w, word)
			for _, twin := range r.twins[w] {
				c = max(c, synonymShare*closeness(twin, word))
			}
			near[i][n] = c * min(most, r.weight[n])
		}
	}
	return near
}

// most returns the weight of a word of a query, which no word near to it exceeds: a rare synonym of a common word would
// decide alone. A word that the spec lacks has no bound.
func (r *ranking) most(word string) float64 {
	if n := slices.Index(r.words, word); n >= 0 {
		return r.weight[n]
	}
	return math.Inf(1)
}

// score returns the sum of the best match of each word of the query, times the share of words that matched. It is
// rounded, so that the order does not depend on how a machine computes a logarithm.
func (r *ranking) score(e *entry, near [][]float64) float64 {
	sum, met := 0.0, 0
	for _, word := range near {
		best := 0.0
		for _, w := range e.worth {
			best = max(best, word[w.word]*w.weight)
		}
		if best > 0 {
			sum, met = sum+best, met+1
		}
	}
	if met == 0 {
		return 0
	}
	return math.Round(sum*float64(met)/float64(len(near))*1e6) / 1e6
}
