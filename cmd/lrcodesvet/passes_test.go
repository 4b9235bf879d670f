package main

import (
	"os"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator/passes"
)

// TestEveryPass checks that each pass has its row in the README and a case that shows it.
func TestEveryPass(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range passes.Analyzers() {
		if strings.Count(string(readme), "\n| `"+a.Name+"` | ") != 1 {
			t.Errorf("README.md does not have one row for %s", a.Name)
		}
		if _, err := os.Stat("../../generator/passes/testdata/" + a.Name + ".txtar"); err != nil {
			t.Error(err)
		}
	}
}
