// Lrcodes generates Go packages and documentation from a catalogue of HTTP statuses and error codes, and checks that
// they are up to date.
//
// Run `lrcodes help` for the commands. Exit codes: 0 clean; 1 findings, such as an invalid spec or drift, which are
// printed on standard output; 2 trouble, such as wrong usage or unreadable files, which is printed on standard error.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func main() {
	collectLess()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// collectLess trades memory for time: a run takes a tenth of a second, and at the default setting a quarter of that is
// garbage collection.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
}

// limitMemory makes the collector keep the memory of a run with a huge spec of so many bytes within a limit, as far as it
// can, instead of letting it grow with what is in use.
func limitMemory(size int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(max(440<<20, 13*size)) // loading takes nine times the size, and rendering much the same
	}
}

// The exit codes.
const (
	clean    = 0
	findings = 1
	trouble  = 2
)

// env is what commands share: the streams of the process, and -C. What one command alone has is in the flags that it
// defines.
type env struct {
	dir            string // -C; "" is the working directory
	stdin          io.Reader
	stdout, stderr io.Writer
	paint          painter // of stdout
}

// run carries out one command line and returns its exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := &checkedWriter{w: stdout}
	e := &env{stdin: stdin, stdout: out, stderr: stderr, paint: newPainter(stdout)}
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

// Write returns no error. After the first one it writes nothing more, so that a full disk is reported once.
func (c *checkedWriter) Write(data []byte) (int, error) {
	if c.err == nil {
		_, c.err = c.w.Write(data)
	}
	return len(data), nil
}

// command is one command of the tool.
type command struct {
	name  string
	args  string // the arguments in the usage line, without the flags; "" if the command has none
	short string // one line for the list of commands
	long  string // the manual, without the flags

	// define declares the flags of the command and returns what runs it once they are parsed.
	define func(e *env, f *flag.FlagSet) func(args []string) error
}

// commands is the table of all commands, in the order of the help. It is a function, and not a variable, because help
// prints the table that it is in.
func commands() []command {
	return []command{
		initCommand(),
		generateCommand(),
		checkCommand(),
		changesCommand(),
		explainCommand(),
		validateCommand(),
		listCommand(),
		schemaCommand(),
		versionCommand(),
		helpCommand(),
	}
}

// findCommand returns the command with a name, or nil.
func findCommand(name string) *command {
	all := commands()
	if i := slices.IndexFunc(all, func(c command) bool { return c.name == name }); i >= 0 {
		return &all[i]
	}
	return nil
}

// errFound ends a command that has printed its findings.
var errFound = errors.New("findings")

// usageError is wrong usage of a command.
type usageError string

func (e usageError) Error() string { return string(e) }

// dispatch runs the command that the arguments name.
func (e *env) dispatch(args []string) int {
	if len(args) == 0 {
		usage(e.stderr)
		return trouble
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	if c := findCommand(name); c != nil {
		return c.start(e, rest)
	}
	return e.unknown(args)
}

// start parses the flags of a command, runs it, and turns its error into an exit code.
func (c *command) start(e *env, args []string) int {
	flags := newFlagSet(c.name)
	run := c.define(e, flags)
	rest, err := parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		c.help(e.stdout)
		return clean
	}
	if err != nil {
		return e.exit(c, usageError(err.Error()))
	}
	if err := c.checkArguments(args, rest); err != nil {
		return e.exit(c, err)
	}
	return e.exit(c, run(rest))
}

// parse parses flags and returns the arguments after them. Unlike package flag it takes a negative number for an
// argument, unless it is the value of a flag: then the flags before it lack a value.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	for i, arg := range args {
		if isNegative(arg) && flags.Parse(args[:i]) == nil && flags.NArg() == 0 {
			return args[i:], nil
		}
	}
	err := flags.Parse(args)
	return flags.Args(), err
}

// isNegative reports whether an argument is a negative number, as codes may be.
func isNegative(arg string) bool {
	n, err := strconv.Atoi(arg)
	return err == nil && n < 0
}

// checkArguments reports arguments of a command that has none, and flags among the arguments, which package flag would
// take for arguments. After "--" anything is an argument.
func (c *command) checkArguments(args, rest []string) error {
	if c.args == "" && len(rest) > 0 {
		return usageError(fmt.Sprintf("unexpected argument %q", rest[0]))
	}
	if n := len(args) - len(rest); n > 0 && args[n-1] == "--" {
		return nil
	}
	for _, arg := range rest {
		if strings.HasPrefix(arg, "-") && arg != "-" && !isNegative(arg) {
			return usageError(fmt.Sprintf("%q follows an argument; flags come first", arg))
		}
	}
	return nil
}

