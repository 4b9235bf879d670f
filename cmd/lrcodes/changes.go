package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// acceptFile is the name of the file of decisions, which is next to the configuration.
const acceptFile = ".lrcodes-accept.yaml"

func changesCommand() command {
	return command{
		name:  "changes",
		args:  "[old new]",
		short: "report what changed between two catalogues, and whom it breaks",
		long: `
Changes compares the project with its last release, or with what -since names,
and reports each change by one of the rules below. It exits 1 if a change breaks
users and ` + acceptFile + ` does not accept it.

	lrcodes changes                               since the last tag vX.Y.Z
	lrcodes changes -release v1.3.0               is this version high enough?
	lrcodes changes -format markdown -fail never  release notes
	lrcodes changes -format accept >> ` + acceptFile + `

What an upgrade of lrcodes changes for a project that uses the builtin spec:

	go get -tool ` + toolPath + `@latest
	go tool lrcodes changes -since HEAD

With two catalogues it compares these instead. A catalogue is builtin, a file or
directory of YAML, a .json file of the json output or of lrcodes list, or the
builtin spec of a release that is in the module cache:
` + modulePath + `@v1.2.0.

An entry of ` + acceptFile + ` accepts one change until the next release. Its
rule, api, code and name are those of the change. Its reason goes into the
release notes. After the day under until it accepts nothing.

	version: 1
	accept:
	  - rule: category-left
	    api: customer-identity
	    code: 1340
	    name: NotFound
	    reason: Test for ErrEmailNotInProfile instead of ErrNotFound.
	    until: 2027-03-31

The rules, by level, with what they affect: compile is Go code that names it;
match is errors.Is, switch, ByName, ByMessage and decoding; value is what methods
return; data is the JSON export and templates; docs is readers and links.
` + changeRules(),
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			o := &changesOptions{
				config:  configFlag(e, f),
				since:   textFlag(f, "since", "", "the older side is the project at this `revision`; default: the last release tag vX.Y.Z before HEAD"),
				until:   textFlag(f, "until", "", "the newer side is the project at this `revision`; default: the working tree"),
				api:     apiFlag(f),
				accept:  textFlag(f, "accept", "", "`file` of decisions; default: "+acceptFile+" next to the configuration"),
				fail:    choiceFlag(f, "fail", failLevels(), compat.Breaking.String(), "exit 1 if a change of this level or a worse one is not accepted"),
				release: textFlag(f, "release", "", "exit 1 if the changes ask for a higher `version` than this"),
				format:  formatFlag(f, "text", "json", "github", "markdown", "accept"),
			}
			return func(args []string) error { return e.changes(o, args) }
		},
	}
}

// changesOptions are the flags of the command.
type changesOptions struct {
	config, since, until, api, accept, fail, release, format *string
}

// never is the value of -fail for which no change counts.
const never = "never"

// failLevels are the values of -fail, the worst level first.
func failLevels() []string {
	var words []string
	for _, level := range compat.Levels() {
		words = append(words, level.String())
	}
	return append(words, never)
}

// failLevel returns the best level that counts for a value of -fail, or 0 if no level does.
func failLevel(word string) compat.Level {
	for _, level := range compat.Levels() {
		if level.String() == word {
			return level
		}
	}
	return 0
}

// changeRules returns the table of rules for the manual.
func changeRules() string {
	var b strings.Builder
	var level compat.Level
	for _, r := range compat.Rules() {
		if r.Level != level {
			level = r.Level
			fmt.Fprintf(&b, "\n%s:\n", level)
		}
		fmt.Fprintf(&b, "\t%s (%s)\n", r.ID, r.Concerns)
		text := r.Doc
		if r.Remedy != "" {
			text += " To spare users, " + r.Remedy + "."
		}
		for _, line := range wrap(text, 66) {
			fmt.Fprintf(&b, "\t    %s\n", line)
		}
	}
	return b.String()
}

// changeRows returns the table of rules for the page of rules.
func changeRows() []config.ChangeRule {
	var rows []config.ChangeRule
	for _, r := range compat.Rules() {
		rows = append(rows, config.ChangeRule{ID: r.ID, Level: r.Level.String(), Concerns: r.Concerns.String(), Doc: r.Doc, Remedy: r.Remedy})
	}
	return rows
}

// explainedChanges returns the table of rules as lrcodes explain prints it.
func explainedChanges() []rule {
	var rows []rule
	for _, r := range compat.Rules() {
		doc := "a " + r.Level.String() + " change: " + strings.TrimSuffix(r.Doc, ".")
		if r.Remedy != "" {
			doc += ". To spare users, " + r.Remedy
		}
		rows = append(rows, rule{ID: r.ID, Of: "lrcodes changes", Doc: doc})
	}
	return rows
}

func (e *env) changes(o *changesOptions, args []string) error {
	if err := o.check(args); err != nil {
		return err
	}
	var c *comparison
	var err error
	if len(args) == 2 {
		c, err = e.compareNamed(o, args[0], args[1])
	} else {
		c, err = e.compareInTime(o)
	}
	var diags diag.Diagnostics
	switch {
	case errors.Is(err, errNothing):
		return nil
	case errors.As(err, &diags):
		return e.printInvalid(*o.format, diags)
	case err != nil:
		return err
	}
	e.printComparison(*o.format, c)
	if c.fails() {
		return errFound
	}
	return nil
}

// check reports flags and arguments that contradict each other.
func (o *changesOptions) check(args []string) error {
	switch {
	case len(args) != 0 && len(args) != 2:
		return usageError(fmt.Sprintf("name two catalogues or none, not %d", len(args)))
	case len(args) == 2 && *o.since+*o.until+*o.config != "":
		return usageError("-since, -until and -config are for a project; with two catalogues leave them out")
	case *o.release != "" && !semver.IsValid(*o.release):
		return usageError(fmt.Sprintf("-release %q is not a version, such as v1.2.0", *o.release))
	case strings.ContainsAny(*o.since+*o.until, "\x00\r\n"):
		return usageError("a revision has no line break")
	}
	return nil
}

// note prints what a user should know about a comparison, and is not a finding.
func (e *env) note(format string, args ...any) {
	fmt.Fprintf(e.stderr, "lrcodes changes: %s\n", printable(fmt.Sprintf(format, args...)))
}
