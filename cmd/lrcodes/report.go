package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// finding is a diagnostic or a drift as the JSON format tells it.
type finding struct {
	Diagnostics []diagnostic `json:"diagnostics"`
	Drift       []drift      `json:"drift"`
	Command     string       `json:"command,omitempty"` // what mends the drift
}

type diagnostic struct {
	position
	Rule    string     `json:"rule"`
	Message string     `json:"message"`
	Related []position `json:"related,omitempty"`
}

type position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type drift struct {
	Path  string       `json:"path"`
	State output.State `json:"state"`
	Diff  string       `json:"diff,omitempty"`
}

// report prints findings in the format that was asked for, and returns errFound where there are any.
func (e *env) report(diags diag.Diagnostics, drifts []output.Drift) error {
	switch e.format {
	case "json":
		e.reportJSON(diags, drifts)
	case "github":
		e.reportGitHub(diags, drifts)
	default:
		e.reportText(diags, drifts)
	}
	if len(diags)+len(drifts) > 0 {
		return errFound
	}
	return nil
}

func (e *env) reportText(diags diag.Diagnostics, drifts []output.Drift) {
	paint := e.paint
	for _, d := range diags {
		fmt.Fprintf(e.stdout, "%s: %s %s\n", paint.bold(d.Position.String()), d.Message, paint.faint("["+d.Rule+"]"))
	}
	for _, d := range drifts {
		fmt.Fprintf(e.stdout, "%s: %s\n", paint.bold(d.Path), d.State)
		io.WriteString(e.stdout, paint.diff(d.Diff))
	}
	if len(drifts) > 0 {
		fmt.Fprintf(e.stdout, "\n%s\n", e.remedy(drifts))
	}
}

func (e *env) reportJSON(diags diag.Diagnostics, drifts []output.Drift) {
	f := finding{Diagnostics: []diagnostic{}, Drift: []drift{}}
	for _, d := range diags {
		out := diagnostic{position: position(d.Position), Rule: d.Rule, Message: d.Message}
		for _, r := range d.Related {
			out.Related = append(out.Related, position(r))
		}
		f.Diagnostics = append(f.Diagnostics, out)
	}
	for _, d := range drifts {
		f.Drift = append(f.Drift, drift(d))
	}
	if len(drifts) > 0 {
		f.Command = e.command("generate")
	}
	e.printJSON(f)
}

func (e *env) printJSON(v any) {
	enc := json.NewEncoder(e.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic(err) // what is printed holds nothing that JSON cannot
	}
}

func (e *env) reportGitHub(diags diag.Diagnostics, drifts []output.Drift) {
	for _, d := range diags {
		fmt.Fprintf(e.stdout, "::error file=%s,line=%d,col=%d,title=%s::%s\n",
			property(e.fromHere(d.Position.File)), d.Position.Line, d.Position.Column, property("lrcodes "+d.Rule), message(d.Message))
	}
	for _, d := range drifts {
		text := fmt.Sprintf("%s: %s\n%s", d.State, e.remedy([]output.Drift{d}), d.Diff)
		fmt.Fprintf(e.stdout, "::error file=%s,line=%d,title=%s::%s\n",
			property(e.fromHere(d.Path)), firstLine(d.Diff), property("lrcodes drift"), message(text))
	}
}

// fromHere returns a path as annotations need it: as seen from the root of the repository, which GitHub tells, or else
// from where the command was started.
func (e *env) fromHere(name string) string {
	file := filepath.FromSlash(name)
	if !filepath.IsAbs(file) {
		file = filepath.Join(e.dir, file)
	}
	full, err := filepath.Abs(file)
	if root := os.Getenv("GITHUB_WORKSPACE"); root != "" && err == nil {
		if rel, err := filepath.Rel(root, full); err == nil && filepath.IsLocal(rel) {
			file = rel
		}
	}
	return filepath.ToSlash(file)
}

// firstLine returns the line of the old file at which a unified diff begins, or 1.
func firstLine(diff string) int {
	line := 1
	if _, hunk, ok := strings.Cut(diff, "\n@@ -"); ok {
		fmt.Sscanf(hunk, "%d", &line)
	}
	return max(line, 1)
}

var messageEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")

var propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")

// message escapes the text of an annotation.
func message(s string) string { return messageEscapes.Replace(strings.TrimRight(s, "\n")) }

// property escapes a property of an annotation.
func property(s string) string { return propertyEscapes.Replace(s) }
