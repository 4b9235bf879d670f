package main

import (
	"flag"

	"github.com/lrcodes/lrcodes/generator/output"
)

func checkCommand() command {
	return command{
		name:  "check",
		args:  "[-C dir] [-config file] [-format text|json|github]",
		short: "report how the outputs differ from the spec, and write nothing",
		long: `
Check renders every output in memory and compares it with the disk. It names
each file that differs and how, prints a unified diff for changed ones, ends
with the command that mends it, and exits 1. The states are:

	changed  the file is not what the spec gives
	missing  the file does not exist
	orphan   lrcodes wrote the file once, but the spec no longer asks for it
	foreign  a file that lrcodes did not write stands in the way

The line endings of a checkout are no difference. Call it in continuous
integration as 'go tool lrcodes check': go run and go generate turn every exit
code into 1.

	-C dir        change to dir first
	-config file  read this configuration instead of lrcodes.yaml
	-format f     text, json, or github for annotations`,
		flags: func(e *env, f *flag.FlagSet) {
			projectFlags(e, f)
			formatFlag(e, f)
		},
		run: check,
	}
}

func check(e *env, args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	if err := e.checkFormat("text", "json", "github"); err != nil {
		return err
	}
	p, files, err := e.render()
	if err != nil {
		return err
	}
	drifts, err := output.Check(p.root, p.config.Dirs(), files)
	if err != nil {
		return err
	}
	for i := range drifts {
		drifts[i].Path = p.show(drifts[i].Path)
	}
	return e.report(nil, drifts)
}
