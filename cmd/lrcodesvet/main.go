// Lrcodesvet reports Go code that misuses a package that lrcodes generated, and fixes it. It is a tool for go vet, and
// runs go vet by itself:
//
//	go tool lrcodesvet ./...
//	go tool lrcodesvet -fix ./...
//	go tool lrcodesvet help
package main

import (
	"errors"
	"fmt"
	"go/version"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/lrcodes/lrcodes/generator/passes"
)

func main() {
	args := os.Args[1:]
	if wantsHelp(args) {
		os.Args = append(os.Args[:1], "help")
	}
	if err := checkHelp(args); err != nil {
		fmt.Fprintf(os.Stderr, "lrcodesvet: %v\n", err)
		os.Exit(2)
	}
	if isUnit(os.Args[1:]) {
		if skip(os.Args[len(os.Args)-1]) {
			return
		}
		unitchecker.Main(passes.Analyzers()...) // exits
	}
	os.Exit(run(args, os.Stdin, os.Stdout, os.Stderr))
}

// wantsHelp reports whether the only argument asks for help in the form of a flag.
func wantsHelp(args []string) bool {
	return len(args) == 1 && slices.Contains([]string{"-h", "-help", "--help"}, args[0])
}

// checkHelp reports a request for help on a pass that does not exist.
func checkHelp(args []string) error {
	if len(args) == 0 || args[0] != "help" {
		return nil
	}
	var names []string
	for _, a := range passes.Analyzers() {
		names = append(names, a.Name)
	}
	for _, name := range args[1:] {
		if !slices.Contains(names, name) {
			return fmt.Errorf("there is no pass %q; there is %s", name, strings.Join(names, ", "))
		}
	}
	return nil
}

// isUnit reports whether the go command asks the program to describe itself or to check a package, or a user asks for
// help. All else is for go vet.
func isUnit(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "help" || args[0] == "-flags" || strings.HasPrefix(args[0], "-V=") || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// run has go vet run this program on each package, and returns the exit code of go vet: 1 for findings and for code that
// does not build, 2 for wrong usage. Without a go command it is 2 too.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	self, err := os.Executable()
	if err == nil && fixes(args) {
		err = checkFix()
	}
	if err != nil {
		fmt.Fprintf(stderr, "lrcodesvet: %v\n", err)
		return 2
	}
	vet := exec.Command("go", append([]string{"vet", "-vettool=" + self}, args...)...)
	vet.Stdin, vet.Stdout, vet.Stderr = stdin, stdout, stderr
	err = vet.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit) && exit.Exited():
		return exit.ExitCode()
	}
	fmt.Fprintf(stderr, "lrcodesvet: %v\n", err)
	return 2
}

// fixes reports whether the arguments ask for fixes.
func fixes(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		return slices.Contains([]string{"-fix", "--fix", "-fix=true", "--fix=true"}, arg)
	})
}

// checkFix reports that the go command is too old for fixes.
func checkFix() error {
	out, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		return fmt.Errorf("go env: %w", err)
	}
	return tooOld(strings.TrimSpace(string(out)))
}

// tooOld reports a version of Go whose go vet has no -fix. A version of development is new enough.
func tooOld(goVersion string) error {
	release, _, _ := strings.Cut(goVersion, " ") // an experiment may follow
	release, _, _ = strings.Cut(release, "-")
	if version.IsValid(release) && version.Compare(version.Lang(release), "go1.26") < 0 {
		return fmt.Errorf("-fix needs Go 1.26 or later; this is %s", goVersion)
	}
	return nil
}
