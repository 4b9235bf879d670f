package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Diagnostic is one problem of a source.
type Diagnostic struct {
	Position Position
	Rule     string // stable id of the rule that was broken
	Message  string
	Related  []Position // the other parties that Message mentions
}

// String returns the diagnostic on one line, as "file:line:column: message [rule]".
func (d Diagnostic) String() string {
	return d.Position.String() + ": " + d.Message + " [" + d.Rule + "]"
}

// Diagnostics are the problems found in one run.
type Diagnostics []Diagnostic

// Error returns the diagnostics, a line each.
func (ds Diagnostics) Error() string {
	lines := make([]string, len(ds))
	for i, d := range ds {
		lines[i] = d.String()
	}
	return strings.Join(lines, "\n")
}

// Add appends a diagnostic whose message is formatted as by fmt.Sprintf. A Position among args also becomes a related position.
func (ds *Diagnostics) Add(at Position, rule, format string, args ...any) {
	d := Diagnostic{Position: at, Rule: rule, Message: fmt.Sprintf(format, args...)}
	for _, arg := range args {
		if p, ok := arg.(Position); ok {
			d.Related = append(d.Related, p)
		}
	}
	*ds = append(*ds, d)
}

// Sorted returns the diagnostics by position, each once: a value with two aliases is read twice.
func (ds Diagnostics) Sorted() Diagnostics {
	sorted := slices.Clone(ds)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int {
		return cmp.Or(comparePositions(a.Position, b.Position), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(sorted, func(a, b Diagnostic) bool { return a.String() == b.String() })
}

func comparePositions(a, b Position) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
