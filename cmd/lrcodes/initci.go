package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

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
	step := "      - run: " + yamlCommand(shellLine(s.tool(s.root, "check", "-format", "github")...)) + "\n"
	if s.path != "." {
		step += "        working-directory: " + yamlWord(s.path) + "\n"
	}
	return step
}

// changesStep returns the step that reports whom a change of the spec breaks, as a comment: it needs the whole history.
func (s *setup) changesStep() string {
	step := "      # To report whom a change breaks, give the checkout fetch-depth: 0, and take the comment off:\n" +
		"      # - run: " + yamlCommand(shellLine(s.tool(s.root, "changes", "-format", "github")...)) + "\n"
	if s.path != "." {
		step += "      #   working-directory: " + yamlWord(s.path) + "\n"
	}
	return step
}

// vetStep returns the same for the code that uses the packages, as a comment: lrcodesvet is a tool of its own. It runs
// where it checks, so there is none if go tool finds it elsewhere.
func (s *setup) vetStep() string {
	if relative(s.root, s.home) != "." {
		return ""
	}
	get := shellLine(slices.Concat([]string{"go", "get"}, s.flags, []string{"-tool", modulePath + "/cmd/lrcodesvet@latest"})...)
	run := shellLine(slices.Concat([]string{"go", "tool"}, s.flags, []string{"lrcodesvet", "./..."})...)
	step := "      # To report code that misuses the packages, take the comment off and run: " + printable(get) + "\n" +
		"      # - run: " + yamlCommand(run) + "\n"
	if s.path != "." {
		step += "      #   working-directory: " + yamlWord(s.path) + "\n"
	}
	return step
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

var plainCommand = regexp.MustCompile(`^[A-Za-z0-9_./= -]+$`)

// yamlCommand returns a command line as a value of YAML.
func yamlCommand(line string) string {
	if plainCommand.MatchString(line) {
		return line
	}
	return strconv.Quote(line)
}
