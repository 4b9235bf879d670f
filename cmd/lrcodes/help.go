package main

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func helpCommand() command {
	return command{
		name:  "help",
		args:  "[command|topic]",
		short: "print the manual of a command, or a topic",
		long:  "\nHelp prints the list of commands and topics, or the manual of one.",
		run:   help,
	}
}

func help(e *env, args []string) error {
	switch len(args) {
	case 0:
		e.usage(e.stdout)
		return nil
	case 1:
		if c := find(args[0]); c != nil {
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
		return usageError(fmt.Sprintf("there is no command %q%s", args[0], diag.DidYouMean(args[0], names)))
	}
	return usageError("name one command")
}

// usage prints the list of commands.
func (e *env) usage(w io.Writer) {
	fmt.Fprint(w, "Lrcodes generates Go and documentation from a catalogue of error codes.\n\nusage: lrcodes command [flags]\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "	%-10s %s\n", c.name, c.short)
	}
	fmt.Fprint(w, "\nTopics of help:\n\n")
	for _, t := range topics() {
		fmt.Fprintf(w, "	%-10s %s\n", t.name, t.short)
	}
	fmt.Fprint(w, "\nExit codes: 0 clean, 1 findings (an invalid spec, drift), 2 trouble (usage, unreadable or unwritable files).\n"+
		"Run 'lrcodes help command' for the manual of a command.\n")
}

func versionCommand() command {
	return command{
		name:  "version",
		short: "print the version of lrcodes",
		long:  "\nVersion prints the version of the module that the program was built from.",
		run:   version,
	}
}

func version(e *env, args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	text := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Path == modulePath && info.Main.Version != "" {
		text = info.Main.Version
	} else if ok {
		for _, dep := range info.Deps {
			if dep.Path == modulePath {
				text = dep.Version
			}
		}
	}
	fmt.Fprintf(e.stdout, "lrcodes %s\n", text)
	return nil
}

const modulePath = "github.com/lrcodes/lrcodes"
