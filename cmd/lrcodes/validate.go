package main

import (
	"errors"
	"flag"
	"fmt"
	"slices"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

func validateCommand() command {
	return command{
		name:  "validate",
		args:  "[path…]",
		short: "report every problem of the spec",
		long: `
Validate reads the spec and reports every problem with its position. With paths,
these files and directories are the sources of the spec, in order; the word
builtin names the spec that is embedded in the program. It comes first by itself
if they extend an API of it. Without paths, the configuration names the sources.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			file := configFlag(e, f)
			format := formatFlag(f, "text", "json", "github")
			return func(paths []string) error {
				if err := e.validate(*file, paths); err != nil {
					return e.found(*format, err)
				}
				return e.report(*format, nil)
			}
		},
	}
}

// validate loads the spec of the project, or the sources that arguments name.
func (e *env) validate(file string, paths []string) error {
	if len(paths) == 0 {
		_, err := e.project(file)
		return err
	}
	if file != "" {
		return usageError("-config is for the spec of a project; leave it out, or the paths")
	}
	var sources []spec.Source
	for _, arg := range paths {
		if arg == "" {
			return usageError("a path is empty")
		}
		sources = append(sources, e.namedSource(arg))
	}
	e.warnUnread(unreadBelow(sources))
	_, err := spec.LoadExtension(sources...)
	if lacksBuiltin(sources, err) {
		command := slices.Concat(self(), []string{"validate"}, given("-C", e.dir), []string{config.BuiltinSource}, paths)
		fmt.Fprintf(e.stderr, "lrcodes: builtin declares HTTP statuses that these sources use; to read it too, run: %s\n", printable(shellLine(command...)))
	}
	return err
}

// lacksBuiltin reports whether sources have fewer problems with HTTP statuses if the builtin spec comes first. The
// problems themselves do not say so, because the builtin spec is no source.
func lacksBuiltin(sources []spec.Source, problems error) bool {
	before := unknownStatuses(problems)
	if before == 0 {
		return false
	}
	_, err := spec.Load(slices.Concat([]spec.Source{spec.Builtin()}, sources)...)
	var diags diag.Diagnostics
	return (err == nil || errors.As(err, &diags)) && unknownStatuses(err) < before
}

// unknownStatuses counts the problems of a spec that are about HTTP statuses.
func unknownStatuses(err error) int {
	var diags diag.Diagnostics
	errors.As(err, &diags)
	return len(slices.DeleteFunc(slices.Clone(diags), func(d diag.Diagnostic) bool { return d.Rule != "unknown-status" }))
}
