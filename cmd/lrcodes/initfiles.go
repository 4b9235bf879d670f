package main

import (
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// configuration returns a lrcodes.yaml. What it comments out is valid once the comment is taken off and the file that
// it names exists.
func (s *setup) configuration(builtin *spec.Spec) string {
	var b strings.Builder
	dir := path.Clean(s.target)
	run := func(command ...string) string { return printable(shellLine(s.tool(s.root, command...)...)) }
	fmt.Fprintf(&b, `# yaml-language-server: $schema=%s

# What lrcodes generates. To write it, run: go generate ./...
# To compare it and write nothing, run: %s
# For every key and rule of this file, run: %s
# Paths are relative to this file.
version: 1

# Where the codes come from, in order. The builtin spec is that of LoginRadius. A later source may define APIs of your
# own, add codes to an API, and change the texts of a code by "override: true".
spec:
  - builtin
  # - codes  # a directory of *.yaml files; for their keys and rules, run: %s

generate:
  # A Go package with the codes of an API. A directory belongs to one output; when you remove a line, delete its directory.
`, schemaAddress("generator/config/schema.json"), run("check"), run("help", "config"), run("help", "spec"))
	parent := dir
	if s.api != "" {
		parent = path.Dir(dir)
		fmt.Fprintf(&b, "  - go: {api: %s, dir: %s%s}\n", s.api, yamlWord(dir), s.packageKey(dir))
	} else {
		for _, a := range builtin.APIs {
			fmt.Fprintf(&b, "  - go: {api: %s, dir: %s}\n", a.ID, yamlWord(path.Join(dir, a.Package)))
		}
	}
	fmt.Fprintf(&b, `
  # A Go package with the HTTP statuses.
  # - httpstatus: {dir: %s}

  # Pages of documentation; "apis: [id, …]" chooses, here and below.
  # - markdown: {dir: docs/errors}

  # One page with every code and a search.
  # - html: {file: docs/errors/index.html}

  # The whole catalogue for other languages. For its JSON Schema, run: %s
  # - json: {file: web/error-codes.json}

  # A file that a template of your own renders. For its data and functions, run: %s
  # - template: {template: tools/errors.ts.tmpl, file: web/errors.ts}

  # A table in a page of yours, between <!-- lrcodes:begin codes --> and <!-- lrcodes:end codes -->.
  # - inject: {file: README.md, section: codes}
`, yamlWord(path.Join(parent, "httpstatus")), run("schema", "export"), run("help", "template"))
	return b.String()
}

// packageKey returns the end of a go output that names the package: that of the directory, if it can be one.
func (s *setup) packageKey(dir string) string {
	name, _ := packageIn(filepath.Join(s.root, filepath.FromSlash(dir)))
	if name == "" {
		name = path.Base(dir)
	}
	if spec.PackageProblem(name) != "" {
		return ""
	}
	return ", package: " + name
}

var plainPath = regexp.MustCompile(`^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$`)

// yamlWord writes a path so that YAML reads it as a text in any position.
func yamlWord(s string) string {
	if plainPath.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}

// tool returns the words by which the go command runs a command of lrcodes on s.root, from a directory.
func (s *setup) tool(from string, command ...string) []string {
	words := []string{"go", "tool"}
	if dir := relative(from, s.home); dir != "." {
		words = append(words, "-C", dir)
	}
	words = slices.Concat(words, s.flags, []string{"lrcodes"}, command)
	if dir := relative(s.home, s.root); dir != "." && findCommand(command[0]).flags().Lookup("C") != nil {
		words = append(words, "-C", dir)
	}
	return words
}

// relative returns the path of a directory as seen from another, with slashes.
func relative(from, to string) string {
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// The directive by which go generate runs lrcodes. It is split so that go generate does not execute it here.
const directive = "//go:" + "generate"

var directiveLine = regexp.MustCompile(`(?m)^` + directive + ` .*\blrcodes\b.*$`)

// hook writes gen.go, unless a Go file of the directory makes go generate run lrcodes already.
func (s *setup) hook() error {
	files, err := filepath.Glob(filepath.Join(globQuote(s.root), "*.go"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if data, err := readRegular(file); err == nil && directiveLine.Match(data) {
			s.note("%s runs lrcodes already", s.shown(file))
			return nil
		}
	}
	line := directive + " " + generateLine(s.tool(s.root, "generate")...)
	file := filepath.Join(s.root, "gen.go")
	made, err := s.create(file, fmt.Sprintf("%s\n\n// The error codes of LoginRadius, as lrcodes.yaml says.\n%s\n", s.clause(), line))
	if err == nil && !made {
		s.note("\tadd this line to it or to another Go file: %s", line)
	}
	return err
}

// globQuote escapes the pattern characters in the name of a directory.
func globQuote(dir string) string {
	if filepath.Separator == '\\' {
		return dir // Windows has no escape, and its names contain neither * nor ?
	}
	return regexp.MustCompile(`[\\*?\[]`).ReplaceAllString(dir, `\$0`)
}

// clause returns the package clause of gen.go: that of the Go files in the directory. If there is none, the package that
// will come is not known, so only go generate reads the file.
func (s *setup) clause() string {
	if name, _ := packageIn(s.root); name != "" {
		return "package " + name
	}
	return "//go:build generate\n\npackage main"
}

// next prints what is left to do.
func (s *setup) next() {
	switch {
	case s.hasTool:
	case above(s.root, "go.mod") == "":
		fmt.Fprintf(s.stdout, "\nThere is no go.mod here or above. To go on, run: go mod init <path> && go get -tool %s\n", toolPath)
	default:
		fmt.Fprintf(s.stdout, "\nThe go.mod does not name the tool yet. To go on, run: go get -tool %s\n", toolPath)
	}
}
