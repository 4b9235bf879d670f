package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestExplainReadme tests that the README shows what explain prints.
func TestExplainReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), "$ lrcodes explain 1198\n")
	_, after, fenced := strings.Cut(rest, "```")
	if !ok || !fenced {
		t.Fatal("README.md does not show lrcodes explain 1198")
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"explain", "1198"}, nil, &stdout, &stderr); code != clean {
		t.Fatalf("exit code %d: %s", code, stderr.String())
	}
	spectest.File(t, "../../README.md", []byte(before+"$ lrcodes explain 1198\n"+stdout.String()+"```"+after))
}
