package main

import (
	"flag"
	"fmt"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec"
)

func initCommand() command {
	return command{
		name:  "init",
		args:  "[-C dir] [-api id] [-dir d] [-ci github] [-pre-commit]",
		short: "set up a repository, and generate",
		long: `
Init writes a lrcodes.yaml with a comment on every choice and a gen.go that
makes 'go generate' run lrcodes, and then generates. What exists already it
leaves as it is, so it may be run again.

Without -api there is a package for every api of the builtin spec, each in a
directory of its own below -dir: a number means something only together with
its api, and a package that nobody imports costs a program nothing. With -api
there is the package of that api alone, in -dir itself.

	-C dir       change to dir first
	-api id      generate the package of this api alone
	-dir d       directory of the package or packages; default internal/lrcodes
	-ci github   write a workflow that runs 'go tool lrcodes check'
	-pre-commit  write a pre-commit configuration that does so; where there is
	             one already, print what to add`,
		flags: func(e *env, f *flag.FlagSet) {
			f.StringVar(&e.dir, "C", "", "")
			f.StringVar(&e.api, "api", "", "")
			f.StringVar(&e.target, "dir", defaultTarget, "")
			f.StringVar(&e.ci, "ci", "", "")
			f.BoolVar(&e.preCommit, "pre-commit", false, "")
		},
		run: initialize,
	}
}

func initialize(e *env, args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	builtin, err := spec.Load(spec.Builtin())
	if err != nil {
		return err
	}
	if e.api != "" && builtin.API(e.api) == nil {
		return unknownAPI(builtin, e.api)
	}
	if problem := config.GoPathProblem(e.target); problem != "" {
		return usageError("-dir: " + problem)
	}
	if e.ci != "" && e.ci != "github" {
		return usageError(fmt.Sprintf("-ci is %q, but must be github", e.ci))
	}
	s, err := newSetup(e)
	if err != nil {
		return err
	}
	if err := s.write(builtin); err != nil {
		s.undo()
		return err
	}
	p, drifts, err := e.apply(output.Write)
	if err != nil {
		s.undo()
		return err
	}
	for _, line := range s.notes {
		fmt.Fprintln(e.stdout, line)
	}
	e.tell(p, drifts)
	s.next()
	return nil
}

// defaultTarget is where init puts packages; internal, because they are nobody's API but the program's own.
const defaultTarget = "internal/lrcodes"
