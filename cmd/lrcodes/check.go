package main

import (
	"flag"

	"github.com/lrcodes/lrcodes/generator/output"
)

func checkCommand() command {
	return command{
		name:  "check",
		short: "report how the outputs differ from the spec, and write nothing",
		long: `
Check renders every output in memory and compares it with the disk. It prints
each file that differs and how, with a unified diff for changed ones, ends with
the command that fixes it, and exits 1. The states are:

	changed  the file differs from what the spec gives
	missing  the file does not exist
	orphan   lrcodes wrote the file, but no output asks for it any more
	foreign  a file that lrcodes did not write is in the way

The line endings of a checkout are no difference. In continuous integration call
it as 'go tool lrcodes check': go run and go generate turn every exit code
into 1.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			config := configFlag(e, f)
			format := formatFlag(f, "text", "json", "github")
			return func([]string) error { return e.found(*format, e.check(*config, *format)) }
		},
	}
}

func (e *env) check(config, format string) error {
	p, err := e.project(config)
	if err != nil {
		return err
	}
	files, err := p.render()
	if err != nil {
		return err
	}
	drifts, err := output.Check(p.root, p.config.Dirs(), files)
	if err != nil {
		return err
	}
	e.warnStrays(p, files)
	return e.reportDrift(format, p.shownDrifts(drifts), p.command("generate"))
}
