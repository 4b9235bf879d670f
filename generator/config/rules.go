package config

// Rule is one thing that a configuration, and what it names, must obey. Its fixtures stand in testdata/rules, in the
// file named after the id.
type Rule struct {
	ID       string
	Doc      string // what the rule refuses
	InSchema bool   // whether the JSON Schema refuses its failing fixture too
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
	RuleTemplate   = "bad-template" // guarded by package generator
	RuleMarker     = "bad-marker"   // guarded by package generator
)

// Rules returns the table of all rules, in the order of the documentation.
func Rules() []Rule {
	return []Rule{
		{"syntax", "text that is not YAML, not UTF-8, or more than one document in a file", false},
		{RuleVersion, "a missing or unknown `version`", true},
		{"unknown-key", "a key the format lacks; suggests the nearest one", true},
		{"missing-key", "a required key that is absent or empty", true},
		{"duplicate-key", "a key given twice in one mapping", false},
		{"wrong-type", "a value of another type than the format's", true},
		{RuleOutput, "an output with no key or several, so that it is not plain what it is", true},
		{RulePath, "a path that is absolute, leaves the directory of the configuration, also by a symbolic link, or that not every system allows", true},
		{RulePackage, "a name that a Go package cannot bear", true},
		{RuleSection, "a section name that cannot stand in a marker", true},
		{RuleUnreadable, "a source, template or Markdown file that is missing or cannot be read", false},
		{RuleAPI, "an api that the spec does not have; suggests the nearest one", false},
		{RuleClash, "a directory, file, section, source or api that is named twice, and a package beside another one in its directory", false},
		{RuleTemplate, "a template that cannot be parsed or executed, or whose output does not carry the header", false},
		{RuleMarker, "markers of a section that are missing, repeated, nested or crossed", false},
	}
}
