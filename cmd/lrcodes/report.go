package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// document is a whole report in the json format.
type document struct {
	Diagnostics []diagnostic `json:"diagnostics"`
	Drift       []drift      `json:"drift"`
	Command     string       `json:"command,omitempty"` // what fixes the drift
}

// diagnostic is a problem of a source in the json format.
type diagnostic struct {
	position
	Rule    string     `json:"rule"`
	Message string     `json:"message"`
	Related []position `json:"related,omitempty"`
}

// position is a diag.Position in the json format.
type position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// drift is an output.Drift in the json format, with the path that the user would type.
type drift struct {
	Path  string       `json:"path"`
	State output.State `json:"state"`
	Diff  string       `json:"diff,omitempty"`
}

// found prints the diagnostics that an error consists of, and returns errFound. Any other error it returns as it is.
func (e *env) found(format string, err error) error {
	var diags diag.Diagnostics
	if errors.As(err, &diags) {
		return e.report(format, diags)
	}
	return err
}

// report prints diagnostics in a format, and returns errFound if there are any.
func (e *env) report(format string, diags diag.Diagnostics) error {
	switch format {
	case "json":
		e.printJSON(document{Diagnostics: jsonDiagnostics(diags), Drift: []drift{}})
	case "github":
		for _, d := range diags {
			e.annotate(annotation{level: "error", at: d.Position, title: "lrcodes " + d.Rule, text: d.Message})
		}
	default:
		for _, d := range diags {
			fmt.Fprintf(e.stdout, "%s: %s %s\n", e.paint.bold(printable(d.Position.String())), printable(d.Message), e.paint.faint("["+printable(d.Rule)+"]"))
		}
		if len(diags) > 0 && isTerminal(e.stderr) {
			fmt.Fprintf(e.stderr, "Run '%s' for what a rule means.\n", shellLine(append(self(), "explain", diags[0].Rule)...))
		}
	}
	if len(diags) > 0 {
		return errFound
	}
	return nil
}

// reportDrift prints in a format how files differ from what was generated, and the command that fixes it. It returns
// errFound if any file differs.
func (e *env) reportDrift(format string, drifts []drift, command string) error {
	switch format {
	case "json":
		e.driftJSON(drifts, command)
	case "github":
		for _, d := range drifts {
			text := fmt.Sprintf("%s: %s\n%s", d.State, remedy([]drift{d}, command), d.Diff)
			e.annotate(annotation{level: "error", at: diag.Position{File: d.Path, Line: firstLine(d.Diff)}, title: "lrcodes drift", text: text})
		}
	default:
		e.driftText(drifts, command)
	}
	if len(drifts) > 0 {
		return errFound
	}
	return nil
}

// driftText prints drift as text: each file, its diff, and at the end the remedy.
func (e *env) driftText(drifts []drift, command string) {
	for _, d := range drifts {
		fmt.Fprintf(e.stdout, "%s: %s\n", e.paint.bold(printable(d.Path)), d.State)
		io.WriteString(e.stdout, e.paint.diff(printableLines(d.Diff)))
	}
	if len(drifts) > 0 {
		fmt.Fprintf(e.stdout, "\n%s\n", remedy(drifts, command))
	}
}

// driftJSON prints drift in the json format. No drift is an empty list, and never null.
func (e *env) driftJSON(drifts []drift, command string) {
	doc := document{Diagnostics: []diagnostic{}, Drift: drifts}
	if len(drifts) > 0 {
		doc.Command = command
	} else {
		doc.Drift = []drift{}
	}
	e.printJSON(doc)
}

// remedy returns the sentence that says how to fix drift, and ends with the command.
func remedy(drifts []drift, command string) string {
	foreign := 0
	for _, d := range drifts {
		if d.State == output.Foreign {
			foreign++
		}
	}
	switch foreign {
	case 0:
		return "To fix this, run: " + command
	case 1:
		return "lrcodes did not write the foreign file and does not overwrite it: move it away, then run: " + command
	}
	return "lrcodes did not write the foreign files and does not overwrite them: move them away, then run: " + command
}

// jsonDiagnostics returns diagnostics in the json format. None are an empty list, and never null.
func jsonDiagnostics(diags diag.Diagnostics) []diagnostic {
	list := []diagnostic{}
	for _, d := range diags {
		out := diagnostic{position: position(d.Position), Rule: d.Rule, Message: d.Message}
		for _, r := range d.Related {
			out.Related = append(out.Related, position(r))
		}
		list = append(list, out)
	}
	return list
}

// printJSON prints a value as indented JSON. Texts are printed as they are: <, > and & are not escaped.
func (e *env) printJSON(v any) {
	enc := json.NewEncoder(e.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // only values that JSON can represent are printed
	}
}

// annotation is a message that GitHub shows at a line of a file.
type annotation struct {
	level string        // error, warning or notice
	at    diag.Position // no file: the annotation is about the whole run; no column: about the whole line
	title string
	text  string
}

// annotate prints an annotation in the form that a step of a GitHub workflow prints it.
func (e *env) annotate(a annotation) {
	var properties []string
	if a.at.File != "" {
		properties = append(properties, "file="+escapeProperty(e.fromRepository(a.at.File)), fmt.Sprintf("line=%d", a.at.Line))
	}
	if a.at.Column > 0 {
		properties = append(properties, fmt.Sprintf("col=%d", a.at.Column))
	}
	properties = append(properties, "title="+escapeProperty(a.title))
	fmt.Fprintf(e.stdout, "::%s %s::%s\n", a.level, strings.Join(properties, ","), escapeText(a.text))
}

// fromRepository returns a path as annotations need it: relative to the root of the repository, which GitHub names in
// the environment, or else relative to the working directory.
func (e *env) fromRepository(name string) string {
	file := e.resolve(filepath.FromSlash(name))
	full, err := filepath.Abs(file)
	if root := os.Getenv("GITHUB_WORKSPACE"); root != "" && err == nil {
		if rel, err := filepath.Rel(root, full); err == nil && filepath.IsLocal(rel) {
			file = rel
		}
	}
	return filepath.ToSlash(file)
}

// firstLine returns the line of the old file that a unified diff changes first, or 1.
func firstLine(diff string) int {
	line := 1
	_, hunk, ok := strings.Cut(diff, "\n@@ -")
	if !ok {
		return line
	}
	fmt.Sscanf(hunk, "%d", &line)
	_, text, _ := strings.Cut(hunk, "\n")
	for unchanged := range strings.Lines(text) {
		if unchanged[0] != ' ' {
			break
		}
		line++
	}
	return max(line, 1)
}

// What the runner of a GitHub workflow decodes in the text of a command, and in its properties.
var (
	textEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// escapeText escapes the text of an annotation.
func escapeText(s string) string {
	return textEscapes.Replace(strings.TrimRight(printableLines(s), "\n"))
}

// escapeProperty escapes a property of an annotation.
func escapeProperty(s string) string { return propertyEscapes.Replace(printableLines(s)) }
