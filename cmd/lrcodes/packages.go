package main

import (
	"cmp"
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

// packageIn returns the name of the package whose files were written by hand in a directory, and one of these files,
// or "". Files that the build leaves out do not count.
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

func packageOf(dir string, e fs.DirEntry) string {
	if e.IsDir() || path.Ext(e.Name()) != ".go" {
		return ""
	}
	if match, err := build.Default.MatchFile(dir, e.Name()); err != nil || !match {
		return ""
	}
	data, err := os.ReadFile(filepath.Join(dir, e.Name()))
	if err != nil || output.Owned(data) {
		return ""
	}
	return packageClause(data, strings.HasSuffix(e.Name(), "_test.go"))
}

// packageClause returns the name of the package of a Go file, of a test that of the package under test.
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

// neighbours reports packages that would stand in one directory with files of another package.
func (p *project) neighbours(files []generator.File) diag.Diagnostics {
	var diags diag.Diagnostics
	for _, o := range p.config.Outputs {
		if o.Kind != config.Go && o.Kind != config.HTTPStatus {
			continue
		}
		old, file := packageIn(filepath.Join(p.root, filepath.FromSlash(o.Dir)))
		i := slices.IndexFunc(files, func(f generator.File) bool { return f.Path == path.Join(o.Dir, "doc.go") })
		if old == "" || i < 0 {
			continue
		}
		at := diag.Position{File: p.show(path.Join(o.Dir, file)), Line: 1, Column: 1}
		if name := packageClause(files[i].Data, false); name != old {
			diags.Add(cmp.Or(o.Position, at), config.RuleClash, "package %q would stand beside package %q (%s); write package: %s, or choose another directory", name, old, at, old)
		}
	}
	return diags.Sorted()
}
