package golang

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeStatusDoc writes doc.go of the package of the HTTP statuses.
func writeStatusDoc(p StatusPackage, f *file) {
	for _, line := range manual(
		"Package "+p.Name+" lists the documented HTTP statuses and what they mean.",
		"Each is a constant of type [Status], and an error: errors.Is reports whether an error response of a generated API package "+
			"came with it, also one whose body has no code, such as the page of a proxy:",
		"\tif errors.Is(err, "+p.Name+"."+p.example()+") {\n\t\t// the response came with this status\n\t}",
		"Any other status is a valid Status too, such as "+p.Name+".Status(503). Programs compare numbers; the texts are for people.",
	) {
		f.PackageComment(line)
	}
}

// example returns the constant that the documentation uses.
func (p StatusPackage) example() string {
	for _, s := range p.Statuses {
		if s.Retryable || s == p.Statuses[len(p.Statuses)-1] {
			return s.Name
		}
	}
	return "Status(429)"
}

// writeStatuses writes statuses.go: a constant per status.
func writeStatuses(p StatusPackage, f *file) {
	for _, s := range p.Statuses {
		for _, line := range statusDoc(s) {
			f.Comment(line)
		}
		f.Const().Id(s.Name).Id("Status").Op("=").Lit(s.Number)
		f.Line()
	}
}

// statusDoc returns the doc comment of a status's constant.
func statusDoc(s *spec.Status) []string {
	facts := fmt.Sprintf("HTTP %d.", s.Number)
	if s.Number >= 400 {
		facts += " " + retrySentence(isRetryable(s))
	}
	lines := append(commentLines(s.Name+": "+sentence(s.Message)), commentLines(facts)...)
	if s.Description != "" && sentence(s.Description) != sentence(s.Message) {
		lines = append(append(lines, "//"), commentLines(prose(s.Description)...)...)
	}
	return lines
}

// isRetryable reports whether a status is retryable by the spec or by HTTP itself, as the method Retryable does.
func isRetryable(s *spec.Status) bool {
	return isTemporary(s.Number) || s.Retryable
}

// writeStatusTable writes table.go: the rows of the statuses.
func writeStatusTable(p StatusPackage, f *file) {
	comment(f.Group, "infos has what the catalogue says, in order. The first entry answers for every unknown status.")
	f.Var().Id("infos").Op("=").Index(jen.Op("...")).Id("Info").Add(braces(
		jen.Op("{},"),
		f.long(list{len(p.Statuses), func(g *jen.Group, i int) { g.Add(statusRow(p.Statuses[i])) }, columns}),
	))
}

func statusRow(s *spec.Status) *jen.Statement {
	return lines(func(g *jen.Group) {
		g.Id("Status").Op(":").Id(s.Name)
		g.Id("Name").Op(":").Lit(s.Name)
		g.Id("Message").Op(":").Lit(s.Message)
		if s.Description != "" {
			g.Id("Description").Op(":").Lit(s.Description)
		}
		if isRetryable(s) {
			g.Id("Retryable").Op(":").True()
		}
	})
}

// writeStatusIndex writes index.go: the ways from a number and from a name to its row.
func writeStatusIndex(p StatusPackage, f *file) {
	numbers, names := make([]int, len(p.Statuses)), make([]uint64, len(p.Statuses))
	for i, s := range p.Statuses {
		numbers[i], names[i] = s.Number, hash(s.Name)
	}
	f.writeDistances(numbers)
	f.writeSlots("names", "nameShift", "names is a hash table from names to positions in infos.", names)
	f.writeGuard(len(p.Statuses), func(g *jen.Group, i int) {
		g.Op(fmt.Sprintf("_ = x[%s-%d]", p.Statuses[i].Name, p.Statuses[i].Number))
	})
}

// manual returns the lines of a package comment. Parts that begin with a tab are code, and those that begin with "# "
// are headings.
func manual(parts ...string) []string {
	var lines []string
	for i, part := range parts {
		if i > 0 {
			lines = append(lines, "//")
		}
		switch {
		case strings.HasPrefix(part, "\t"):
			lines = append(lines, strings.Split("//"+strings.ReplaceAll(part, "\n", "\n//"), "\n")...)
		case strings.HasPrefix(part, "# "):
			lines = append(lines, "// "+part)
		default:
			lines = append(lines, commentLines(part)...)
		}
	}
	return lines
}
