package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
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
				fail:    choiceFlag(f, "fail", &choice{value: compat.Breaking.String(), words: failLevels()}, "exit 1 if a change of this level or a worse one is not accepted"),
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

// failLevels are the values of -fail, the worst level first. For never, no change counts.
func failLevels() []string {
	var words []string
	for _, level := range compat.Levels() {
		words = append(words, level.String())
	}
	return append(words, "never")
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

// changes compares and prints. Problems of the newer side or of the decisions are findings, as in every command; those
// of the older side are trouble, which unreadable makes of them.
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
	if err := e.printComparison(*o.format, c); err != nil {
		return err
	}
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
	case *o.release != "" && semver.Canonical(*o.release)+semver.Build(*o.release) != *o.release:
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

// comparison is what the command reports.
type comparison struct {
	since, until catalogue
	changes      []compat.Change
	fail         string           // value of -fail
	bump         bump             // what the changes ask for
	next         string           // the lowest version that the next release may have, or ""
	release      string           // value of -release
	decisions    []byte           // content of the file of decisions
	acceptFile   string           // what messages call that file
	diagnostics  diag.Diagnostics // of that file
	requirement  diag.Position    // of lrcodes in the go.mod of the newer side, where the builtin spec comes from
}

// compareNamed compares two catalogues that arguments name.
func (e *env) compareNamed(o *changesOptions, old, new string) (*comparison, error) {
	c := &comparison{acceptFile: acceptFile}
	var err error
	if c.since, err = e.namedCatalogue(old, spec.LoadOld); err != nil {
		return nil, unreadable(old, err)
	}
	if c.until, err = e.namedCatalogue(new, spec.LoadExtension); err != nil {
		return nil, err
	}
	if *o.accept != "" {
		if c.acceptFile, c.decisions, err = e.readDecisions(*o.accept); err != nil {
			return nil, err
		}
	}
	c.changes = compat.Compare(c.since.spec, c.until.spec)
	if c.since.configured != c.until.configured {
		all := len(c.changes)
		c.changes = slices.DeleteFunc(c.changes, func(change compat.Change) bool { return change.ID == "package-renamed" })
		if len(c.changes) < all {
			e.note("the names of packages are not compared, because those of a .json file are the configuration's")
		}
	}
	return c, e.judge(c, o, false)
}

// compareInTime compares a project with what it was.
func (e *env) compareInTime(o *changesOptions) (*comparison, error) {
	h, err := e.openHistory(*o.config)
	if err != nil {
		return nil, err
	}
	defer h.repo.Close()
	last, err := h.lastRelease(*o.until)
	if err != nil {
		return nil, err
	}
	since := cmp.Or(*o.since, last)
	switch {
	case since == "":
		err = h.nothingBefore()
	case since == *o.since:
		err = h.noteBranch(since)
	}
	if err != nil {
		return nil, err
	}
	c := &comparison{}
	if c.since, err = h.at(since, spec.LoadOld); err != nil {
		return nil, unreadable(since, err)
	}
	if c.until, err = h.newer(*o.until); err != nil {
		return nil, err
	}
	c.requirement = h.requirement
	c.changes = h.relevant(c.since.spec, c.until.spec, *o.api)
	if c.acceptFile, c.decisions, err = h.decisions(*o.accept); err != nil {
		return nil, err
	}
	return c, e.judge(c, o, since == last)
}

// unreadable returns the error of an older side, which is trouble even if it is a problem of a spec: what cannot be
// read must not be taken for what did not change.
func unreadable(title string, err error) error {
	var diags diag.Diagnostics
	if !errors.As(err, &diags) {
		return err
	}
	more := ""
	if len(diags) > 1 {
		more = fmt.Sprintf(", and %s more", count(len(diags)-1, "problem"))
	}
	return fmt.Errorf("%s cannot be read: %s%s", title, diags[0], more)
}

// relevant returns the changes of the apis that an output of the project shows, of the one that the user names, and of
// what belongs to no api. A package that has another name in the spec is relevant only if the generated one has: the
// configuration may name it.
func (h *history) relevant(before, after *spec.Spec, named string) []compat.Change {
	changes := compat.Compare(before, after)
	if h.file == "" || len(h.config.Outputs) == 0 {
		return changes
	}
	shown, renamed := map[string]bool{named: true}, make(map[string]bool)
	for _, o := range h.config.Outputs {
		if _, ok := o.(*config.HTTPStatus); ok {
			continue // it shows no api
		}
		for _, a := range slices.Concat(config.Selected(o, before), config.Selected(o, after)) {
			shown[a.ID] = true
		}
		if o, ok := o.(*config.Go); ok && o.PackageName(before) != o.PackageName(after) {
			renamed[o.APIs[0].ID] = true
		}
	}
	all := len(changes)
	changes = slices.DeleteFunc(changes, func(c compat.Change) bool {
		return c.API != "" && !shown[c.API] || c.ID == "package-renamed" && !renamed[c.API]
	})
	if n := all - len(changes); n > 0 {
		h.env.note("left out %s of apis that no output of %s shows", count(n, "change"), h.show(h.file))
	}
	return changes
}

// decisions returns the file of decisions that -accept names, or that of the project, and its content. Only the former
// must exist.
func (h *history) decisions(name string) (string, []byte, error) {
	if name != "" {
		return h.env.readDecisions(name)
	}
	data, err := readRegular(filepath.Join(h.root, acceptFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", nil, fmt.Errorf("%s: %w", h.show(acceptFile), diag.Cause(err))
	}
	return h.show(acceptFile), data, nil
}

// readDecisions returns a file of decisions that the user names, and its content.
func (e *env) readDecisions(name string) (string, []byte, error) {
	data, err := readRegular(e.resolve(name))
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", name, diag.Cause(err))
	}
	return filepath.ToSlash(name), data, nil
}

// judge applies -api, the decisions and -release. sinceLast reports whether the older side is the last release: only
// then a decision that accepts nothing is a finding. Compared with anything else, it may be about another change.
func (e *env) judge(c *comparison, o *changesOptions, sinceLast bool) error {
	c.fail, c.release = *o.fail, *o.release
	accepted, diags := compat.ReadAcceptances(c.acceptFile, c.decisions)
	if len(diags) > 0 {
		return diags
	}
	if id := *o.api; id != "" {
		if _, err := namedAPI(c.until.spec, id); err != nil && c.since.spec.API(id) == nil {
			return err
		}
		c.changes = slices.DeleteFunc(c.changes, func(c compat.Change) bool { return c.API != id })
		accepted = slices.DeleteFunc(accepted, func(a *compat.Acceptance) bool { return a.API != id })
	}
	for _, d := range compat.Apply(accepted, c.changes, time.Now()) {
		if d.Rule == compat.RuleAcceptUnused && !sinceLast {
			e.note("%s", d)
		} else {
			c.diagnostics = append(c.diagnostics, d)
		}
	}
	c.bump = bumpOf(c.since.version, c.changes)
	c.next = c.bump.next(c.since.version)
	if c.release != "" && c.next == "" {
		return usageError(fmt.Sprintf("-release needs an older side that is a version, and %s is not", c.since.title))
	}
	return nil
}

// fails reports whether there is a finding: a change, a problem of the decisions, or a version that is too low.
func (c *comparison) fails() bool {
	return len(c.open()) > 0 || len(c.diagnostics) > 0 || c.tooLow()
}

// open returns the changes that count for -fail and that no decision accepts.
func (c *comparison) open() []compat.Change {
	return c.where(func(change compat.Change) bool { return !isAccepted(change) && change.Level <= failLevel(c.fail) })
}

// where returns the changes that meet a condition.
func (c *comparison) where(condition func(compat.Change) bool) []compat.Change {
	return slices.DeleteFunc(slices.Clone(c.changes), func(change compat.Change) bool { return !condition(change) })
}

// isAccepted reports whether a decision accepts a change.
func isAccepted(c compat.Change) bool { return c.Accepted != nil }

// tooLow reports whether the version under test is lower than the changes ask for. A pre-release counts as its release.
func (c *comparison) tooLow() bool {
	return c.release != "" && semver.Compare(releaseOf(c.release), c.next) < 0
}
