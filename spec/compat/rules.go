package compat

import (
	"slices"
	"strings"
)

// Level is how much a change asks of those who use the catalogue. The worst level is the lowest.
type Level int

// The levels.
const (
	Breaking Level = iota + 1 // what compiled does not compile, or what matched does not match or means something else
	Behavior                  // a value that programs read is another one
	Addition                  // something new that nobody uses yet
	Text                      // only people read it
)

var levelNames = []string{Breaking: "breaking", Behavior: "behavior", Addition: "addition", Text: "text"}

// Levels returns all levels, the worst first.
func Levels() []Level { return []Level{Breaking, Behavior, Addition, Text} }

// String returns the level in lower case.
func (l Level) String() string { return levelNames[l] }

// Concerns is a set of what a change affects.
type Concerns uint8

// What a change may affect.
const (
	Compile Concerns = 1 << iota // Go code that names it
	Match                        // errors.Is, switch, ByName, ByMessage, decoding
	Value                        // HTTPStatus, Retryable, Message, Name, Problem
	Data                         // the JSON export, and templates of other languages
	Docs                         // readers, and links
)

const all = Compile | Match | Value | Data | Docs

var concernNames = []string{"compile", "match", "value", "data", "docs"}

// Names returns the members of the set, in the order of the constants.
func (c Concerns) Names() []string {
	var names []string
	for i, name := range concernNames {
		if c&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// String returns the members of the set, such as "compile, match".
func (c Concerns) String() string { return strings.Join(c.Names(), ", ") }

// Rule is one kind of change. Its id is stable and never used for anything else.
type Rule struct {
	ID       string
	Level    Level
	Concerns Concerns
	Doc      string // one sentence
	Remedy   string // how to avoid the break, or ""
}

const (
	underAliases = "list it under aliases"
	keepCategory = "keep the code in the category"
	keepUnused   = "keep it with unused: true, or list it under retired"
)

// rules is the table of all rules, the worst first.
var rules = []Rule{
	{"api-removed", Breaking, all, "An api is gone, with its package and every code.", "keep the api"},
	{"package-renamed", Breaking, Compile, "The Go package of an api has another name.", "keep the name under package"},
	{"code-removed", Breaking, all, "A code is gone without a tombstone, so that its number may be given to another error.", keepUnused},
	{"code-retired", Breaking, all, "A code became a tombstone; its constants no longer compile.", "keep it with unused: true"},
	{"code-reused", Breaking, all, "A code has another message and no name that it had: it is another error now.", "if it is the same error, list the old name under aliases"},
	{"name-moved", Breaking, Match | Value | Data, "A name is that of another code, so that programs compile and match the wrong error.", "give the other code another name"},
	{"name-removed", Breaking, Compile | Match | Data, "A name or alias of a code is gone.", underAliases},
	{"category-removed", Breaking, Compile | Match | Data | Docs, "A category is gone.", "keep the category, even without codes"},
	{"category-left", Breaking, Match | Data | Docs, "A code is no longer in a category, so that errors.Is with the category no longer holds.", keepCategory},
	{"field-removed", Breaking, Compile | Value | Data, "A field of the envelope is gone.", "keep the field"},
	{"field-changed", Breaking, Compile | Value | Data, "A field of the envelope has another type or Go name, or may be null now, or no longer.", "keep the field as it was"},
	{"role-changed", Breaking, Compile | Match | Value | Data, "The code or the message comes in another field, so that programs built before do not find it.", "keep the role where it was"},
	{"accessor-removed", Breaking, Compile | Value, "No code of an api has a data key below a name such as Data anymore, so that the accessor of that name is gone.", "keep one key under data"},
	{"texts-summarized", Breaking, Compile | Match | Data | Docs, "The messages of an api are no longer those that the service sends, so that ByMessage is gone.", "keep texts: service"},
	{"sdk-removed", Breaking, Compile | Match, "An SDK no longer passes the errors of an api on, so that FromError does not look into those of the SDK.", "keep the name under sdk"},
	{"status-removed", Breaking, Compile | Match | Data | Docs, "An HTTP status is gone.", "keep the status"},
	{"status-renamed", Breaking, Compile | Match | Data, "An HTTP status has another name.", "keep the name"},
	{"tombstone-removed", Breaking, Match, "A tombstone, or the name on it, is gone: the code or name may be given away.", "keep the tombstone"},

	{"code-renamed", Behavior, Value | Data | Docs, "A code has another name and keeps the old one as a deprecated alias, which go fix rewrites.", ""},
	{"unused-changed", Behavior, Value | Data | Docs, "A code is documented as not in use now, or in use again.", ""},
	{"http-changed", Behavior, Value | Data | Docs, "A code comes with another HTTP status, or with none.", ""},
	{"retryable-changed", Behavior, Value | Data | Docs, "A retry loop treats a code or status the other way.", ""},
	{"message-changed", Behavior, Value | Data | Docs, "The usual message of a code or status is another text.", "list the old one under also"},
	{"message-dropped", Behavior, Match | Data | Docs, "A further message no longer leads to its code.", "list it under also"},
	{"category-joined", Behavior, Match | Data | Docs, "A code is in a further category that existed before.", ""},
	{"categories-reordered", Behavior, Value | Data | Docs, "A code has its categories in another order; the first is the most specific one.", ""},
	{"data-removed", Behavior, Value | Data | Docs, "A key that came with a code is no longer documented.", "keep the key under data"},
	{"data-changed", Behavior, Value | Data | Docs, "A key that comes with a code has another type.", ""},
	{"docs-moved", Behavior, Value | Docs, "The published address of an api changed; problem details carry it as their type.", ""},

	{"api-added", Addition, Data | Docs, "There is a new api.", ""},
	{"code-added", Addition, Data | Docs, "There is a new code.", ""},
	{"name-added", Addition, Data, "A code has a further name.", ""},
	{"message-added", Addition, Data | Docs, "A further message leads to a code.", ""},
	{"texts-verbatim", Addition, Data | Docs, "The messages of an api are now those that the service sends, so that ByMessage finds codes by them.", ""},
	{"sdk-added", Addition, Match, "FromError finds the codes of an api in the errors of an SDK.", ""},
	{"category-added", Addition, Data | Docs, "There is a new category.", ""},
	{"field-added", Addition, Data, "The envelope has a new field.", ""},
	{"data-added", Addition, Data | Docs, "A further key comes with a code.", ""},
	{"status-added", Addition, Data | Docs, "There is a new HTTP status.", ""},

	{"text-changed", Text, Data | Docs, "A title, source, note, description, example or reason is another text.", ""},
	{"tombstone-added", Text, Docs, "A code or name that the catalogue never had is retired.", ""},
	{"synthetic-changed", Text, Docs, "The numbers that an SDK makes up changed.", ""},
}

// Rules returns the table of all rules, the worst first.
func Rules() []Rule { return slices.Clone(rules) }

// RuleByID returns the rule with an id, or nil.
func RuleByID(id string) *Rule { return byID[id] }

var byID = func() map[string]*Rule {
	index := make(map[string]*Rule, len(rules))
	for i := range rules {
		index[rules[i].ID] = &rules[i]
	}
	return index
}()
