package spec

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Rule is one thing that a spec must obey. Its fixtures are the files of testdata/rules whose names begin with its id.
type Rule struct {
	ID      string
	Doc     string                 // what the rule reports
	Example string                 // a diagnostic of the rule, from a fixture
	check   func(*draft, reporter) // nil where the values are checked as they are read
}

// The rules that are checked while values are read or linked. The others have their id in the table alone.
const (
	ruleVersion         = "version"
	ruleBadText         = "bad-text"
	ruleBadName         = "bad-name"
	ruleBadPackage      = "bad-package"
	ruleBadAPI          = "bad-api"
	ruleBadOverride     = "bad-override"
	ruleDuplicateCode   = "duplicate-code"
	ruleDuplicateStatus = "duplicate-status"
	ruleEnvelope        = "envelope"
)

var rules = []Rule{
	{ID: strict.RuleSyntax, Doc: strict.Doc(strict.RuleSyntax)},
	{ID: ruleVersion, Doc: "a missing or unknown version"},
	{ID: strict.RuleUnknownKey, Doc: strict.Doc(strict.RuleUnknownKey)},
	{ID: strict.RuleMissingKey, Doc: strict.Doc(strict.RuleMissingKey) + ", or no title or envelope in an api that no earlier source defines", check: checkDefined},
	{ID: strict.RuleDuplicateKey, Doc: strict.Doc(strict.RuleDuplicateKey)},
	{ID: strict.RuleWrongType, Doc: strict.Doc(strict.RuleWrongType) + ", codes of two types in one api, an example of another type than its value", check: checkTypes},
	{ID: ruleBadText, Doc: "an invisible character (control and format characters, and those that Unicode ignores by default, except where an emoji or a script needs them), leading or trailing space, or a line break in message"},
	{ID: ruleBadName, Doc: "a name that is not an exported Go identifier in CamelCase, that breaks the initialism list (ApiKey for APIKey), or that the generated package declares itself", check: checkStatusNames},
	{ID: ruleBadPackage, Doc: "a package name Go cannot use, or one used by two apis", check: checkPackages},
	{ID: ruleBadAPI, Doc: "an api id that is not kebab-case, or with which the anchors of another api begin; an api with two titles, texts or sdks; two docs, sources or notes of it in one source", check: checkAPIs},
	{ID: ruleBadOverride, Doc: "an override of nothing, or of what an override cannot change"},
	{ID: ruleDuplicateCode, Doc: "a code used, retired or overridden twice in one api", check: checkDuplicates},
	{ID: "duplicate-name", Doc: "a name, alias or category used twice in one api, also when they differ only by case, or an sdk listed twice", check: checkNames},
	{ID: ruleDuplicateStatus, Doc: "an HTTP status or its name used twice", check: checkStatuses},
	{ID: "unknown-status", Doc: "a key http that names no status of the spec", check: checkHTTP},
	{ID: "unknown-category", Doc: "a category the api does not declare", check: checkCategories},
	{ID: "unused-http", Doc: "a code with both keys, unused: true and http", check: checkUnused},
	{ID: "retired-code", Doc: "a live code, name or alias that a tombstone forbids", check: checkRetired},
	{ID: ruleEnvelope, Doc: "not exactly one role: code, an unknown role or type, a field name used twice, data that names a field of the envelope", check: checkEnvelope},
}

// examples has a diagnostic of each rule on a line. The tests write it from the fixtures.
//
//go:embed examples.txt
var examples string

// Rules returns the table of all rules, in the order of the reference page.
func Rules() []Rule {
	table := slices.Clone(rules)
	for line := range strings.Lines(examples) {
		line = strings.TrimSuffix(line, "\n")
		for i := range table {
			if strings.HasSuffix(line, " ["+table[i].ID+"]") {
				table[i].Example = line
			}
		}
	}
	return table
}

// reporter reports the problems that the check of one rule finds.
type reporter struct {
	diags *diag.Diagnostics
	rule  string
}

// errorf reports a problem. A position among args also becomes a related position.
func (r reporter) errorf(at diag.Position, format string, args ...any) {
	r.diags.Add(at, r.rule, format, args...)
}

// check runs the checks of all rules.
func (d *draft) check() {
	for _, rule := range rules {
		if rule.check != nil {
			rule.check(d, reporter{&d.diags, rule.ID})
		}
	}
}
