package config

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Format describes the configuration format. Load reads by it and the JSON Schema is made from it.
func Format() *strict.Shape {
	return mapping("what lrcodes generates, from which spec, and where",
		strict.Key{Name: "version", Required: true, Rule: "version", Shape: &strict.Shape{
			Kind: strict.Integer, Doc: "version of the configuration format; always 1", Min: Version, Max: Version, Rule: "version"}},
		optional("spec", list("sources of the spec, in order: builtin, files or directories; default: builtin alone", source())),
		optional("generate", list("outputs, each under one key that says what it is", output())),
	)
}

func output() *strict.Shape {
	return mapping("one output",
		optional("go", mapping("a Go package with the codes of one API",
			required("api", apiID()), required("dir", place("directory of the package")), optional("package", packageName()))),
		optional("httpstatus", mapping("a Go package with the HTTP statuses",
			required("dir", place("directory of the package")), optional("package", packageName()))),
		optional("markdown", mapping("pages of documentation",
			required("dir", place("directory of the pages")), optional("apis", apis()), optional("templates", pageTemplates()))),
		optional("json", mapping("an export of the resolved spec",
			required("file", place("file to write")), optional("apis", apis()))),
		optional("template", mapping("a file made by a template of your own",
			required("template", place("text/template that is given the export")), required("file", place("file to write")), optional("apis", apis()))),
		optional("inject", mapping("a section of a hand-written Markdown file",
			required("file", place("file that holds the markers")), required("section", section()), optional("apis", apis()))),
	)
}

func pageTemplates() *strict.Shape {
	return mapping("templates of your own for the pages",
		optional("index", place("template of the index")),
		optional("statuses", place("template of the page of HTTP statuses")),
		optional("api", place("template of the page of an API")))
}

func mapping(doc string, keys ...strict.Key) *strict.Shape {
	return &strict.Shape{Kind: strict.Mapping, Doc: doc, Keys: keys}
}

func required(name string, s *strict.Shape) strict.Key {
	return strict.Key{Name: name, Required: true, Shape: s}
}

func optional(name string, s *strict.Shape) strict.Key { return strict.Key{Name: name, Shape: s} }

func list(doc string, item *strict.Shape) *strict.Shape {
	return &strict.Shape{Kind: strict.Sequence, Doc: doc, Item: item}
}

func text(doc, rule, pattern string, check func(string) string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Pattern: pattern, Check: check}
}

func source() *strict.Shape {
	return text("builtin, or a file or directory relative to the configuration", "bad-path", "", pathProblem)
}

func place(doc string) *strict.Shape { return text(doc, "bad-path", "", pathProblem) }

func apiID() *strict.Shape { return text("id of an API of the spec", "unknown-api", "", nil) }

func apis() *strict.Shape { return list("ids of the APIs to show; default: all", apiID()) }

func packageName() *strict.Shape {
	return text("name of the Go package; default: the package that the spec gives the API", "bad-package", `^[a-z][a-z0-9_]*$`, packageProblem)
}

// packageProblem lets a package bear the name that the spec keeps for the HTTP statuses, or for other directories.
func packageProblem(s string) string {
	if s == "httpstatus" || s == "docs" {
		return ""
	}
	return spec.PackageProblem(s)
}

func section() *strict.Shape {
	return text("name that stands in the markers", "bad-section", `^[A-Za-z0-9][A-Za-z0-9_.-]*$`, func(s string) string {
		if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-") != "" || strings.Trim(s, "_.-") != s {
			return fmt.Sprintf("section %q is not a plain word of letters, digits, dots, dashes and underscores", s)
		}
		return ""
	})
}

// pathProblem says why a path cannot be used: whatever the configuration names lies below its own directory.
func pathProblem(s string) string {
	switch clean := path.Clean(s); {
	case strings.ContainsAny(s, "\\:\x00*?\"<>|\n\r\t"):
		return fmt.Sprintf("path %q has a character that not every system allows; write it with slashes", s)
	case path.IsAbs(s):
		return fmt.Sprintf("path %q is absolute; write it relative to the configuration", s)
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return fmt.Sprintf("path %q leaves the directory of the configuration", s)
	case !fs.ValidPath(clean):
		return fmt.Sprintf("path %q is not a relative path", s)
	}
	return ""
}
