package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"strings"

	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// printComparison prints a comparison in a format.
func (e *env) printComparison(format string, c *comparison) error {
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
		entries, err := c.entries()
		fmt.Fprint(e.stdout, entries)
		return err
	default:
		e.printComparisonText(c)
	}
	return nil
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

// printProblems prints diagnostics on standard error: standard output is a document that is appended to a file.
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
		if list := c.where(belongs); len(list) > 0 {
			all = append(all, section{heading, list})
		}
	}
	for _, level := range compat.Levels() {
		add(level.String(), func(change compat.Change) bool { return change.Level == level && change.Accepted == nil })
		if level == compat.Breaking {
			add("accepted", isAccepted)
		}
	}
	return all
}

// printComparisonText prints a comparison as text: the changes by level, then the problems of the decisions, then the
// verdict, which is read last and so seen first on a terminal.
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

// verdict returns one sentence: how many changes there are, what they ask for, and which version is next.
func (c *comparison) verdict() string {
	text := fmt.Sprintf("since %s: ", printable(c.since.title))
	if c.until.title != workingTree {
		text = fmt.Sprintf("from %s to %s: ", printable(c.since.title), printable(c.until.title))
	}
	accepted := len(c.where(isAccepted))
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
	case c.release != "" && len(c.open()) > 0:
		text += fmt.Sprintf("; %s is high enough, but no decision accepts %s", c.release, count(len(c.open()), "change"))
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
		e.annotate(annotation{level: level, at: c.annotated(change.Position), title: "lrcodes " + change.ID, text: text})
	}
}

// annotated returns the position at which to show a change: a position of the builtin spec is no file of the repository,
// and what changed it is the requirement in go.mod.
func (c *comparison) annotated(at diag.Position) diag.Position {
	if strings.HasPrefix(at.File, spec.Builtin().Name+"/") {
		return c.requirement
	}
	return at
}

// changesVersion is the version of the JSON document. Within a version keys are only added.
const changesVersion = 1

//go:embed changes.schema.json
var changesSchema []byte

// schemaOfChanges returns the JSON Schema of the json format.
func schemaOfChanges() []byte { return bytes.Clone(changesSchema) }

// changesDocument is a comparison in the json format.
type changesDocument struct {
	Version     int          `json:"version"`
	Since       string       `json:"since"`
	Until       string       `json:"until"`
	Bump        bump         `json:"bump"`
	Next        string       `json:"next,omitempty"`
	Release     string       `json:"release,omitempty"`
	Changes     []change     `json:"changes"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

// change is one change in the json format.
type change struct {
	Rule     string    `json:"rule"`
	Level    string    `json:"level"`
	Concerns []string  `json:"concerns"`
	API      string    `json:"api,omitempty"`
	Code     string    `json:"code,omitempty"`
	Name     string    `json:"name,omitempty"`
	Old      string    `json:"old,omitempty"`
	New      string    `json:"new,omitempty"`
	Message  string    `json:"message"`
	Remedy   string    `json:"remedy,omitempty"`
	Position *position `json:"place,omitempty"`
	Was      *position `json:"was,omitempty"`
	Accepted *accepted `json:"accepted,omitempty"`
}

// accepted is a decision in the json format.
type accepted struct {
	Reason   string    `json:"reason"`
	Until    string    `json:"until,omitempty"`
	Position *position `json:"place"`
}

// document returns a comparison in the json format.
func (c *comparison) document() changesDocument {
	doc := changesDocument{
		Version: changesVersion, Since: c.since.title, Until: c.until.title, Bump: cmp.Or(c.bump, bumpNone), Next: c.next,
		Release: c.release, Changes: []change{}, Diagnostics: jsonDiagnostics(c.diagnostics),
	}
	for _, x := range c.changes {
		out := change{
			Rule: x.ID, Level: x.Level.String(), Concerns: x.Concerns.Names(), API: x.API, Code: x.Code, Name: x.Name, Old: x.Old,
			New: x.New, Message: x.Message, Remedy: x.Remedy, Position: jsonPosition(x.Position), Was: jsonPosition(x.Was),
		}
		if a := x.Accepted; a != nil {
			out.Accepted = &accepted{a.Reason, a.Until, jsonPosition(a.Position)}
		}
		doc.Changes = append(doc.Changes, out)
	}
	return doc
}

// jsonPosition returns a position in the json format, nil if there is none.
func jsonPosition(p diag.Position) *position {
	if p.File == "" {
		return nil
	}
	out := position(p)
	return &out
}

// markdown returns a section of release notes. Every text is escaped.
func (c *comparison) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n", markdown.Escape(c.heading()))
	if len(c.changes) == 0 {
		fmt.Fprintf(&b, "\nThe catalogue is that of %s.\n", markdown.Escape(c.since.title))
	}
	for _, level := range compat.Levels() {
		list := c.where(func(change compat.Change) bool { return change.Level == level })
		if len(list) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n### %s\n\n", markdownHeadings[level])
		if level == compat.Text {
			b.WriteString(changedTexts(list))
			continue
		}
		for _, x := range list {
			fmt.Fprintf(&b, "- **%s**%s: %s (`%s`)\n", markdown.Escape(x.Subject()), codeName(x), markdown.Escape(x.Message), x.ID)
			if x.Accepted != nil {
				fmt.Fprintf(&b, "  %s\n", markdown.Escape(x.Accepted.Reason))
			}
		}
	}
	return b.String()
}

// codeName returns the name of a code in parentheses, unless the change contains it.
func codeName(c compat.Change) string {
	if c.CodeName == "" || strings.Contains(c.Subject()+c.Message, c.CodeName) {
		return ""
	}
	return " (" + markdown.Escape(c.CodeName) + ")"
}

var markdownHeadings = map[compat.Level]string{
	compat.Breaking: "Breaking", compat.Behavior: "Changed behavior", compat.Addition: "Added", compat.Text: "Texts",
}

// heading returns the version that release notes are about, or else what was compared.
func (c *comparison) heading() string {
	if version := cmp.Or(c.release, c.until.version, c.next); version != "" {
		return version
	}
	return fmt.Sprintf("Changes from %s to %s", c.since.title, c.until.title)
}

// changedTexts lists changes that only people read, one line for each api.
func changedTexts(changes []compat.Change) string {
	var b strings.Builder
	for i, x := range changes {
		if i == 0 || x.API != changes[i-1].API {
			fmt.Fprintf(&b, "- **%s**: ", markdown.Escape(cmp.Or(x.API, "HTTP statuses and SDKs")))
		} else {
			b.WriteString(", ")
		}
		subject := strings.TrimPrefix(strings.TrimPrefix(x.Subject(), x.API), " ")
		b.WriteString(markdown.Escape(cmp.Or(subject, x.Message)))
		if i+1 == len(changes) || x.API != changes[i+1].API {
			b.WriteString("\n")
		}
	}
	return b.String()
}
