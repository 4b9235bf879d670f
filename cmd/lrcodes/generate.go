package main

import (
	"errors"
	"flag"
	"fmt"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/output"
)

func generateCommand() command {
	return command{
		name:  "generate",
		args:  "[-C dir] [-config file] [-n]",
		short: "write every output that differs from the spec",
		long: `
Generate renders every output of the configuration in memory, writes the files
that differ, and removes generated files that are no longer wanted. It prints
what it changed; where nothing differs it prints nothing and touches nothing.

Without a lrcodes.yaml in the directory, the builtin spec is generated whole
into out/.

A file without the header of lrcodes is never written over: the command then
writes nothing at all, says which file stands in the way, and exits 1. Of a
file that an inject output names only the section between its markers changes.

	-C dir        change to dir first
	-config file  read this configuration instead of lrcodes.yaml
	-n            print what would be written, and write nothing`,
		flags: func(e *env, f *flag.FlagSet) {
			projectFlags(e, f)
			f.BoolVar(&e.dryRun, "n", false, "")
		},
		run: generate,
	}
}

func generate(e *env, args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	apply := output.Write
	if e.dryRun {
		apply = output.Check
	}
	p, drifts, err := e.apply(apply)
	if p != nil {
		e.tell(p, drifts)
	}
	return err
}

// apply renders the files of the project and hands them to output.Write or output.Check. Where files that lrcodes did
// not write stand in the way, it reports them.
func (e *env) apply(to func(string, []string, []generator.File) ([]output.Drift, error)) (*project, []output.Drift, error) {
	p, files, err := e.render()
	if err != nil {
		return nil, nil, err
	}
	drifts, err := to(p.root, p.config.Dirs(), files)
	var foreign *output.ForeignError
	if errors.As(err, &foreign) || hasForeign(drifts) {
		return nil, nil, e.report(nil, foreignOnly(drifts))
	}
	return p, drifts, err
}

// tell prints what was changed, or would be.
func (e *env) tell(p *project, drifts []output.Drift) {
	for _, d := range drifts {
		verb := "wrote"
		if d.State == output.Orphan {
			verb = "removed"
		}
		if e.dryRun {
			verb = map[string]string{"wrote": "would write", "removed": "would remove"}[verb]
		}
		fmt.Fprintf(e.stdout, "%s %s\n", verb, p.show(d.Path))
	}
}

// render loads the project and renders its files.
func (e *env) render() (*project, []generator.File, error) {
	p, err := e.project()
	if err != nil {
		return nil, nil, err
	}
	files, err := generator.Generate(p.spec, p.config)
	if err != nil {
		return nil, nil, err
	}
	if diags := p.neighbours(); len(diags) > 0 {
		return nil, nil, diags
	}
	return p, files, nil
}

func hasForeign(drifts []output.Drift) bool { return len(foreignOnly(drifts)) > 0 }

func foreignOnly(drifts []output.Drift) []output.Drift {
	var foreign []output.Drift
	for _, d := range drifts {
		if d.State == output.Foreign {
			foreign = append(foreign, d)
		}
	}
	return foreign
}
