package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/find"
)

const (
	textWidth  = 80 // of a terminal
	shownWords = 5  // how many codes a search by words prints
)

// print prints answers as text: several codes of standard input as a table, everything else in full.
func (x *explainer) print(answers []answer, reads bool) {
	switch {
	case x.empty:
		fmt.Fprintln(x.stdout, "no code in standard input, which is empty")
	case reads && len(answers) == 0:
		fmt.Fprintln(x.stdout, "no code in standard input; a bare number counts only as an argument")
	case reads && len(answers) > 1:
		x.printTable(answers)
	default:
		for i, a := range answers {
			if i > 0 {
				fmt.Fprintln(x.stdout)
			}
			x.printAnswer(a)
		}
	}
}

// printAnswer prints all that a query means, with an empty line between two things.
func (x *explainer) printAnswer(a answer) {
	var printers []func()
	for _, m := range a.Codes {
		printers = append(printers, func() { x.printCode(m) })
	}
	for _, c := range a.Categories {
		printers = append(printers, func() { x.printCategory(c) })
	}
	for _, s := range a.Statuses {
		printers = append(printers, func() { x.printStatus(s) })
	}
	for _, r := range a.Retired {
		printers = append(printers, func() {
			x.heading(r.API.ID+" "+r.Retired.Wire(), "retired")
			x.paragraph(r.Retired.Reason)
			x.labeled("Former names: ", strings.Join(slices.Concat([]string{r.Retired.Name}, r.Retired.Aliases), ", "))
		})
	}
	for _, s := range a.Synthetic {
		printers = append(printers, func() {
			x.heading(s.SDK+" SDK", "reports this number itself; the service does not send it")
			x.paragraph(s.Description)
		})
	}
	if a.rule != nil {
		printers = append(printers, func() {
			x.heading(a.rule.ID, "rule of "+a.rule.Of)
			x.paragraph("Reports " + strings.ReplaceAll(a.rule.Doc, "`", "") + ".")
			x.labeled("Example: ", a.rule.Example)
		})
	}
	if len(a.words) > 0 {
		printers = append(printers, func() {
			x.printMisspelled(a.query)
			x.printWords(a.words)
		})
	}
	if len(printers) == 0 {
		printers = append(printers, func() { x.printUnknown(a) })
	}
	for i, print := range printers {
		if i > 0 {
			fmt.Fprintln(x.stdout)
		}
		print()
	}
}

// printCode prints what a code means, a line for each fact that it has.
func (x *explainer) printCode(m find.Match) {
	a, c := m.API, m.Code
	x.heading(a.ID+" "+c.Wire(), c.Message)
	x.paragraph(c.Description)
	x.labeled("Note: ", c.Note)
	x.labeled("Also sent as: ", strings.Join(c.Also, "; "))
	for _, d := range c.Data {
		x.paragraph(d.Name + " (" + d.Type + "): " + d.Description)
	}
	x.line(facts(c))
	x.labeled("Go: ", x.constant(a, c))
	x.labeled("Former names: ", strings.Join(c.Aliases, ", "))
	x.overridden(c.Overrides)
	if a.Docs != "" && (spec.IsBuiltin(c.Position) || !spec.IsBuiltin(a.PositionOf("docs"))) { // the page has the code
		x.line(a.Docs + "#" + a.Anchor(c.Wire()))
	}
}

// overridden prints what later sources changed.
func (x *explainer) overridden(overrides []spec.Override) {
	for _, o := range overrides {
		x.paragraph("Overridden: " + strings.Join(o.Keys, ", ") + " at " + o.Position.String())
	}
}

// facts returns the HTTP status of a code, its categories and whether to retry, as one line.
func facts(c *spec.Code) string {
	var list []string
	switch {
	case c.Unused:
		list = append(list, "not in use")
	case c.HTTP != nil:
		list = append(list, fmt.Sprintf("HTTP %d %s", c.HTTP.Number, c.HTTP.Message))
	}
	for _, category := range c.Categories {
		list = append(list, category.Name)
	}
	return strings.Join(append(list, retryWord(c.Retryable)), "; ")
}

// retryWord says whether to retry.
func retryWord(retryable bool) string {
	if retryable {
		return "retryable"
	}
	return "not retryable"
}

// printCategory prints what a category means, and its codes.
func (x *explainer) printCategory(c find.Category) {
	x.heading(c.API.ID+" "+c.Category.Name, "category of "+count(len(c.Category.Codes), "code"))
	x.paragraph(c.Category.Description)
	x.labeled("Go: ", goName(x.packages[c.API.ID], spec.Constant(c.Category.Name), c.Category.Position))
	w := tabwriter.NewWriter(x.stdout, 0, 0, 2, ' ', 0)
	for _, code := range c.Category.Codes {
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\n", code.Wire(), code.Name, httpColumn(code), printable(code.Message))
	}
	w.Flush()
}

// printStatus prints what an HTTP status means, and how many codes of each API come with it.
func (x *explainer) printStatus(s *spec.Status) {
	x.heading("HTTP "+strconv.Itoa(s.Number), s.Message)
	x.paragraph(s.Description)
	x.line(retryWord(s.Retryable))
	for _, a := range x.apis {
		if n := withStatus(a, s); n > 0 {
			x.line(a.ID + ": " + count(n, "code"))
		}
	}
	x.labeled("Go: ", goName(x.statusPackage, s.Name, s.PositionOf("name")))
	x.overridden(s.Overrides)
}

// withStatus counts the codes of an API that come with an HTTP status.
func withStatus(a *spec.API, s *spec.Status) int {
	n := 0
	for _, c := range a.Codes {
		if c.HTTP == s {
			n++
		}
	}
	return n
}

