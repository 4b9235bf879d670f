package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// The parts of the line by which go generate runs lrcodes. They stand apart so that no one takes them for such a line.
const (
	directive = "//go:" + "generate"
	toolPath  = modulePath + "/cmd/lrcodes"
)

var directiveLine = regexp.MustCompile(`(?m)^` + directive + ` .*\blrcodes\b.*$`)

// hook writes gen.go, unless a Go file of the directory makes go generate run lrcodes already.
func (s *setup) hook() error {
	files, err := filepath.Glob(filepath.Join(globQuote(s.root), "*.go"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil && directiveLine.Match(data) {
			s.note("%s calls lrcodes already", s.shown(file))
			return nil
		}
	}
	line := directive + " " + s.tool("generate", ".")
	file := filepath.Join(s.root, "gen.go")
	made, err := s.create(file, fmt.Sprintf("%s\n\n// The error codes of LoginRadius, as lrcodes.yaml says.\n%s\n", s.clause(), line))
	if err == nil && !made {
		s.note("\tadd this line to it or to another Go file: %s", line)
	}
	return err
}

// globQuote escapes what would be a pattern in the name of a directory.
func globQuote(dir string) string {
	if filepath.Separator == '\\' {
		return dir // Windows has no escape, and its names hold neither * nor ?
	}
	return regexp.MustCompile(`[\\*?\[]`).ReplaceAllString(dir, `\$0`)
}

// clause returns the package clause of gen.go: that of the Go files in the directory. Where there are none, nobody knows
// what package will come, so the file is one that only go generate reads.
func (s *setup) clause() string {
	if name, _ := packageIn(s.root); name != "" {
		return "package " + name
	}
	return "//go:build generate\n\npackage main"
}

// tool returns the command line by which the go command runs a command of lrcodes in the directory, from a directory
// of which it is at path.
func (s *setup) tool(command, path string) string {
	flag, _ := toolFlag(s.root)
	if path != "." {
		flag = "-C " + quote(path) + " " + flag
	}
	return "go tool " + flag + "lrcodes " + command
}

// next tells what is left to do.
func (s *setup) next() {
	if _, found := toolFlag(s.root); found {
		return
	}
	if above(s.root, "go.mod") == "" {
		fmt.Fprintf(s.stdout, "\nThere is no go.mod here or above. To go on, run: go mod init <path> && go get -tool %s\n", toolPath)
		return
	}
	fmt.Fprintf(s.stdout, "\nThe go.mod does not name the tool yet. To go on, run: go get -tool %s\n", toolPath)
}
