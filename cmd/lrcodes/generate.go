package main

import (
	"cmp"
	"flag"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec/diag"
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

// generate writes the outputs, or with dryRun prints what it would write. If files that lrcodes did not write are in the
// way, it writes nothing, and reports those and nothing else.
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
	drifts, err := apply(p.root, p.config.Dirs(), files)
	if foreign := inTheWay(drifts); len(foreign) > 0 {
		return e.reportDrift("text", p.shownDrifts(foreign), p.command("generate"))
	}
	e.printChanges(p, drifts, verbs) // before the error: these files were written
	if err != nil {
		return err
	}
	e.warnStrays(p, files)
	e.summarize(len(files), len(drifts), verbs)
	return nil
}

// verbs are how a change of a file is reported.
type verbs struct{ write, remove string }

var (
	done    = verbs{"wrote", "removed"}
	planned = verbs{"would write", "would remove"}
)

// inTheWay returns the foreign files among drifts.
func inTheWay(drifts []output.Drift) []output.Drift {
	return slices.DeleteFunc(slices.Clone(drifts), func(d output.Drift) bool { return d.State != output.Foreign })
}

// printChanges prints a line for each file that was written or removed.
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

// render returns the files of the project, rendered in memory.
func (p *project) render() ([]generator.File, error) {
	files, err := generator.Generate(p.spec, p.config)
	if err != nil {
		return nil, err
	}
	if diags := p.neighbors(); len(diags) > 0 {
		return nil, diags
	}
	return files, nil
}

// neighbors reports generated packages whose directory contains files of another package: what is generated would be
// correct, and still not compile there.
func (p *project) neighbors() diag.Diagnostics {
	var diags diag.Diagnostics
	for _, o := range p.config.Outputs {
		var name string
		var base config.Base
		switch o := o.(type) {
		case *config.Go:
			name, base = o.PackageName(p.spec), o.Base
		case *config.HTTPStatus:
			name, base = o.PackageName(), o.Base
		default:
			continue
		}
		old, file := packageIn(filepath.Join(p.root, filepath.FromSlash(base.Dir)))
		if at := (diag.Position{File: p.show(path.Join(base.Dir, file)), Line: 1, Column: 1}); old != "" && old != name {
			diags.Add(cmp.Or(base.Position, at), config.RuleClash, "package %q would be in one directory with package %q (%s); write package: %s, or choose another directory", name, old, at, old)
		}
	}
	return diags.Sorted()
}

// packageIn returns the name of the package that a directory has in files written by hand, and one of these files, or
// "". Files that are not part of the build do not count: they may be of another package, and often are main. A directory
// that cannot be read has no package: if it matters, output reports it.
func packageIn(dir string) (name, file string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", ""
	}
	for _, e := range entries {
		if name := packageOf(dir, e); name != "" {
			return name, e.Name()
		}
	}
	return "", ""
}

// packageOf returns the name of the package of a Go file that was written by hand, or "".
func packageOf(dir string, e fs.DirEntry) string {
	if path.Ext(e.Name()) != ".go" {
		return ""
	}
	data, err := readRegular(filepath.Join(dir, e.Name()))
	if err != nil || output.Owned(data) {
		return ""
	}
	if match, err := build.Default.MatchFile(dir, e.Name()); err != nil || !match {
		return ""
	}
	return packageClause(data, strings.HasSuffix(e.Name(), "_test.go"))
}

// packageClause returns the name of the package of a Go file; of a test it is that of the package under test.
func packageClause(data []byte, test bool) string {
	f, err := parser.ParseFile(token.NewFileSet(), "", data, parser.PackageClauseOnly)
	switch {
	case err != nil:
		return ""
	case test:
		return strings.TrimSuffix(f.Name.Name, "_test")
	}
	return f.Name.Name
}
