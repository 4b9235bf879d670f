package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// command is one command of the tool.
type command struct {
	name  string
	args  string // the arguments in the usage line, without the flags; "" if the command has none
	short string // one line for the list of commands
	long  string // the manual, without the flags

	// define declares the flags of the command and returns what runs it once they are parsed.
	define func(e *env, f *flag.FlagSet) func(args []string) error
}

// commands is the table of all commands, in the order of the help. It is a function because help prints the table.
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
	return e.unknown(name)
}

// start parses the flags of a command, runs it, and turns its error into an exit code.
func (c *command) start(e *env, args []string) int {
	flags := newFlagSet(c.name)
	run := c.define(e, flags)
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		c.help(e.stdout)
		return clean
	}
	if err != nil {
		return e.exit(c, usageError(err.Error()))
	}
	if err := c.checkArguments(args, flags); err != nil {
		return e.exit(c, err)
	}
	return e.exit(c, run(flags.Args()))
}

// checkArguments reports arguments of a command that has none, and flags among the arguments, which package flag would
// take for arguments. After "--" anything is an argument.
func (c *command) checkArguments(args []string, flags *flag.FlagSet) error {
	if c.args == "" && flags.NArg() > 0 {
		return usageError(fmt.Sprintf("unexpected argument %q", flags.Arg(0)))
	}
	if n := len(args) - flags.NArg(); n > 0 && args[n-1] == "--" {
		return nil
	}
	for _, arg := range flags.Args() {
		if strings.HasPrefix(arg, "-") && arg != "-" {
			return usageError(fmt.Sprintf("%q follows an argument; flags come first", arg))
		}
	}
	return nil
}

// exit prints an error and returns its exit code. Diagnostics are findings, so they are printed on standard output.
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

// unknown reports a command that does not exist, and the command that may have been meant.
func (e *env) unknown(name string) int {
	if strings.HasPrefix(name, "-") {
		fmt.Fprintf(e.stderr, "lrcodes: flag %s precedes the command; write: lrcodes command %[1]s …\n", printable(name))
		return trouble
	}
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	hint := ""
	if near := diag.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	fmt.Fprintf(e.stderr, "lrcodes: unknown command %q%s\nRun 'lrcodes help' for the commands.\n", name, hint)
	return trouble
}

// manual returns the command that prints the manual of a command.
func (c *command) manual() string {
	if c.name == "help" {
		return "lrcodes help"
	}
	return "lrcodes help " + c.name
}

// usageLine returns the synopsis of a command: its flags, as they are declared, and its arguments.
func (c *command) usageLine() string {
	line := "lrcodes " + c.name
	c.flags().VisitAll(func(f *flag.Flag) { line += " [" + synopsis(f) + "]" })
	return strings.TrimSpace(line + " " + c.args)
}

// help prints the manual of a command: its text, and its flags as they are declared.
func (c *command) help(w io.Writer) {
	fmt.Fprintf(w, "usage: %s\n\n%s\n", c.usageLine(), strings.Trim(c.long, "\n"))
	printFlags(w, c.flags())
}

// flags returns the flags of a command, to be described and not parsed.
func (c *command) flags() *flag.FlagSet {
	f := newFlagSet(c.name)
	c.define(&env{}, f)
	return f
}
