package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// printComparison prints a comparison in a format.
func (e *env) printComparison(format string, c *comparison) {
	switch format {
	case "json":
		e.printJSON(c.document())
	case "github":
		e.annotateChanges(c)
	case "markdown":
		e.printProblems(c.diagnostics)
		fmt.Fprint(e.stdout, c.markdown())
	case "accept":
		e.printProblems(c.diagnostics)
		fmt.Fprint(e.stdout, c.entries())
	default:
		e.printComparisonText(c)
	}
}

// printInvalid prints why there is no newer side, or no decisions, and returns errFound. Where standard output is a
// document, it is left empty.
func (e *env) printInvalid(format string, diags diag.Diagnostics) error {
	switch format {
	case "json":
		e.printJSON((&comparison{diagnostics: diags}).document())
		return errFound
	case "markdown", "accept":
		e.printProblems(diags)
		return errFound
	}
	return e.report(format, diags)
}

// printProblems prints diagnostics on standard error.
func (e *env) printProblems(diags diag.Diagnostics) {
	for _, d := range diags {
		fmt.Fprintln(e.stderr, printable(d.String()))
	}
}

// section is a group of changes under one heading.
type section struct {
	heading string
	changes []compat.Change
}

// sections returns the changes by level, those that a decision accepts after the breaking ones. Empty sections are left
// out.
func (c *comparison) sections() []section {
	var all []section
	add := func(heading string, belongs func(compat.Change) bool) {
		s := section{heading: heading}
		for _, change := range c.changes {
			if belongs(change) {
				s.changes = append(s.changes, change)
			}
		}
		if len(s.changes) > 0 {
			all = append(all, s)
		}
	}
	for _, level := range compat.Levels() {
		add(level.String(), func(change compat.Change) bool { return change.Level == level && change.Accepted == nil })
		if level == compat.Breaking {
			add("accepted", func(change compat.Change) bool { return change.Accepted != nil })
		}
	}
	return all
}

func (e *env) printComparisonText(c *comparison) {
	for _, s := range c.sections() {
		fmt.Fprintf(e.stdout, "%s: %d\n", e.paint.bold(s.heading), len(s.changes))
		for _, change := range s.changes {
			at := ""
			if change.Position.File != "" {
				at = e.paint.bold(printable(change.Position.String())) + ": "
			}
			fmt.Fprintf(e.stdout, "  %s%s: %s %s\n", at, printable(change.Subject()), printable(change.Message), e.paint.faint("["+change.ID+"]"))
			if more := details(change); more != "" {
				fmt.Fprintf(e.stdout, "      %s\n", printable(more))
			}
		}
	}
	if len(c.diagnostics) > 0 {
		fmt.Fprintf(e.stdout, "%s: %d\n", e.paint.bold("decisions"), len(c.diagnostics))
	}
	for _, d := range c.diagnostics {
		fmt.Fprintf(e.stdout, "  %s: %s %s\n", e.paint.bold(printable(d.Position.String())), printable(d.Message), e.paint.faint("["+d.Rule+"]"))
	}
	fmt.Fprintln(e.stdout, c.verdict())
}

// details returns what the text format prints below a change: the reason of a decision, or what it affects, where it
// was, and how to spare users.
func details(c compat.Change) string {
	if c.Accepted != nil {
		return "accepted at " + c.Accepted.Position.String() + ": " + oneLine(c.Accepted.Reason)
	}
	if c.Level > compat.Behavior {
		return ""
	}
	parts := []string{"concerns " + c.Concerns.String()}
	if c.Was.File != "" {
		parts = append(parts, "was "+c.Was.String())
	}
	if c.Remedy != "" {
		parts = append(parts, "to spare users, "+c.Remedy)
	}
	return strings.Join(parts, "; ")
}

