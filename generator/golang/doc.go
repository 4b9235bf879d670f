package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// writeDoc writes doc.go: the package comment, which is the manual of the package.
func writeDoc(p Package, f *file) {
	parts := []string{
		"Package " + p.Name + " lists " + p.codes() + " and finds the one that a request failed with.",
		"[Check] returns an error for a response that failed, and nil for one that succeeded:",
		"\tif err := " + p.Name + ".Check(resp.StatusCode, body); err != nil {\n\t\treturn fmt.Errorf(\"" + p.task() + ": %w\", err)\n\t}",
		"Test the error with errors.Is, which finds a code however deep the error is wrapped or joined:",
		p.questions(),
		"[CodeOf] returns the code itself, for a switch over many. Compare codes, categories and statuses, never texts: a service " +
			"changes its texts without notice. A code that the catalogue does not know decodes, compares and prints like any other.",
		"# Responses",
		"An [Error] has what the service sent, and the methods of its [Code] what the catalogue says. [Error.Retryable] " +
			"advises whether to repeat the request. A failed response without a code, such as the page of a proxy, is an Error " +
			"that has the HTTP status alone. An error that does not come in a body, such as one in the query of a redirect, can " +
			"be made of its parts: &Error{Code: code, Message: message}. [FromError] and [StatusOf] find the response in an error.",
		p.secrets(),
		"A package that was generated for the same API elsewhere, such as in a library, has other types for the same " +
			"errors. They are recognized: errors.Is, [CodeOf] and [FromError] compare the id of the API and the code. Codes of " +
			"other APIs are never equal, even if their values are.",
	}
	if p.isLoginRadius() {
		parts = append(parts, p.sdk()...)
	}
	parts = append(parts, "# Catalogue", p.lookups())
	for _, line := range manual(parts...) {
		f.PackageComment(line)
	}
}

// task returns what the program of the manual wanted to do.
func (p Package) task() string {
	if p.isLoginRadius() {
		return "sign in"
	}
	return "send request"
}

func (p Package) secrets() string {
	methods := "[Error.Body]"
	switch {
	case p.hasData():
		methods = "[Error.Data] and [Error.Body]"
	case len(p.dataKeys()) > 0:
		methods = "[Error.DataField] and [Error.Body]"
	}
	return "Only methods such as " + methods + " return what may be secret, such as a token in the body of a response. It does not " +
		"appear where an Error is printed, logged, marshalled or compared in a test."
}

// sdk returns what the manual says about the SDK.
func (p Package) sdk() []string {
	return []string{
		"# The official SDK",
		"The errors of the official LoginRadius SDK for Go, versions 11 and 12, keep the response where errors.Is does not look. " +
			"[CodeOf], [FromError] and [StatusOf] do:",
		"\tif e, ok := " + p.Name + ".FromError(err); ok {\n\t\terr = e\n\t}",
		"Such an error does not say which API sent it, so ask only the package of the API that was called. If its body has no code, such " +
			"as the page of a gateway, nothing is found. Version 11 also loses the HTTP status; that of the catalogue takes its place.",
	}
}

// lookups returns what the manual says about finding codes.
func (p Package) lookups() string {
	finders := "[Lookup], [Parse], [ByName] and [ByHTTPStatus]"
	if p.hasServiceTexts() {
		finders = "[Lookup], [Parse], [ByName], [ByHTTPStatus] and [ByMessage]"
	}
	return finders + " find codes, [All], [Map] and [Categories] list them. [Code.Body] makes a response for the fake server of a test. " +
		"Nothing in the package can be changed, so all of it is safe for concurrent use."
}

// questions returns the ways to ask an error, with names that the package has.
func (p Package) questions() string {
	var targets, remarks []string
	add := func(target, remark string) {
		targets, remarks = append(targets, "\tcase "+target+":"), append(remarks, remark)
	}
	i := slices.IndexFunc(p.API.Codes, func(c *spec.Code) bool { return !c.Unused && len(c.Categories) > 0 })
	switch {
	case i >= 0:
		c := p.API.Codes[i]
		add("errors.Is(err, "+p.Name+"."+constant(c)+")", "a code")
		add("errors.Is(err, "+p.Name+".Err"+c.Categories[0].Name+")", "a category: any code in it")
	case len(p.API.Codes) > 0:
		add("errors.Is(err, "+p.Name+"."+constant(p.API.Codes[0])+")", "a code")
	}
	add(p.Name+".StatusOf(err) == 429", "the HTTP status")
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
