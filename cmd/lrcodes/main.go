// Lrcodes turns a catalogue of HTTP statuses and error codes into Go packages and documentation, and proves that
// nothing has drifted.
//
// Run `lrcodes help` for the commands. Exit codes: 0 clean; 1 findings, such as an invalid spec or drift, which are
// printed on standard output; 2 trouble, such as wrong usage or unreadable files, which is printed on standard error.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func main() {
	saveTime()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit codes.
const (
	clean    = 0
	findings = 1
	trouble  = 2
)

// run carries out one command line and returns its exit code.
func run(args []string, _ io.Reader, stdout, stderr io.Writer) int {
	out := &checkedWriter{w: stdout}
	e := &env{stdout: out, stderr: stderr, paint: newPainter(stdout)}
	code := e.dispatch(args)
	if out.err != nil {
		fmt.Fprintf(stderr, "lrcodes: standard output: %v\n", diag.Cause(out.err))
		return trouble
	}
	return code
}

// checkedWriter remembers that something could not be written, so that not every print has to be asked.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(data []byte) (int, error) {
	if c.err == nil {
		_, c.err = c.w.Write(data)
	}
	return len(data), nil
}

// dispatch finds the command and starts it.
func (e *env) dispatch(args []string) int {
	if len(args) == 0 {
		e.usage(e.stderr)
		return trouble
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	if c := find(name); c != nil {
		return c.start(e, rest)
	}
	return e.unknown(name)
}
