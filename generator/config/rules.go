package config

import "github.com/lrcodes/lrcodes/spec/strict"

// Rule is one thing that a configuration, and what it names, must obey. Its fixtures are in testdata/rules, in files
// whose names begin with its id.
type Rule struct {
	ID  string
	Doc string // what the rule reports
}

// The rules beyond those of package strict.
const (
	RuleVersion    = "version"
	RuleOutput     = "bad-output"
	RulePath       = "bad-path"
	RulePackage    = "bad-package"
	RuleSection    = "bad-section"
	RuleUnreadable = "unreadable"
	RuleAPI        = "unknown-api"
	RuleClash      = "clash"
	RuleTemplate   = "bad-template" // checked by package generator
	RuleMarker     = "bad-marker"   // checked by package generator
)

// Rules returns the table of all rules, in the order of the documentation.
func Rules() []Rule {
	return []Rule{
		{strict.RuleSyntax, strict.Doc(strict.RuleSyntax)},
		{RuleVersion, "a missing or unknown `version`"},
		{strict.RuleUnknownKey, strict.Doc(strict.RuleUnknownKey)},
		{strict.RuleMissingKey, strict.Doc(strict.RuleMissingKey)},
		{strict.RuleDuplicateKey, strict.Doc(strict.RuleDuplicateKey)},
		{strict.RuleWrongType, strict.Doc(strict.RuleWrongType)},
		{RuleOutput, "an output with no key or several, so that its kind is unclear"},
		{RulePath, "a path that is absolute, that leaves the directory of the configuration, also by a symbolic link, that not every system allows, or from which Go cannot import a package"},
		{RulePackage, "a name that a Go package cannot have"},
		{RuleSection, "a section name that a marker cannot contain"},
		{RuleUnreadable, "a source, template or Markdown file that is missing, too large, not a regular file, or cannot be read"},
		{RuleAPI, "an api that the spec does not have; suggests the nearest one"},
		{RuleClash, "a directory, file, section, source or api that is named twice, and a package in the directory of another one"},
		{RuleTemplate, "a template that cannot be parsed or executed, or whose output lacks the header"},
		{RuleMarker, "markers of a section that are missing, repeated, nested or crossed"},
	}
}
