package main

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"strings"

	"github.com/lrcodes/lrcodes/generator/markdown"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// changesVersion is the version of the JSON document. Within a version keys are only added.
const changesVersion = 1

//go:embed changes.schema.json
var changesSchema []byte

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
		var list []compat.Change
		for _, x := range c.changes {
			if x.Level == level {
				list = append(list, x)
			}
		}
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
