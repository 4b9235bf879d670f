package main

import (
	"fmt"
	"os"
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
`, schemaAddress("generator/config/schema.json"))
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

// tool returns the command line by which the go command runs a command of lrcodes on the directory, from a directory
// from which it is at path.
func (s *setup) tool(quote func(...string) string, path string, command ...string) string {
	flags, found := toolFlags(s.root)
	if home, err := os.Getwd(); err == nil && !found {
		if flags, found := toolFlags(home); found {
			return s.foreignTool(quote, path, home, flags, command)
		}
	}
	words := []string{"go", "tool"}
	if path != "." {
		words = append(words, "-C", path)
	}
	return quote(slices.Concat(words, flags, []string{"lrcodes"}, command)...)
}

// foreignTool is tool where another module has lrcodes as a tool, such as tools/go.mod: the module of the directory home.
func (s *setup) foreignTool(quote func(...string) string, path, home string, flags, command []string) string {
	there, err := filepath.Rel(filepath.Join(s.root, filepath.FromSlash(upFrom(path))), home)
	back, err2 := filepath.Rel(home, s.root)
	if err != nil || err2 != nil {
		there, back = home, s.root
	}
	words := slices.Concat([]string{"go", "tool", "-C", filepath.ToSlash(there)}, flags, []string{"lrcodes"}, command, []string{"-C", filepath.ToSlash(back)})
	return quote(words...)
}

// upFrom returns the way back from a path below a directory.
func upFrom(p string) string {
	if p == "." {
		return "."
	}
	return strings.Repeat("../", strings.Count(p, "/")+1)
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
		if !isRegular(file) {
			continue
		}
		if data, err := os.ReadFile(file); err == nil && directiveLine.Match(data) {
			s.note("%s runs lrcodes already", s.shown(file))
			return nil
		}
	}
	line := directive + " " + s.tool(generateLine, ".", "generate")
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
	if _, found := toolFlags(s.root); found {
		return
	}
	if home, err := os.Getwd(); err == nil {
		if _, found := toolFlags(home); found {
			return
		}
	}
	if above(s.root, "go.mod") == "" {
		fmt.Fprintf(s.stdout, "\nThere is no go.mod here or above. To go on, run: go mod init <path> && go get -tool %s\n", toolPath)
		return
	}
	fmt.Fprintf(s.stdout, "\nThe go.mod does not name the tool yet. To go on, run: go get -tool %s\n", toolPath)
}