// oneLine returns a text without its line breaks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// verdict returns one sentence: how many changes there are, what they ask for, and which version is next.
func (c *comparison) verdict() string {
	text := fmt.Sprintf("since %s: ", printable(c.since.title))
	if c.until.title != workingTree {
		text = fmt.Sprintf("from %s to %s: ", printable(c.since.title), printable(c.until.title))
	}
	accepted := len(c.changes) - len(c.notAccepted())
	switch {
	case len(c.changes) == 0:
		text += "no changes"
	case accepted > 0:
		text += fmt.Sprintf("%s (%d accepted), %s", count(len(c.changes), "change"), accepted, c.bump)
	default:
		text += fmt.Sprintf("%s, %s", count(len(c.changes), "change"), c.bump)
	}
	switch {
	case c.tooLow():
		text += fmt.Sprintf("; %s is too low: the changes ask for %s or higher", c.release, c.next)
	case c.release != "":
		text += fmt.Sprintf("; %s is high enough", c.release)
	case c.next != "" && len(c.changes) > 0:
		text += "; the next version is " + c.next
	}
	if worst, _ := compat.Worst(c.changes); worst == compat.Breaking && len(c.changes) > 0 {
		if spared := c.nextIfAccepted(); spared != "" && spared != c.next {
			text += fmt.Sprintf(", or %s with each breaking change in %s", spared, c.acceptFile)
		}
	}
	return text
}

// notAccepted returns the changes without a decision.
func (c *comparison) notAccepted() []compat.Change {
	var list []compat.Change
	for _, change := range c.changes {
		if change.Accepted == nil {
			list = append(list, change)
		}
	}
	return list
}

// nextIfAccepted returns the next version if every breaking change were accepted.
func (c *comparison) nextIfAccepted() string {
	accepted := make([]compat.Change, len(c.changes))
	for i, change := range c.changes {
		accepted[i] = change
		accepted[i].Accepted = &compat.Acceptance{}
	}
	return bumpOf(c.since.version, accepted).next(c.since.version)
}

// annotateChanges prints annotations: the verdict first, because GitHub shows only ten of a kind in a step.
func (e *env) annotateChanges(c *comparison) {
	level := "notice"
	if c.tooLow() {
		level = "error"
	}
	e.annotate(annotation{level: level, title: "lrcodes changes", text: c.verdict()})
	for _, d := range c.diagnostics {
		e.annotate(annotation{level: "error", at: d.Position, title: "lrcodes " + d.Rule, text: d.Message})
	}
	levels := map[compat.Level]string{compat.Breaking: "error", compat.Behavior: "warning"}
	for _, change := range c.changes {
		level := levels[change.Level]
		text := change.Subject() + ": " + change.Message
		switch {
		case change.Accepted != nil:
			level = "notice"
			text += "\naccepted: " + change.Accepted.Reason
		case level == "":
			continue // nobody has to look at it
		case change.Remedy != "":
			text += "\nto spare users, " + change.Remedy
		}
		e.annotate(annotation{level: level, at: c.line(change.Position), title: "lrcodes " + change.ID, text: text})
	}
}

// line returns the line on which to show a change: a position of the builtin spec is no file of the repository, and
// what changed it is the requirement in go.mod.
func (c *comparison) line(at diag.Position) diag.Position {
	if strings.HasPrefix(at.File, spec.Builtin().Name+"/") {
		return c.requirement
	}
	return at
}

// entries returns the changes that fail as entries of the file of decisions, to be appended to it. Their reasons are
// empty, so that the file is invalid until a person writes them.
func (c *comparison) entries() string {
	var b strings.Builder
	switch open := c.open(); {
	case len(open) == 0:
		return ""
	case len(strings.TrimSpace(string(c.decisions))) == 0:
		fmt.Fprintf(&b, "version: %d\naccept:\n", compat.AcceptVersion)
	case !strings.HasSuffix(string(c.decisions), "\n"):
		b.WriteString("\n")
	}
	for _, change := range c.open() {
		fmt.Fprintf(&b, "  # %s\n  - rule: %s\n", printable(change.Message), change.ID)
		for _, key := range []struct{ name, value string }{{"api", change.API}, {"code", change.Code}, {"name", change.Name}} {
			if key.value != "" {
				fmt.Fprintf(&b, "    %s: %s\n", key.name, entryValue(key.name, key.value))
			}
		}
		b.WriteString("    reason: \"\"\n")
	}
	return b.String()
}

// What YAML reads as a text or a number as it is.
var (
	plainWord   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	plainNumber = regexp.MustCompile(`^-?[1-9][0-9]{0,8}$`)
)

// entryValue writes the value of a key of an entry, in quotes unless every YAML reader takes it for what it is.
func entryValue(key, s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return strconv.Quote(s)
	}
	if plainWord.MatchString(s) || key == "code" && plainNumber.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}
