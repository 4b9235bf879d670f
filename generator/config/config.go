// Package config reads lrcodes.yaml: which sources form the spec, and what is generated from it, and where.
//
// Load returns a valid configuration or every problem of the file with its position, never both. It also reads what
// the file names, templates and Markdown files, so that whoever has a Config needs no disk. [Default] is the
// configuration of this repository itself, which has no file. [Rules] is the table of what a configuration must obey.
//
// To add a kind of output, add a type and a row in outputs.go, and a case to the planner of package generator.
//
// Non-goals: rendering, deciding which files an output has, environment variables, flags.
package config

//go:generate go run ../../cmd/lrcodes schema -o schema.json config

import (
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Name is the name of the configuration file.
const Name = "lrcodes.yaml"

// Version is the version of the configuration format that this package reads.
const Version = 1

// BuiltinSource is how a list of sources names the spec that is embedded in the program.
const BuiltinSource = "builtin"

// Config is what to generate, and from which sources.
type Config struct {
	Sources []Source // in order; a later one may extend an earlier one
	Outputs []Output // in order
	Public  bool     // whether the packages are those that this module publishes

	whole string // a directory that belongs to the outputs with everything below it, or ""
}

// Source names a source of the spec: "builtin", or a file or directory relative to the configuration.
type Source struct {
	Path     string
	Position diag.Position
}

// Text is a file that was read along with the configuration.
type Text struct {
	Path     string
	Data     string
	Position diag.Position // where the configuration names it
}

// Schema returns the JSON Schema (draft-07) of the format.
func Schema() []byte { return strict.Schema("lrcodes configuration", Format()) }

// root is the directory of everything that is generated without a configuration.
const root = "out"

// Published returns the import path of a package of the builtin spec, as this module publishes it.
func Published(name string) string { return "github.com/lrcodes/lrcodes/" + root + "/" + name }

// Default returns the configuration of a repository without a file: the whole spec, in the directory out, as a Go
// package per API, one for the HTTP statuses, and the documentation.
func Default(s *spec.Spec, changes []ChangeRule) *Config {
	c := &Config{Sources: []Source{{Path: BuiltinSource}}, Public: true, whole: root}
	for _, a := range s.APIs {
		c.Outputs = append(c.Outputs, &Go{Base: Base{APIs: []API{{ID: a.ID}}, Dir: root + "/" + a.Package}})
	}
	c.Outputs = append(c.Outputs,
		&HTTPStatus{Base: Base{Dir: root + "/httpstatus"}},
		&Markdown{Base: Base{Dir: root + "/docs"}, Rules: true, Changes: changes},
		&HTML{Base{File: root + "/docs/index.html"}})
	return c
}

// Dirs lists the directories that belong to the outputs, as patterns of the go command: "docs" for the files of a
// directory, "out/..." for a whole tree. Generated files in them that no output has any more are orphans.
func (c *Config) Dirs() []string {
	if c.whole != "" {
		return []string{c.whole + "/..."}
	}
	var dirs []string
	for _, o := range c.Outputs {
		if dir := o.base().Dir; dir != "" {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}
