package spec

// Rule is one thing that a spec must obey. Its fixtures stand in testdata/rules, in the file named after the id.
type Rule struct {
	ID       string
	Doc      string // what the rule refuses
	Example  string // a diagnostic of the rule, from its failing fixture
	InSchema bool   // whether the JSON Schema refuses that fixture too
	check    func(*draft)
}

// rules is the table of all rules. Those without a check are guarded while the values are read.
var rules = []Rule{
	{
		ID:      "syntax",
		Doc:     "text that is not YAML, not UTF-8, or more than one document in a file",
		Example: `second.yaml:2:1: a second document begins here; a file holds one [syntax]`,
	},
	{
		ID:       "version",
		Doc:      "a missing or unknown version",
		Example:  `later.yaml:1:10: "version" is 2, but must be 1 [version]`,
		InSchema: true,
	},
	{
		ID:       "unknown-key",
		Doc:      "a key the format lacks; suggests the nearest one",
		Example:  `a.yaml:4:35: unknown key "mesage"; did you mean "message"? [unknown-key]`,
		InSchema: true,
	},
	{
		ID:       "missing-key",
		Doc:      "a required key that is absent or empty",
		Example:  `a.yaml:4:5: an item of "codes" lacks "name": Go identifier of the code, without the Err prefix [missing-key]`,
		InSchema: true,
		check:    checkTitles,
	},
	{
		ID:      "duplicate-key",
		Doc:     "a key given twice in one mapping",
		Example: `a.yaml:4:47: key "message" stands here a second time (a.yaml:4:35) [duplicate-key]`,
	},
	{
		ID:       "wrong-type",
		Doc:      "a value of another type than the format's, a number out of range, a float or quoted string where an integer belongs",
		Example:  `a.yaml:4:12: code is the text "901", but must be an integer; remove the quotes [wrong-type]`,
		InSchema: true,
		check:    checkKinds,
	},
	{
		ID:      "bad-text",
		Doc:     "control characters, leading or trailing space, or a line break in message",
		Example: `a.yaml:4:35: the text has the invisible character U+0007 after "a"; remove it [bad-text]`,
	},
	{
		ID:       "bad-name",
		Doc:      "a name that is not an exported Go identifier in CamelCase, or that breaks the initialism list (ApiKey for APIKey)",
		Example:  `a.yaml:5:23: name "ApiKeyInvalid" must spell its initialisms in capitals: "APIKeyInvalid" [bad-name]`,
		InSchema: true,
		check:    checkStatusNames,
	},
	{
		ID:       "bad-package",
		Doc:      "a package name Go cannot use, or one used by two apis",
		Example:  `d.yaml:2:11: package "mailer" is that of the api "mail-er" already (c.yaml:2:11) [bad-package]`,
		InSchema: true,
		check:    checkPackages,
	},
	{
		ID:       "bad-api",
		Doc:      "an api id that is not kebab-case, or one id defined with two titles",
		Example:  `a.yaml:2:11: api id "Acme_Billing" is not in kebab-case, such as "acme-billing" [bad-api]`,
		InSchema: true,
		check:    checkAPIs,
	},
	{
		ID:      "bad-override",
		Doc:     "an override of nothing, or of what an override cannot change",
		Example: `1/a.yaml:7:12: code 901 overrides nothing: no earlier source gives the api acme that code [bad-override]`,
	},
	{
		ID:      "duplicate-code",
		Doc:     "a number used twice in one api",
		Example: `1/a.yaml:5:12: code 901 already names A (1/a.yaml:4:12) [duplicate-code]`,
		check:   checkCodes,
	},
	{
		ID:      "duplicate-name",
		Doc:     "a name, alias or category used twice in one api, also when they differ only by case, or an sdk listed twice",
		Example: `a.yaml:8:23: name "KeyINVALID" differs only by case from "KeyInvalid", the name of code 901 (a.yaml:6:23) [duplicate-name]`,
		check:   checkNames,
	},
	{
		ID:      "duplicate-status",
		Doc:     "an HTTP status or its name used twice",
		Example: `a.yaml:4:14: HTTP status 403 already stands here: Forbidden (a.yaml:3:14) [duplicate-status]`,
		check:   checkStatuses,
	},
	{
		ID:      "unknown-status",
		Doc:     "http that names no status of the spec",
		Example: `a.yaml:6:44: HTTP status 418 of code 901 is none of the spec's: add it under statuses [unknown-status]`,
		check:   checkHTTP,
	},
	{
		ID:      "unknown-category",
		Doc:     "a category the api does not declare",
		Example: `a.yaml:6:59: category "Unlocked" of code 901 is not declared: add it under categories [unknown-category]`,
		check:   checkCategories,
	},
	{
		ID:      "unused-http",
		Doc:     "unused: true beside http",
		Example: `a.yaml:6:52: code 901 is unused and so comes with no HTTP status: remove http or unused [unused-http]`,
		check:   checkUnused,
	},
	{
		ID:      "retired-code",
		Doc:     "a live code, name or alias that a tombstone forbids",
		Example: `a.yaml:6:12: code 901 was retired and must not come back (a.yaml:10:12) [retired-code]`,
		check:   checkRetired,
	},
	{
		ID:       "envelope",
		Doc:      "not exactly one role: code, an unknown role or type, a field name used twice",
		Example:  `b.yaml:4:5: field "Number" has the role code that "ErrorCode" has already (b.yaml:3:5) [envelope]`,
		InSchema: true,
		check:    checkEnvelope,
	},
}

// Rules returns the table of all rules, in the order of the reference page.
func Rules() []Rule { return append([]Rule(nil), rules...) }
