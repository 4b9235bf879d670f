package main

import (
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/spec/diag"
)

const modulePath = "github.com/lrcodes/lrcodes"

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

func versionCommand() command {
	return command{
		name:  "version",
		short: "print the version of lrcodes",
		long:  "Version prints the version of the module that the program was built from.",
		define: func(e *env, _ *flag.FlagSet) func([]string) error {
			return func([]string) error {
				fmt.Fprintf(e.stdout, "lrcodes %s\n", ownVersion())
				return nil
			}
		},
	}
}

// ownVersion returns the version of the module that the program was built from, "(devel)" if it is not known.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == modulePath && m.Version != "" {
			return m.Version
		}
	}
	return "(devel)"
}

// schemaAddress returns the address of a file of this module, in the version of this program.
func schemaAddress(file string) string {
	revision := "main"
	if v := ownVersion(); semver.IsValid(v) && semver.Build(v) == "" {
		revision = v
		if commit, err := module.PseudoVersionRev(v); err == nil {
			revision = commit
		}
	}
	return "https://raw.githubusercontent.com/lrcodes/lrcodes/" + revision + "/" + file
}
