package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

func parseYAML(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err == nil {
		err = yaml.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestWorkflow(t *testing.T) {
	var w struct {
		Jobs map[string]struct {
			Strategy struct{ Matrix struct{ OS, Go []string } }
			Steps    []struct{ Run string }
		}
	}
	parseYAML(t, ".github/workflows/ci.yml", &w)
	var runs []string
	for _, job := range w.Jobs {
		for _, step := range job.Steps {
			runs = append(runs, step.Run)
		}
	}
	for _, want := range []string{"go mod download", "go test ./...", "go run ./cmd/lrcodes check", "bash .ci/run"} {
		if !strings.Contains(strings.Join(runs, "\n"), want) {
			t.Errorf("no step runs %q", want)
		}
	}
	if m := w.Jobs["test"].Strategy.Matrix; len(m.OS) != 3 || len(m.Go) != 2 {
		t.Errorf("the matrix is %v", m)
	}
}

func TestAction(t *testing.T) {
	var a struct {
		Name, Description string
		Inputs            map[string]struct{ Description string }
		Runs              struct {
			Using string
			Steps []struct{ Shell, Run string }
		}
	}
	parseYAML(t, ".github/actions/check/action.yml", &a)
	if a.Runs.Using != "composite" || len(a.Runs.Steps) != 1 || a.Runs.Steps[0].Shell != "bash" || !strings.Contains(a.Runs.Steps[0].Run, "/check.sh") {
		t.Errorf("the action runs %+v", a.Runs)
	}
	for name, in := range a.Inputs {
		if in.Description == "" {
			t.Errorf("input %s is not described", name)
		}
	}
}

// TestPreCommitHook shows that the hook calls what only reads, for all files at once.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Name, Entry, Language string
		PassFilenames             *bool `yaml:"pass_filenames"`
	}
	parseYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].ID != "lrcodes" || hooks[0].Entry != "go tool lrcodes check" || hooks[0].PassFilenames == nil || *hooks[0].PassFilenames {
		t.Errorf("got %+v", hooks)
	}
}
