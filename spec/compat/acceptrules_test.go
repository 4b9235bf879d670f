package compat

import (
	"os"
	"regexp"
	"testing"
)

// TestAcceptRules checks that the table has each rule of the file of decisions, once.
func TestAcceptRules(t *testing.T) {
	source, err := os.ReadFile("accept.go")
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]int)
	for _, r := range AcceptRules() {
		listed[r.ID]++
	}
	for _, id := range regexp.MustCompile(`= +"(accept-[a-z]+)"`).FindAllStringSubmatch(string(source), -1) {
		if listed[id[1]] != 1 {
			t.Errorf("the table has %s %d times", id[1], listed[id[1]])
		}
	}
}
