// Lrcodes generates Go packages and documentation from a catalogue of HTTP statuses and error codes, and checks that
// they are up to date.
//
// Run `lrcodes help` for the commands. Exit codes: 0 clean; 1 findings, such as an invalid spec or drift, which are
// printed on standard output; 2 trouble, such as wrong usage or unreadable files, which is printed on standard error.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func main() {
	collectLess()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// collectLess trades memory for time unless the user has set GOGC: a run takes a tenth of a second, and at the default
// setting a quarter of that is garbage collection.
func collectLess() { setGC(400) }

// collectMore is for a huge spec, where memory is what may not suffice.
func collectMore() { setGC(40) }

func setGC(percent int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

// The exit codes.
const (
	clean    = 0
	findings = 1
	trouble  = 2
)

// env is what all commands share. What is particular to one command is in the flags of that command.
type env struct {
	dir            string // -C; "" is the working directory
	stdin          io.Reader
	stdout, stderr io.Writer
	paint          painter // of stdout
	now            func() time.Time
}

// run carries out one command line and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &checkedWriter{w: stdout}
	e := &env{stdin: stdin, stdout: out, stderr: stderr, paint: newPainter(stdout), now: time.Now}
	code := e.dispatch(args)
	if out.err != nil {
		fmt.Fprintf(stderr, "lrcodes: standard output: %v\n", diag.Cause(out.err))
		return trouble
	}
	return code
}

// checkedWriter keeps the first error of a writer, so that callers need not check each print.
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
