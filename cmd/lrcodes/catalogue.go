package main

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// catalogue is one side of a comparison.
type catalogue struct {
	title   string // what the verdict calls it
	version string // the release that it is, or ""
	spec    *spec.Spec
}

// loader reads a spec: spec.LoadOld for the older side, spec.Load for the newer one.
type loader func(...spec.Source) (*spec.Spec, error)

// namedCatalogue returns the catalogue that an argument names. What an argument means never depends on which files
// exist.
func (e *env) namedCatalogue(arg string, load loader) (catalogue, error) {
	c := catalogue{title: arg}
	source := e.namedSource(arg)
	switch {
	case arg == "":
		return c, usageError("a catalogue is empty")
	case arg == config.BuiltinSource && isRelease(ownVersion()):
		c.version = ownVersion()
	case strings.HasPrefix(arg, modulePath+"@"):
		c.version = strings.TrimPrefix(arg, modulePath+"@")
		c.title = c.version
		var err error
		if source, err = releasedSpec(c.version); err != nil {
			return c, err
		}
	case filepath.Ext(arg) == ".json":
		var err error
		c.spec, err = readExport(source)
		return c, err
	}
	var err error
	c.spec, err = load(source)
	return c, err
}

// readExport reads a JSON document of the json output or of list.
func readExport(source spec.Source) (*spec.Spec, error) {
	info, err := fs.Stat(source.FS, source.Path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", source.Name, diag.Cause(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: not a regular file", source.Name)
	case info.Size() > strict.MaxSize:
		return nil, fmt.Errorf("%s: %w", source.Name, errTooLarge)
	}
	f, err := source.FS.Open(source.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, diag.Cause(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, strict.MaxSize))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, diag.Cause(err))
	}
	s, err := export.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, err)
	}
	return s, nil
}
