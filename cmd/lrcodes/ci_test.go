package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
	"gopkg.in/yaml.v3"
)

// readFile returns a file of the repository.
func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func parseYAML(t *testing.T, name string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(readFile(t, name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// step is a step of a workflow or of an action.
type step struct {
	Uses, Run string
	Env       map[string]string
}

// TestWorkflow compares the workflow with go.mod, whose version of Go it must test, and with the README, whose commands
// it must run. What the workflow uses of others is pinned to a commit, because a tag can be moved.
func TestWorkflow(t *testing.T) {
	var w struct {
		Jobs map[string]struct {
			Strategy struct{ Matrix struct{ Go []string } }
			Steps    []step
		}
	}
	parseYAML(t, ".github/workflows/ci.yml", &w)
	mod, err := modfile.Parse("go.mod", []byte(readFile(t, "go.mod")), nil)
	if err != nil {
		t.Fatal(err)
	}
	if oldest := strings.TrimSuffix(mod.Go.Version, ".0") + ".x"; w.Jobs["test"].Strategy.Matrix.Go[0] != oldest {
		t.Errorf("the oldest Go of the matrix is not %s, that of go.mod", oldest)
	}
	var runs []string
	for name, job := range w.Jobs {
		for _, s := range job.Steps {
			runs = append(runs, s.Run)
			if s.Uses != "" && !regexp.MustCompile(`@[0-9a-f]{40}$`).MatchString(s.Uses) {
				t.Errorf("job %s uses %s, which is not pinned to a commit", name, s.Uses)
			}
		}
	}
	_, setUp, _ := strings.Cut(readFile(t, "README.md"), "## Set up")
	test := regexp.MustCompile(`(?m)^    (go test .*)$`).FindStringSubmatch(setUp)
	if test == nil || !strings.Contains(strings.Join(runs, "\n"), test[1]) {
		t.Errorf("no step runs the test command of the README: %q", test)
	}
}

// TestAction checks that each input of the action is described and reaches its script.
func TestAction(t *testing.T) {
	var a struct {
		Inputs map[string]struct{ Description string }
		Runs   struct{ Steps []step }
	}
	parseYAML(t, ".github/actions/check/action.yml", &a)
	definition, script := readFile(t, ".github/actions/check/action.yml"), readFile(t, ".github/actions/check/check.sh")
	for name, in := range a.Inputs {
		if in.Description == "" || !strings.Contains(definition, "${{ inputs."+name+" }}") {
			t.Errorf("input %s is not described, or not used", name)
		}
	}
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("a step takes an input for code: %s", s.Run)
		}
		for name := range s.Env {
			if !strings.Contains(script, "$"+name) {
				t.Errorf("check.sh does not read %s", name)
			}
		}
	}
}

// TestPreCommitHook checks that the hook calls a command that exists, without file names, which it would not accept.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		Entry         string
		PassFilenames *bool `yaml:"pass_filenames"`
	}
	parseYAML(t, ".pre-commit-hooks.yaml", &hooks)
	for _, h := range hooks {
		words := strings.Fields(h.Entry)
		if c := findCommand(words[len(words)-1]); c == nil || c.args != "" || h.PassFilenames == nil || *h.PassFilenames {
			t.Errorf("the hook runs %q, with file names: %v", h.Entry, h.PassFilenames)
		}
	}
}
