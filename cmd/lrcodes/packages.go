package main

import (
	"cmp"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// packageIn returns the name of the package that a directory has in files written by hand, and one of these files, or
// "". Files that are not part of the build do not count.
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

// readRegular reads a file that lrcodes only looks at. It reads regular files alone, because a named pipe would block,
// and none over a size that nothing it looks for has.
func readRegular(file string) ([]byte, error) {
	const limit = 64 << 20
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() || info.Size() > limit:
		return nil, fmt.Errorf("%s: not a regular file, or too large", file)
	}
	return os.ReadFile(file)
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

// neighbors reports generated packages whose directory contains files of another package.
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