// printWords prints the likeliest codes, a line each.
func (x *explainer) printWords(matches []find.Match) {
	w := tabwriter.NewWriter(x.stdout, 0, 0, 2, ' ', 0)
	for _, m := range matches[:min(len(matches), shownWords)] {
		fmt.Fprintf(w, "%s %s\t%s\t%s\t%s\n", m.API.ID, m.Code.Wire(), m.Code.Name, httpColumn(m.Code), printable(m.Code.Message))
	}
	w.Flush()
	if more := len(matches) - shownWords; more > 0 {
		fmt.Fprintf(x.stdout, "… and %d more; name more words or -api\n", more)
	}
	x.pointer(matches[0].API.ID + " " + matches[0].Code.Wire())
}

// identifier matches a word that is written like the names, wire codes and rules of a spec, and not like a word of a text.
var identifier = regexp.MustCompile(`^(?:\w+\.)?(?:Err)?(\w*[a-z][A-Z]\w*|\w+(?:[_-]\w+)+)$`)

// printMisspelled prints the name that may have been meant by an argument that is written like one.
func (x *explainer) printMisspelled(query string) {
	m := identifier.FindStringSubmatch(query)
	if m == nil {
		return
	}
	if hint := diag.Suggestion(m[1], x.names()); hint != "" {
		fmt.Fprintf(x.stdout, "%q is not a name in the spec%s\n", query, hint)
	}
}

// names returns what an argument may name, but for numbers.
func (x *explainer) names() []string {
	var names []string
	for _, api := range x.apis {
		for _, c := range api.Codes {
			names = append(names, c.Name)
			names = append(names, c.Aliases...)
			if c.Text != "" {
				names = append(names, c.Text)
			}
		}
		for _, c := range api.Categories {
			names = append(names, c.Name)
		}
	}
	for _, s := range x.spec.Statuses {
		names = append(names, s.Name)
	}
	for _, r := range ruleTable() {
		names = append(names, r.ID)
	}
	return names
}

// printUnknown prints that the spec does not have what was asked for. Of a text that was read it prints only the number.
func (x *explainer) printUnknown(a answer) {
	query := a.query
	if a.seen != nil {
		query = a.seen.Wire
	}
	where := "the spec"
	if len(x.apis) < len(x.spec.APIs) {
		where = "the api " + x.apis[0].ID
	}
	fmt.Fprintf(x.stdout, "%q: nothing in %s matches%s\n", query, where, diag.Suggestion(query, x.names()))
	for _, api := range a.notes {
		x.labeled(api.ID+": ", api.Note)
	}
}

// printTable prints a line for each code in a text, and one for each further API that it may be of. The numbers are
// aligned to the right here, which a tabwriter does for all columns or for none.
func (x *explainer) printTable(answers []answer) {
	w := tabwriter.NewWriter(x.stdout, 0, 0, 2, ' ', 0)
	counts, lines := len("count"), len("line")
	for _, a := range answers {
		counts, lines = max(counts, len(strconv.Itoa(a.seen.Count))), max(lines, len(strconv.Itoa(a.seen.Line)))
	}
	fmt.Fprintf(w, "%*s  %*s  code\n", counts, "count", lines, "line")
	example := ""
	for _, a := range answers {
		head := fmt.Sprintf("%*d  %*d", counts, a.seen.Count, lines, a.seen.Line)
		for _, m := range a.Codes {
			example = cmp.Or(example, m.Code.Wire())
			fmt.Fprintf(w, "%s  %s %s\t%s\t%s\t%s\n", head, m.API.ID, m.Code.Wire(), m.Code.Name, httpColumn(m.Code), printable(m.Code.Message))
			head = strings.Repeat(" ", len(head))
		}
		for _, r := range a.Retired {
			fmt.Fprintf(w, "%s  %s %s\t%s\tretired\t%s\n", head, r.API.ID, r.Retired.Wire(), r.Retired.Name, printable(r.Retired.Reason))
		}
		if !a.known() {
			fmt.Fprintf(w, "%s  %s\tunknown\n", head, a.seen.Wire)
		}
	}
	w.Flush()
	if example != "" {
		x.pointer(example)
	}
}

// pointer prints which command prints more.
func (x *explainer) pointer(what string) {
	fmt.Fprintf(x.stdout, "Run '%s %s' for what to do.\n", shellLine(slices.Concat(self(), []string{"explain"}, x.flags)...), what)
}

// constant returns the Go constant of a code, or "" if no package declares it.
func (x *explainer) constant(a *spec.API, c *spec.Code) string {
	return goName(x.packages[a.ID], spec.Constant(c.Name), c.PositionOf("name"))
}

// goName returns a name that the spec gives at a position, with its package, or "" if no package declares it.
func goName(pkg spec.GoPackage, name string, at diag.Position) string {
	if !pkg.Declares(at) {
		return ""
	}
	return pkg.Name + "." + name
}

// heading prints the first line of an explanation.
func (x *explainer) heading(what, text string) {
	if text != "" {
		what += ": "
	}
	fmt.Fprintf(x.stdout, "%s%s\n", x.paint.bold(printable(what)), printable(text))
}

// line prints a line below a heading.
func (x *explainer) line(text string) { fmt.Fprintf(x.stdout, "  %s\n", printable(text)) }

// paragraph prints a text below a heading.
func (x *explainer) paragraph(text string) {
	for _, line := range wrap(text, textWidth-2) {
		x.line(line)
	}
}

// labeled prints a text with a word in front of it, or nothing if there is no text.
func (x *explainer) labeled(label, text string) {
	if text != "" {
		x.paragraph(label + text)
	}
}
