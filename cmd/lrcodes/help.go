package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func helpCommand() command {
	return command{
		name:  "help",
		args:  "[command|topic]",
		short: "print the manual of a command, or a topic",
		long:  "Help prints the list of commands and topics, or the manual of one.",
		define: func(e *env, _ *flag.FlagSet) func([]string) error {
			return e.help
		},
	}
}

// help prints the list of commands, or the manual that an argument names. A command comes before a topic of its name.
func (e *env) help(args []string) error {
	switch len(args) {
	case 0:
		usage(e.stdout)
		return nil
	case 1:
		if c := findCommand(args[0]); c != nil {
			c.help(e.stdout)
			return nil
		}
		var names []string
		for _, t := range topics() {
			if t.name == args[0] {
				fmt.Fprintln(e.stdout, strings.Trim(t.text(), "\n"))
				return nil
			}
			names = append(names, t.name)
		}
		for _, c := range commands() {
			names = append(names, c.name)
		}
		return usageError(fmt.Sprintf("there is no command or topic %q%s", args[0], diag.DidYouMean(args[0], names)))
	}
	return usageError("name one command or topic")
}

// usage prints the list of commands and topics.
func usage(w io.Writer) {
	fmt.Fprint(w, "Lrcodes generates Go and documentation from a catalogue of error codes.\n\nusage: lrcodes command [flags]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "	%-10s %s\n", c.name, c.short)
	}
	fmt.Fprint(w, "\nTopics of help:\n\n")
	for _, t := range topics() {
		fmt.Fprintf(w, "	%-10s %s\n", t.name, t.short)
	}
	fmt.Fprint(w, "\nExit codes: 0 clean, 1 findings (an invalid spec, drift, a breaking change, an unknown\ncode), 2 trouble (usage, unreadable or unwritable files, a comparison that could not be made).\n"+
		"Run 'lrcodes help command' for the manual of a command, and 'lrcodes explain what' for\n"+
		"what a code, a message or the rule at the end of a diagnostic means.\n")
}

// help prints the manual of a command: its text, and its flags as they are declared.
func (c *command) help(w io.Writer) {
	fmt.Fprintf(w, "usage: %s\n\n%s\n", c.usageLine(), strings.Trim(c.long, "\n"))
	printFlags(w, c.flags())
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

// flags returns the flags of a command, to be described and not parsed. To declare them changes only the env.
func (c *command) flags() *flag.FlagSet {
	f := newFlagSet(c.name)
	c.define(&env{}, f)
	return f
}

// synopsis returns a flag and the name of its value, as in "-C dir".
func synopsis(f *flag.Flag) string {
	value, _ := flag.UnquoteUsage(f)
	return strings.TrimSpace("-" + f.Name + " " + value)
}

// widestFlag is the width of the longest flag that has its text on the same line.
const widestFlag = 24

// printFlags prints the flags of a command, a paragraph for each.
func printFlags(w io.Writer, flags *flag.FlagSet) {
	width := 0
	flags.VisitAll(func(f *flag.Flag) {
		if n := len(synopsis(f)); n <= widestFlag {
			width = max(width, n)
		}
	})
	if width > 0 {
		fmt.Fprintln(w)
	}
	flags.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		text = strings.TrimPrefix(text, value+": ")
		if f.DefValue != "" && f.DefValue != "false" {
			text += "; default " + f.DefValue
		}
		left := synopsis(f)
		if len(left) > width {
			fmt.Fprintf(w, "\t%s\n", left)
			left = ""
		}
		for _, line := range wrap(text, 70-width) {
			fmt.Fprintf(w, "\t%-*s  %s\n", width, left, line)
			left = ""
		}
	})
}
