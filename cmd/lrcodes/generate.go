package main

import (
	"flag"
	"fmt"
	"slices"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/output"
)

func generateCommand() command {
	return command{
		name:  "generate",
		short: "write every output that differs from the spec",
		long: `
Generate renders every output of the configuration in memory, writes the files
that differ, and removes generated files that are no longer wanted. It prints
what it changed. If nothing differs it prints nothing and touches nothing; on a
terminal it ends with a summary on standard error.

A file without the header of lrcodes is never overwritten: the command then
writes nothing at all, reports the file, and exits 1. In a file that an inject
output names, only the section between its markers changes.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			config := configFlag(e, f)
			dryRun := f.Bool("n", false, "print what would be written, and write nothing")
			return func([]string) error { return e.generate(*config, *dryRun) }
		},
	}
}

func (e *env) generate(config string, dryRun bool) error {
	p, err := e.project(config)
	if err != nil {
		return err
	}
	files, err := p.render()
	if err != nil {
		return err
	}
	apply, verbs := output.Write, done
	if dryRun {
		apply, verbs = output.Check, planned
	}
	return e.apply(p, files, apply, verbs)
}

// verbs are how a change of a file is reported.
type verbs struct{ write, remove string }

var (
	done    = verbs{"wrote", "removed"}
	planned = verbs{"would write", "would remove"}
)

// apply hands the files to output.Write or output.Check and prints what was changed. If files that lrcodes did not
// write are in the way, it reports those and nothing else.
func (e *env) apply(p *project, files []generator.File, to func(string, []string, []generator.File) ([]output.Drift, error), v verbs) error {
	drifts, err := to(p.root, p.config.Dirs(), files)
	if foreign := inTheWay(drifts); len(foreign) > 0 {
		return e.reportDrift("text", p.shownDrifts(foreign), p.command("generate"))
	}
	e.printChanges(p, drifts, v)
	if err == nil {
		e.warnStrays(p, files)
		e.summarize(len(files), len(drifts), v)
	}
	return err
}

// inTheWay returns the foreign files among drifts.
func inTheWay(drifts []output.Drift) []output.Drift {
	return slices.DeleteFunc(slices.Clone(drifts), func(d output.Drift) bool { return d.State != output.Foreign })
}

func (e *env) printChanges(p *project, drifts []output.Drift, v verbs) {
	for _, d := range drifts {
		verb := v.write
		if d.State == output.Orphan {
			verb = v.remove
		}
		fmt.Fprintf(e.stdout, "%s %s\n", verb, printable(p.show(d.Path)))
	}
}

// summarize prints how much was done, where a person watches.
func (e *env) summarize(files, changes int, v verbs) {
	switch {
	case !isTerminal(e.stderr):
	case changes == 0:
		fmt.Fprintf(e.stderr, "%s up to date\n", count(files, "file"))
	default:
		fmt.Fprintf(e.stderr, "%s %d of %s\n", v.write, changes, count(files, "file"))
	}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
