package find

import "slices"

// Tables is what [Index.Words] ranks by, for a program in another language that is to rank alike. How the parts work
// together is in the functions keywords, closeness and score.
type Tables struct {
	StopWords []string    `json:"stop"`     // words that mean nothing
	Phrases   [][2]string `json:"phrases"`  // words, and those that replace them
	Suffixes  [][2]string `json:"suffixes"` // endings, and what replaces them
	Synonyms  [][2]string `json:"synonyms"`

	Name     float64 `json:"n"` // the weights of the fields
	Message  float64 `json:"m"`
	Text     float64 `json:"d"`
	Category float64 `json:"c"`

	SynonymShare float64 `json:"synonym"`
	LengthShare  float64 `json:"length"`
	MoreShare    float64 `json:"more"`
	LeastShare   float64 `json:"least"`
}

// WordTables returns the tables.
func WordTables() Tables {
	return Tables{
		StopWords: slices.Clone(stopWords), Phrases: slices.Clone(phrases), Suffixes: slices.Clone(suffixes), Synonyms: slices.Clone(synonyms),
		Name: weightName, Message: weightMessage, Text: weightText, Category: weightCategory,
		SynonymShare: synonymShare, LengthShare: lengthShare, MoreShare: moreShare, LeastShare: leastShare,
	}
}
