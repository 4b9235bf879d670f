package strict

// The ids of the rules that every strictly read format shares.
const (
	RuleSyntax       = "syntax"
	RuleUnknownKey   = "unknown-key"
	RuleMissingKey   = "missing-key"
	RuleDuplicateKey = "duplicate-key"
	RuleWrongType    = "wrong-type"
)
