package config

import (
	"fmt"
	"path"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Format describes the configuration format. Load reads by it and the JSON Schema is made from it.
func Format() *strict.Shape {
	return strict.MappingOf("what lrcodes generates, from which spec, and where",
		strict.Key{Name: "version", Required: true, Rule: RuleVersion, Shape: &strict.Shape{
			Kind: strict.Integer, Doc: "version of the configuration format; always 1", Min: Version, Max: Version, Rule: RuleVersion}},
		strict.Optional("spec", strict.ListOf("sources of the spec, in order: builtin, files or directories; default: builtin alone", source())),
		strict.Optional("generate", strict.ListOf("outputs, each under one key that says what it is", output())),
	)
}

func output() *strict.Shape {
	shape := strict.MappingOf("one output",
		strict.Optional("go", strict.MappingOf("a Go package with the codes of one API",
			strict.Required("api", apiID()), strict.Required("dir", outputPath("directory of the package")), strict.Optional("package", packageName("that of the API in the spec")))),
		strict.Optional("httpstatus", strict.MappingOf("a Go package with the HTTP statuses",
			strict.Required("dir", outputPath("directory of the package")), strict.Optional("package", packageName("httpstatus")))),
		strict.Optional("markdown", strict.MappingOf("pages of documentation",
			strict.Required("dir", outputPath("directory of the pages")), strict.Optional("apis", apis()), strict.Optional("templates", pageTemplates()))),
		strict.Optional("json", strict.MappingOf("an export of the resolved spec",
			strict.Required("file", file("file to write")), strict.Optional("apis", apis()))),
		strict.Optional("template", strict.MappingOf("a file made by a template of your own",
			strict.Required("template", file("text/template that makes the file of the export; see lrcodes help template")), strict.Required("file", file("file to write")), strict.Optional("apis", apis()))),
		strict.Optional("inject", strict.MappingOf("a section of a hand-written Markdown file",
			strict.Required("file", file("file that holds the markers")), strict.Required("section", section()), strict.Optional("apis", apis()))),
	)
	shape.Single, shape.Rule = true, RuleOutput
	return shape
}

func pageTemplates() *strict.Shape {
	return strict.MappingOf("templates of your own for the pages",
		strict.Optional("index", file("template of the index")),
		strict.Optional("statuses", file("template of the page of HTTP statuses")),
		strict.Optional("api", file("template of the page of an API")),
		strict.Optional("synthetic", file("template of the page of numbers that SDKs make up")))
}

func text(doc, rule, pattern string, check func(string) string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Pattern: pattern, Check: check}
}

func source() *strict.Shape {
	return text("builtin, or a file or directory relative to the configuration", RulePath, pathPattern, PathProblem)
}

func outputPath(doc string) *strict.Shape { return text(doc, RulePath, pathPattern, PathProblem) }

func file(doc string) *strict.Shape {
	return text(doc, RulePath, pathPattern, func(s string) string {
		if problem := PathProblem(s); problem != "" {
			return problem
		}
		if path.Clean(s) == "." || strings.HasSuffix(s, "/") {
			return fmt.Sprintf("path %q is that of a directory, not of a file", s)
		}
		return ""
	})
}

func apiID() *strict.Shape { return text("id of an API of the spec", RuleAPI, "", nil) }

func apis() *strict.Shape { return strict.ListOf("ids of the APIs to show; default: all", apiID()) }

func packageName(standard string) *strict.Shape {
	return text("name of the Go package; default: "+standard, RulePackage, `^[a-z][a-z0-9_]*$`, packageProblem)
}

// packageProblem lets a package bear the name that the spec keeps for the HTTP statuses, or for other directories.
func packageProblem(s string) string {
	if s == "httpstatus" || s == "docs" {
		return ""
	}
	return spec.PackageProblem(s)
}

func section() *strict.Shape {
	return text("name that stands in the markers", RuleSection, `^[A-Za-z0-9][A-Za-z0-9_.-]*$`, func(s string) string {
		if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") != "" || strings.Trim(s, "_.-") != s {
			return fmt.Sprintf("section %q is not a plain word of letters, digits, dots, dashes and underscores", s)
		}
		return ""
	})
}
