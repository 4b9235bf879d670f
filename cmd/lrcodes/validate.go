package main

import (
	"flag"

	"github.com/lrcodes/lrcodes/spec"
)

func validateCommand() command {
	return command{
		name:  "validate",
		args:  "[-C dir] [-config file] [-format text|json|github] [path…]",
		short: "report every problem of the spec",
		long: `
Validate reads the spec and reports every problem with its position. With paths,
these files and directories are the sources of the spec, in order; the word
builtin names the spec that is embedded in the program. Without paths, the
configuration says what the sources are.

	-C dir        change to dir first
	-config file  read this configuration instead of lrcodes.yaml
	-format f     text, json, or github for annotations`,
		flags: func(e *env, f *flag.FlagSet) {
			projectFlags(e, f)
			formatFlag(e, f)
		},
		run: validate,
	}
}

func validate(e *env, args []string) error {
	if err := e.checkFormat("text", "json", "github"); err != nil {
		return err
	}
	if err := e.validate(args); err != nil {
		return err
	}
	return e.report(nil, nil)
}

func (e *env) validate(paths []string) error {
	if len(paths) == 0 {
		_, err := e.project()
		return err
	}
	var sources []spec.Source
	for _, arg := range paths {
		if arg == "" {
			return usageError("a path is empty")
		}
		sources = append(sources, e.namedSource(arg))
	}
	_, err := spec.Load(sources...)
	return err
}
