package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/lrcodes/lrcodes/spec/spectest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lrcodes": func() {
		if os.Getenv(servedBy) == "" {
			main()
		} else if err := serve(os.Stdin, os.Stdout); err != io.EOF {
			log.Fatal(err)
		}
	}})
}

// TestScripts runs the scripts in testdata/script, which are the specification of the command line.
func TestScripts(t *testing.T) {
	w, s := newWorld(t), newServers(t)
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       spectest.Update(),
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exec-code": execCode, "call": s.call, "call-code": s.callCode, "go-tool": s.goTool, "uncomment": uncomment, "replace": replace, "proxy": w.proxy, "requirements": requirements,
			"drift": onlyDrift, "openapi": openapi,
		},
		Condition: condition,
		Setup: func(e *testscript.Env) error {
			action, err := filepath.Abs("../../.github/actions/check")
			if err != nil {
				return err
			}
			e.Setenv("ACTION", action)
			for key, value := range gitEnv {
				e.Setenv(key, value)
			}
			tools, _, _ := strings.Cut(os.Getenv("PATH"), string(os.PathListSeparator)) // of testscript: this program alone
			e.Setenv("TOOLS", tools)
			e.Setenv("NEWLINE", "HEAD\n--output=stolen")
			for _, key := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} {
				e.Setenv(key, os.Getenv(key))
			}
			e.Values[variables{}] = variablesOf(e.Vars)
			return nil
		},
	})
}

// gitEnv makes git the same on every machine, and lets it commit. A repository that lasts for a test needs no sample
// hooks, no maintenance and no fsync, which are half of the time that git takes.
var gitEnv = map[string]string{
	"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.DevNull, "GIT_AUTHOR_NAME": "Gopher", "GIT_COMMITTER_NAME": "Gopher",
	"GIT_AUTHOR_EMAIL": "gopher@example.com", "GIT_COMMITTER_EMAIL": "gopher@example.com", "GIT_TEMPLATE_DIR": "",
	"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "maintenance.auto", "GIT_CONFIG_VALUE_0": "false",
	"GIT_CONFIG_KEY_1": "core.fsync", "GIT_CONFIG_VALUE_1": "none",
}

// condition evaluates the conditions that scripts have besides those of testscript: root, for user 0, who ignores
// permissions; and modules, for a module cache with all dependencies.
func condition(cond string) (bool, error) {
	switch cond {
	case "root":
		return os.Getuid() == 0, nil
	case "modules":
		return offline(), nil
	}
	return false, fmt.Errorf("unknown condition %q", cond)
}

// uncomment takes the comment off the list items of a YAML file: uncomment lrcodes.yaml
func uncomment(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		text := strings.ReplaceAll(ts.ReadFile(name), "\n  # - ", "\n  - ")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o666))
	}
}

// replace replaces a text that a file must contain: replace gen.go old new
func replace(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not contain %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(text, args[1], args[2])), 0o666))
}

// execCode runs a program and checks its exit code: exec-code 2 lrcodes generate extra
func execCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exec-code code program [args…]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want, err := strconv.Atoi(args[0]); err != nil || code != want {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}
