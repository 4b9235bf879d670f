package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// Doc renders doc.go: the package comment, which is the manual of the package.
func Doc(p Package) ([]byte, error) {
	return p.render(func(f *file) {
		for _, line := range p.manual() {
			f.PackageComment(line)
		}
	})
}

// manual returns the lines of the package comment.
func (p Package) manual() []string {
	if p.API == nil {
		return commentLines(
			"Package "+p.Name+" lists the HTTP statuses that the service documents.",
			"Each is a constant of type [Status], and an error: errors.Is tells whether an error response came with it, "+
				"also one whose body holds no code, such as the page of a proxy. The error types of the API packages ask "+
				"[Status.MatchesHTTPStatus] for that, so that no package imports another.",
			"[Lookup], [ByName], [All] and [Map] tell what the catalogue says of a status. The texts are for people; "+
				"programs compare numbers.")
	}
	var lines []string
	for i, part := range p.parts() {
		if i > 0 {
			lines = append(lines, "//")
		}
		if strings.HasPrefix(part, "\t") {
			lines = append(lines, "//"+strings.ReplaceAll(part, "\n", "\n//"))
		} else {
			lines = append(lines, commentLines(part)...)
		}
	}
	return strings.Split(strings.Join(lines, "\n"), "\n")
}

// parts returns the paragraphs of the manual; those that start with a tab are code.
func (p Package) parts() []string {
	parts := []string{
		"Package " + p.Name + " lists " + p.codes() + ", and tells which of them a request failed with.",
		"Each code is a constant of type [Code], and an error for errors.Is. [Decode] makes an [Error] of the HTTP status and the " +
			"body of a response:",
		"\te, _ := " + p.Name + ".Decode(resp.StatusCode, body)\n\treturn fmt.Errorf(\"sign in: %w\", e)",
		"Whoever receives the error asks for what matters, however deep it was wrapped or joined:",
		p.questions(),
		"To tell many codes apart, switch over the result of [CodeOf].",
		"Decode reports whether the body was an error response of the API. Where it was not, as with the page of a proxy, the " +
			"result still carries the HTTP status and matches it. A status is any error with a method MatchesHTTPStatus(int) bool; " +
			"the generated package of HTTP statuses has a constant for each.",
		"The error of the official LoginRadius SDK for Go holds the response as text, where errors.Is does not look. [CodeOf] and " +
			"[FromError] do:",
		"\tif e, ok := " + p.Name + ".FromError(err); ok {\n\t\terr = e\n\t}",
		"Compare codes, categories and statuses, never texts: the service words and rewords them as it likes. An [Error] shows the " +
			"texts that came, [Code.Message] and [Code.Description] those of the catalogue. A code that the catalogue does not know " +
			"decodes, compares and prints like any other. The same value in another API is another code, and never equal.",
		"What may hold secrets stands behind accessors such as [Error.Data] and [Error.Body]. Nothing of it appears where an Error is " +
			"printed, logged or marshalled. [Error.Problem] is what to pass on to a client.",
		"[Lookup], [ByName], [ByHTTPStatus] and [ByMessage] find codes, [All] and [Map] list them. Nothing in the package can be " +
			"changed, so all of it is safe for concurrent use.",
	}
	return parts
}

// questions returns the ways to ask an error, with names that the package has.
func (p Package) questions() string {
	var targets, remarks []string
	add := func(target, remark string) {
		targets, remarks = append(targets, "\tcase errors.Is(err, "+target+"):"), append(remarks, remark)
	}
	if i := slices.IndexFunc(p.API.Codes, func(c *spec.Code) bool { return !c.Unused }); i >= 0 {
		add(p.Name+".Err"+p.API.Codes[i].Name, "a code")
	}
	if len(p.API.Categories) > 0 {
		add(p.Name+".Err"+p.API.Categories[0].Name, "a category: any code in it")
	}
	if i := slices.IndexFunc(p.Statuses, func(s *spec.Status) bool { return s.Retryable }); i >= 0 {
		add("httpstatus."+p.Statuses[i].Name, "the HTTP status")
	}
	width := 0
	for _, t := range targets {
		width = max(width, len(t))
	}
	lines := []string{"\tswitch {"}
	for i, t := range targets {
		lines = append(lines, fmt.Sprintf("%-*s // %s", width, t, remarks[i]))
	}
	return strings.Join(append(lines, "\t}"), "\n")
}
