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
		strict.Optional("generate", strict.ListOf("outputs, each under one key that says what it is", anyOutput())),
	)
}

func anyOutput() *strict.Shape {
	shape := &strict.Shape{Kind: strict.Mapping, Doc: "one output", Single: true, Rule: RuleOutput}
	for _, k := range kinds() {
		shape.Keys = append(shape.Keys, k.key)
	}
	return shape
}

func pageTemplates() *strict.Shape {
	return strict.MappingOf("your own templates for the pages",
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

func goDir() strict.Key {
	return strict.Required("dir", text("directory of the package", RulePath, goPathPattern, GoPathProblem))
}

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

func apis() strict.Key {
	return strict.Optional("apis", strict.ListOf("ids of the APIs to show; default: all", apiID()))
}

func packageName(standard string) strict.Key {
	return strict.Optional("package", text("name of the Go package; default: "+standard, RulePackage, spec.PackagePattern, spec.PackageProblem))
}

func sectionName() *strict.Shape {
	return text("name in the markers", RuleSection, `^[A-Za-z0-9][A-Za-z0-9_.-]*$`, func(s string) string {
		if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") != "" || strings.Trim(s, "_.-") != s {
			return fmt.Sprintf("section %q is not a plain word of letters, digits, dots, dashes and underscores", s)
		}
		return ""
	})
}
