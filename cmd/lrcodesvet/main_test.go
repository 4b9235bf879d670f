package main

import (
	"errors"
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
	testscript.Main(m, map[string]func(){"lrcodesvet": main})
}

// TestScripts runs the scripts in testdata/script in a module that has a generated package.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("vets the standard library; the go command keeps the results for one build of the test only")
	}
	root, err := spectest.SameDir(t, "")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		WorkdirRoot:         root,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exec-code": execCode},
		Setup: func(e *testscript.Env) error {
			program, err := exec.LookPath("lrcodesvet")
			if err != nil {
				return err
			}
			e.Setenv("LRCODESVET", program)
			e.Setenv("GOFLAGS", "")
			e.Setenv("GOGC", "400") // saves a fifth of the time of the go command
			e.Setenv("GOPROXY", "off")
			cache, err := exec.Command("go", "env", "GOCACHE").Output()
			if err != nil {
				return err
			}
			e.Setenv("GOCACHE", strings.TrimSpace(string(cache)))
			return copyPackage("../../out/customeridentity", filepath.Join(e.WorkDir, "customeridentity"))
		},
	})
}

// copyPackage copies the Go files of a package without its tests.
func copyPackage(from, to string) error {
	files, err := filepath.Glob(filepath.Join(from, "*.go"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(to, 0o777); err != nil {
		return err
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(file)), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// execCode runs a program and demands an exit code: exec-code 2 lrcodesvet -fix
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

func TestTooOld(t *testing.T) {
	for version, want := range map[string]string{
		"go1.24.0":                "-fix needs Go 1.26 or later; this is go1.24.0",
		"go1.25.3":                "-fix needs Go 1.26 or later; this is go1.25.3",
		"go1.25rc1":               "-fix needs Go 1.26 or later; this is go1.25rc1",
		"go1.25.3 X:nosynchash":   "-fix needs Go 1.26 or later; this is go1.25.3 X:nosynchash",
		"go1.25.3-X:nosynchash":   "-fix needs Go 1.26 or later; this is go1.25.3-X:nosynchash",
		"go1.26rc1":               "",
		"go1.26":                  "",
		"go1.26.8":                "",
		"go1.27":                  "",
		"go1.100.1":               "",
		"go2.0":                   "",
		"devel go1.27-abc1234":    "",
		"go1.27-devel_abc1234":    "",
		"something of a fork 1.0": "",
		"":                        "",
	} {
		got := ""
		if err := tooOld(version); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", version, got, want)
		}
	}
}

func TestArguments(t *testing.T) {
	for _, test := range []struct {
		args              string
		help, unit, fixes bool
	}{
		{"", false, false, false},
		{"./...", false, false, false},
		{"-codeliteral ./...", false, false, false},
		{"-h", true, false, false},
		{"--help", true, false, false},
		{"help", false, true, false},
		{"help codetext", false, true, false},
		{"-V=full", false, true, false},
		{"-flags", false, true, false},
		{"/tmp/vet.cfg", false, true, false},
		{"-json -fix /tmp/vet.cfg", false, true, true},
		{"-fix ./...", false, false, true},
		{"-fix=true -diff", false, false, true},
		{"-fix=false ./...", false, false, false},
		{"-diff ./fix", false, false, false},
	} {
		args := strings.Fields(test.args)
		if help, unit, fixes := wantsHelp(args), isUnit(args), fixes(args); help != test.help || unit != test.unit || fixes != test.fixes {
			t.Errorf("%q: help %v, unit %v, fixes %v", test.args, help, unit, fixes)
		}
	}
}

// TestIsGenerated checks that the header is that of the files that lrcodes generates.
func TestIsGenerated(t *testing.T) {
	generated, err := filepath.Glob("../../out/customeridentity/[a-d]*.go")
	if err != nil || len(generated) == 0 {
		t.Fatalf("%v, %d files", err, len(generated))
	}
	for _, file := range append(generated, "main.go", "testdata/script/help.txtar") {
		want := strings.HasPrefix(file, "../../out/") && !strings.HasSuffix(file, "_test.go")
		if got, err := isGenerated(file); got != want || err != nil {
			t.Errorf("%s: %v, %v", file, got, err)
		}
	}
}
