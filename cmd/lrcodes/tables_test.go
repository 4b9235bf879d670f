package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestEveryCommandHasAScript checks that a script runs each command.
func TestEveryCommandHasAScript(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var scripts strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		scripts.Write(data)
	}
	for _, c := range commands() {
		if !regexp.MustCompile(`(?m)^(\[.*\] )?(exec|call)(-code \d)? lrcodes ` + c.name + `\b`).MatchString(scripts.String()) {
			t.Errorf("no script runs lrcodes %s", c.name)
		}
	}
}

// TestInitShowsEveryKind checks that the configuration that init writes has each kind of output, if only as a comment.
func TestInitShowsEveryKind(t *testing.T) {
	s := &setup{env: &env{}, target: defaultTarget}
	text := s.configuration(spectest.Builtin(t))
	for _, key := range config.Format().Keys {
		if key.Name != "generate" {
			continue
		}
		for _, kind := range key.Shape.Item.Keys {
			if !strings.Contains(text, "- "+kind.Name+": {") {
				t.Errorf("the configuration that init writes does not show %s", kind.Name)
			}
		}
	}
}

// TestReadmePackages checks that the table of the README has each published package once.
func TestReadmePackages(t *testing.T) {
	want := []string{"httpstatus"}
	for _, a := range spectest.Builtin(t).APIs {
		want = append(want, a.Package)
	}
	var got []string
	for _, row := range regexp.MustCompile("(?m)^\\| \\[`out/(\\w+)`\\]\\(out/(\\w+)\\) \\|").FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		if row[1] != row[2] {
			t.Errorf("out/%s links to out/%s", row[1], row[2])
		}
		got = append(got, row[1])
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the README lists the packages\n%q, not\n%q", got, want)
	}
}
