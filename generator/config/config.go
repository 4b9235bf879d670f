// Package config reads lrcodes.yaml: which sources form the spec, and what is generated from it, and where.
//
// Load returns a valid configuration or every problem of the file, and its position, never both. It reads what the file
// names too, templates and Markdown files, so that whoever holds a Config needs no disk. Without a file there is
// [Default], which is what this repository itself uses. [Rules] is the table of what a configuration must obey.
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

	whole string // a directory that belongs to the outputs with all below it, or ""
}

// Source names a source of the spec: "builtin", or a file or directory relative to the configuration.
type Source struct {
	Path     string
	Position diag.Position
}

// Kind is what an output produces.
type Kind string

// The kinds of outputs, by their keys in the configuration.
const (
	Go         Kind = "go"         // a package with the codes of one API
	HTTPStatus Kind = "httpstatus" // a package with the HTTP statuses
	Markdown   Kind = "markdown"   // pages of documentation
	JSON       Kind = "json"       // an export of the resolved spec
	Template   Kind = "template"   // whatever a template of the user's makes of that export
	Inject     Kind = "inject"     // a section within a hand-written Markdown file
)

// Output is one thing to generate. Which fields matter depends on its kind.
type Output struct {
	Kind    Kind
	APIs    []API  // of Go: one; of the others: those shown, all where there are none
	Dir     string // of Go, HTTPStatus and Markdown: the directory that holds the files
	File    string // of JSON, Template and Inject: the file
	Package string // of Go and HTTPStatus: the package name; "" for the default
	Section string // of Inject: the name in the markers

	// Templates are the user's own: of Template the one named "", of Markdown those of the pages they replace.
	Templates map[string]Text
	Target    Text // of Inject: the file as it stands

	Rules    bool // of Markdown: whether the page of the loader's rules is among the pages
	Position diag.Position
}

// API names an API of the spec.
type API struct {
	ID       string
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

// Default returns the configuration that holds where there is no file: the spec whole, in the directory out, a Go
// package per API, one for the HTTP statuses, and the documentation.
func Default(s *spec.Spec) *Config {
	c := &Config{Sources: []Source{{Path: BuiltinSource}}, whole: root}
	for _, a := range s.APIs {
		c.Outputs = append(c.Outputs, Output{Kind: Go, APIs: []API{{ID: a.ID}}, Dir: root + "/" + a.Package})
	}
	c.Outputs = append(c.Outputs,
		Output{Kind: HTTPStatus, Dir: root + "/httpstatus"},
		Output{Kind: Markdown, Dir: root + "/docs", Rules: true})
	return c
}

// Dirs lists the directories that belong to the outputs, as patterns of the go command: "docs" for the files of a
// directory, "out/..." for a whole tree. Generated files in them that are no longer wanted are orphans.
func (c *Config) Dirs() []string {
	if c.whole != "" {
		return []string{c.whole + "/..."}
	}
	var dirs []string
	for _, o := range c.Outputs {
		if o.Dir != "" {
			dirs = append(dirs, o.Dir)
		}
	}
	return dirs
}
