package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// schemaAddress is where editors find the schema of lrcodes.yaml.
const schemaAddress = "https://raw.githubusercontent.com/lrcodes/lrcodes/main/generator/config/schema.json"

// configuration returns a lrcodes.yaml. What it comments out is valid once the comment is taken off and the file that
// it names exists.
func (s *setup) configuration(builtin *spec.Spec) string {
	var b strings.Builder
	dir := path.Clean(s.target)
	fmt.Fprintf(&b, `# yaml-language-server: $schema=%s

# What lrcodes generates: "go generate ./..." writes it, "go tool lrcodes check" compares it and writes nothing.
# "go tool lrcodes help config" tells of every key. Paths are relative to this file.
version: 1

# Where the codes come from, in order. The builtin spec is that of LoginRadius. A later source may add apis of your own,
# add codes to an api, and change the texts of a code by "override: true".
spec:
  - builtin
  # - codes  # a directory of *.yaml files: "go tool lrcodes schema spec" prints the format

generate:
  # A Go package with the codes of an api. A directory holds one output; take a line away and delete its directory.
`, schemaAddress)
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

  # The whole catalogue for other languages: "go tool lrcodes schema export" prints the format.
  # - json: {file: web/error-codes.json}

  # A file of your own making: "go tool lrcodes help template" tells how.
  # - template: {template: tools/errors.ts.tmpl, file: web/errors.ts}

  # A table within a page of yours, between <!-- lrcodes:begin codes --> and <!-- lrcodes:end codes -->.
  # - inject: {file: README.md, section: codes}
`, yamlWord(path.Join(parent, "httpstatus")))
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

// yamlWord writes a path so that YAML reads it as a text wherever it stands.
func yamlWord(s string) string {
	if plainPath.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}

// workflow returns a workflow for GitHub.
func (s *setup) workflow() string {
	gomod := "go.mod"
	if file := above(s.root, "go.mod"); file != "" {
		if rel, err := filepath.Rel(s.repo, file); err == nil {
			gomod = filepath.ToSlash(rel)
		}
	}
	workingDir := ""
	if s.path != "." {
		workingDir = "        working-directory: " + yamlWord(s.path) + "\n"
	}
	return `# Fails where what is generated is not what the spec gives. It writes nothing.
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
          go-version-file: ` + yamlWord(gomod) + `
      - run: ` + s.tool("check", ".") + ` -format github
` + workingDir
}

// preCommitHook writes a configuration of pre-commit, or tells what to add to the one that exists.
func (s *setup) preCommitHook() error {
	file := filepath.Join(s.repo, ".pre-commit-config.yaml")
	entry := s.tool("check", s.path)
	hook := `  - repo: local
    hooks:
      - id: lrcodes
        name: generated error codes are up to date
        entry: ` + strconv.Quote(entry) + `
        language: system
        pass_filenames: false
`
	if data, err := os.ReadFile(file); err == nil && !strings.Contains(string(data), entry) {
		s.note("%s exists already; add to its repos:\n\n%s", s.shown(file), hook)
		return nil
	}
	_, err := s.create(file, "repos:\n"+hook)
	return err
}
