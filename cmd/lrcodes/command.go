package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// command is one command of the tool.
type command struct {
	name  string
	args  string // what follows the name in the usage line
	short string // one line for the list of commands
	long  string // the manual
	flags func(*env, *flag.FlagSet)
	run   func(*env, []string) error
}

// commands is the table of all commands, in the order of the help. It is a function because help prints the table.
func commands() []command {
	return []command{
		initCommand(), generateCommand(), checkCommand(), validateCommand(), listCommand(), schemaCommand(), versionCommand(), helpCommand(),
	}
}

// env is what a command sees of the world, and the flags it was given.
type env struct {
	stdout, stderr io.Writer
	paint          painter // of stdout

	dir    string // -C
	config string // -config
	format string // -format
	dryRun bool   // -n
	api    string // -api
	out    string // -o

	target    string // -dir
	ci        string // -ci
	preCommit bool   // -pre-commit
}

// errFound ends a command that has printed its findings.
var errFound = errors.New("findings")

// usageError is wrong usage of a command.
type usageError string

func (e usageError) Error() string { return string(e) }

func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return &c
		}
	}
	return nil
}

// start parses the flags of a command, runs it, and turns its error into an exit code.
func (c *command) start(e *env, args []string) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if c.flags != nil {
		c.flags(e, flags)
	}
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		c.help(e.stdout)
		return clean
	}
	if err != nil {
		return e.exit(c, usageError(err.Error()))
	}
	for _, arg := range flags.Args() {
		if strings.HasPrefix(arg, "-") && arg != "-" {
			return e.exit(c, usageError(fmt.Sprintf("flag %s stands behind an argument; flags come first", arg)))
		}
	}
	return e.exit(c, c.run(e, flags.Args()))
}

// exit prints an error where it belongs and returns its exit code.
func (e *env) exit(c *command, err error) int {
	var usage usageError
	var diags diag.Diagnostics
	switch {
	case err == nil:
		return clean
	case errors.Is(err, errFound):
		return findings
	case errors.As(err, &diags):
		return e.exit(c, e.report(diags, nil))
	case errors.As(err, &usage):
		fmt.Fprintf(e.stderr, "lrcodes %s: %v\nusage: %s\nRun 'lrcodes help %s' for details.\n", c.name, err, c.usageLine(), c.name)
	default:
		fmt.Fprintf(e.stderr, "lrcodes %s: %v\n", c.name, err)
	}
	return trouble
}

// unknown tells that there is no command of a name, and which one may have been meant.
func (e *env) unknown(name string) int {
	if strings.HasPrefix(name, "-") {
		fmt.Fprintf(e.stderr, "lrcodes: flag %s stands before the command; write: lrcodes generate %s …\n", name, name)
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

func (c *command) usageLine() string { return strings.TrimRight("lrcodes "+c.name+" "+c.args, " ") }

func (c *command) help(w io.Writer) {
	fmt.Fprintf(w, "usage: %s\n\n%s\n", c.usageLine(), strings.Trim(c.long, "\n"))
}

func noArguments(args []string) error {
	if len(args) > 0 {
		return usageError(fmt.Sprintf("unexpected argument %q", args[0]))
	}
	return nil
}

// projectFlags are those of the commands that read a configuration.
func projectFlags(e *env, f *flag.FlagSet) {
	f.StringVar(&e.dir, "C", "", "")
	f.StringVar(&e.config, "config", "", "")
}

func formatFlag(e *env, f *flag.FlagSet) { f.StringVar(&e.format, "format", "text", "") }

// checkFormat refuses a -format that a command does not know.
func (e *env) checkFormat(formats ...string) error {
	for _, f := range formats {
		if e.format == f {
			return nil
		}
	}
	return usageError(fmt.Sprintf("-format is %q, but must be one of %s", e.format, strings.Join(formats, ", ")))
}
