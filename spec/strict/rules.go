package strict

// The ids of the rules that every strictly read format has.
const (
	RuleSyntax       = "syntax"
	RuleUnknownKey   = "unknown-key"
	RuleMissingKey   = "missing-key"
	RuleDuplicateKey = "duplicate-key"
	RuleWrongType    = "wrong-type"
)

// Doc returns what a rule of this package reports, in one sentence without a full stop.
func Doc(rule string) string {
	return map[string]string{
		RuleSyntax:       "text that is not YAML, not UTF-8, or more than one document in a file",
		RuleUnknownKey:   "a key the format lacks; suggests the nearest one",
		RuleMissingKey:   "a required key that is absent or empty",
		RuleDuplicateKey: "a key given twice in one mapping",
		RuleWrongType:    "a value of another type than the format's, a number out of range, a float or quoted string where an integer belongs",
	}[rule]
}
