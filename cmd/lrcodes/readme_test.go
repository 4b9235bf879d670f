package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)\n```")

// TestReadme shows that the Go of the README stands in tested examples, whole or as the body of a function, and that
// the README names each command.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := readExamples(t)
	blocks := goBlock.FindAllStringSubmatch(string(readme), -1)
	if len(blocks) < 5 {
		t.Fatalf("%d blocks of Go", len(blocks))
	}
	for _, b := range blocks {
		if !strings.Contains(examples, "\n"+b[1]+"\n") {
			t.Errorf("README.md shows what no example tests:\n%s", b[1])
		}
	}
	for _, c := range commands() {
		if c.name != "help" && c.name != "version" && !strings.Contains(string(readme), "lrcodes "+c.name) {
			t.Errorf("README.md does not name lrcodes %s", c.name)
		}
	}
}

// readExamples returns the source of every example of the generated packages, as it is and with a tab less.
func readExamples(t *testing.T) string {
	t.Helper()
	paths, err := filepath.Glob("../../out/*/example*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
		all.WriteString(strings.ReplaceAll(string(data), "\n\t", "\n"))
	}
	return all.String()
}
