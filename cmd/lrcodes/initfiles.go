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
		for i, dir := range s.packageDirs(builtin) {
			fmt.Fprintf(&b, "  - go: {api: %s, dir: %s}\n", builtin.APIs[i].ID, yamlWord(dir))
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

// plainPath matches paths that YAML reads as a text, in a flow mapping too. They have a slash: a word may be a number, or
// true.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$`)

// yamlWord writes a path so that YAML reads it as a text in any position.
func yamlWord(s string) string {
	if plainPath.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}

// The directive by which go generate runs lrcodes. It is split so that go generate does not execute it here.
const directive = "//go:" + "generate"

// directiveLine matches a directive that runs lrcodes, whoever wrote it.
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

// workflow writes a workflow for GitHub, or prints what to add to the one that exists.
func (s *setup) workflow() error {
	file := filepath.Join(s.repo, ".github", "workflows", "lrcodes.yml")
	step := s.checkStep()
	if data, err := readRegular(file); err == nil && !strings.Contains(string(data), step) {
		s.note("%s exists already; add to the steps of its job:\n\n%s", s.shown(file), step)
		return nil
	}
	_, err := s.create(file, `# Fails if the generated files differ from what the spec gives. It writes nothing.
name: lrcodes

on: [push, pull_request]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-go@v5
        with:
          go-version-file: `+yamlWord(s.goMod())+`
`+step+s.changesStep()+s.vetStep())
	return err
}

// checkStep returns the step of a workflow that checks the directory.
func (s *setup) checkStep() string {
	return s.step(s.tool(s.root, "check", "-format", "github"))
}

// changesStep returns the step that reports whom a change of the spec breaks, as a comment: it needs the whole history.
func (s *setup) changesStep() string {
	return "      # To report whom a change breaks, give the checkout fetch-depth: 0, and take the comment off:\n" +
		commented(s.step(s.tool(s.root, "changes", "-format", "github")))
}

// vetStep returns the same for the code that uses the packages, as a comment: lrcodesvet is a tool of its own. It runs
// where it checks, so there is none if go tool finds it elsewhere.
func (s *setup) vetStep() string {
	if relative(s.root, s.home) != "." {
		return ""
	}
	get := shellLine(slices.Concat([]string{"go", "get"}, s.flags, []string{"-tool", modulePath + "/cmd/lrcodesvet@latest"})...)
	return "      # To report code that misuses the packages, take the comment off and run: " + printable(get) + "\n" +
		commented(s.step(slices.Concat([]string{"go", "tool"}, s.flags, []string{"lrcodesvet", "./..."})))
}

// stepIndent is the indentation of a step in the workflow.
const stepIndent = "      "

// step returns a step that runs a command in the directory.
func (s *setup) step(words []string) string {
	step := stepIndent + "- run: " + yamlCommand(shellLine(words...)) + "\n"
	if s.path != "." {
		step += stepIndent + "  working-directory: " + yamlWord(s.path) + "\n"
	}
	return step
}

// commented returns a step as a comment.
func commented(step string) string {
	var b strings.Builder
	for line := range strings.Lines(step) {
		b.WriteString(stepIndent + "# " + strings.TrimPrefix(line, stepIndent))
	}
	return b.String()
}

// goMod returns the path, below the repository, of the go.mod that says which version of Go the directory needs.
func (s *setup) goMod() string {
	if file := above(s.root, "go.mod"); file != "" {
		if rel, err := filepath.Rel(s.repo, file); err == nil {
			return filepath.ToSlash(rel)
		}
	}
	return "go.mod"
}

// preCommitHook writes a configuration of pre-commit, or prints what to add to the one that exists.
func (s *setup) preCommitHook() error {
	file := filepath.Join(s.repo, ".pre-commit-config.yaml")
	entry := shellLine(s.tool(s.repo, "check")...)
	hook := `  - repo: local
    hooks:
      - id: lrcodes
        name: generated error codes are up to date
        entry: ` + strconv.Quote(entry) + `
        language: system
        pass_filenames: false
`
	if data, err := readRegular(file); err == nil && !strings.Contains(string(data), strconv.Quote(entry)) {
		s.note("%s exists already; add to its repos:\n\n%s", s.shown(file), hook)
		return nil
	}
	_, err := s.create(file, "repos:\n"+hook)
	return err
}

// plainCommand matches command lines that YAML reads as a text.
var plainCommand = regexp.MustCompile(`^[A-Za-z0-9_./= -]+$`)

// yamlCommand returns a command line as a value of YAML.
func yamlCommand(line string) string {
	if plainCommand.MatchString(line) {
		return line
	}
	return strconv.Quote(line)
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
