package main

import (
	"flag"

	"github.com/lrcodes/lrcodes/spec"
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
			config := configFlag(e, f)
			format := formatFlag(f, "text", "json", "github")
			return func(paths []string) error {
				if err := e.validate(*config, paths); err != nil {
					return e.found(*format, err)
				}
				return e.report(*format, nil)
			}
		},
	}
}

// validate loads the spec of the project, or the sources that arguments name.
func (e *env) validate(config string, paths []string) error {
	if len(paths) == 0 {
		_, err := e.project(config)
		return err
	}
	if config != "" {
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
	return err
}