// exit prints an error and returns its exit code. Diagnostics are findings, so they are printed on standard output: a
// command that has other formats than text prints them before, by found.
func (e *env) exit(c *command, err error) int {
	var usage usageError
	var diags diag.Diagnostics
	switch {
	case err == nil:
		return clean
	case errors.Is(err, errFound):
		return findings
	case errors.As(err, &diags):
		return e.exit(c, e.report("text", diags))
	case errors.As(err, &usage):
		fmt.Fprintf(e.stderr, "lrcodes %s: %s\nusage: %s\nRun '%s' for details.\n", c.name, printable(err.Error()), c.usageLine(), c.manual())
	default:
		fmt.Fprintf(e.stderr, "lrcodes %s: %s\n", c.name, printable(err.Error()))
	}
	return trouble
}

// unknown reports that the first argument is no command, and the command that may have been meant.
func (e *env) unknown(args []string) int {
	name := args[0]
	if strings.HasPrefix(name, "-") {
		return e.earlyFlag(args)
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	fmt.Fprintf(e.stderr, "lrcodes: unknown command %q%s\nRun 'lrcodes help' for the commands.\n", name, diag.Suggestion(name, names))
	return trouble
}

// commandAfter returns the first command that has all the flags in front of it, or "". The value of a flag may be the name
// of a command too: lrcodes -C check generate
func commandAfter(args []string) string {
	for i, arg := range args {
		c := findCommand(arg)
		if c == nil {
			continue
		}
		flags := newFlagSet(arg)
		c.define(&env{}, flags)
		if flags.Parse(args[:i]) == nil && flags.NArg() == 0 {
			return arg
		}
	}
	return ""
}

// earlyFlag reports that the first argument is a flag, which precedes the command or which no command has.
func (e *env) earlyFlag(args []string) int {
	arg := printable(args[0])
	name, _, _ := strings.Cut(strings.TrimLeft(args[0], "-"), "=")
	var having []string // the command that follows, or else all that have such a flag
	if follows := commandAfter(args); follows != "" {
		having = []string{follows}
	} else {
		for _, c := range commands() {
			flags := newFlagSet(c.name)
			c.define(&env{}, flags)
			if flags.Lookup(name) != nil {
				having = append(having, c.name)
			}
		}
	}
	switch {
	case len(having) == 1:
		fmt.Fprintf(e.stderr, "lrcodes: flag %s precedes the command; write: lrcodes %s %[1]s …\n", arg, having[0])
	case having != nil:
		fmt.Fprintf(e.stderr, "lrcodes: flag %s precedes the command; write: lrcodes command %[1]s …, where command is %s\n", arg, oneOf(having))
	case strings.EqualFold(name, "v"):
		fmt.Fprintf(e.stderr, "lrcodes: there is no flag %s; for the version, run: lrcodes version\n", arg)
	default:
		fmt.Fprintf(e.stderr, "lrcodes: there is no flag %s\nRun 'lrcodes help' for the commands.\n", arg)
	}
	return trouble
}

// newFlagSet returns an empty set of flags whose errors the caller prints.
func newFlagSet(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// dirFlag declares -C, which changes to a directory first: e.dir.
func dirFlag(e *env, f *flag.FlagSet) { f.Var((*nonEmpty)(&e.dir), "C", "change to `dir` first") }

// configFlag declares -C and -config, the flags of the commands that read a configuration, and returns the file.
func configFlag(e *env, f *flag.FlagSet) *string {
	dirFlag(e, f)
	return textFlag(f, "config", "", "read this `file` instead of the nearest lrcodes.yaml")
}

// formatFlag declares -format, whose first choice is the default.
func formatFlag(f *flag.FlagSet, formats ...string) *string {
	return choiceFlag(f, "format", &choice{value: formats[0], words: formats}, "format of the output")
}

// apiFlag declares -api, which restricts a command to one API.
func apiFlag(f *flag.FlagSet) *string { return textFlag(f, "api", "", "only the API with this `id`") }

// textFlag declares a flag that may not be empty: an empty value is that of a variable which the caller has not set.
func textFlag(f *flag.FlagSet, name, value, usage string) *string {
	f.Var((*nonEmpty)(&value), name, usage)
	return &value
}

// nonEmpty is the value of a flag that may not be empty.
type nonEmpty string

func (s *nonEmpty) String() string { return string(*s) }

func (s *nonEmpty) Set(value string) error {
	if value == "" {
		return errors.New("must not be empty")
	}
	*s = nonEmpty(value)
	return nil
}

// choiceFlag declares a flag that takes one of several words, which the usage names.
func choiceFlag(f *flag.FlagSet, name string, c *choice, usage string) *string {
	f.Var(c, name, "`"+strings.Join(c.words, "|")+"`: "+usage)
	return &c.value
}

// given returns the flags of a command line, as pairs of a name and a value, without those that have no value.
func given(pairs ...string) []string {
	var flags []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			flags = append(flags, pairs[i:i+2]...)
		}
	}
	return flags
}

// choice is the value of a flag that takes one of several words.
type choice struct {
	value string // at first the default, which need not be one of the words
	words []string
}

func (c *choice) String() string { return c.value }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.words, value) {
		return fmt.Errorf("must be %s", oneOf(c.words))
	}
	c.value = value
	return nil
}

// oneOf returns words as the end of a sentence that allows each of them.
func oneOf(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return "one of " + strings.Join(words, ", ")
}
