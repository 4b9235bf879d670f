package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// format is a format that has a JSON Schema.
type format struct {
	name, what string
	schema     func() []byte
}

// formats is the table of formats that have a schema, in the order of the help.
func formats() []format {
	return []format{
		{"spec", "spec files", func() []byte { return strict.Schema("lrcodes spec", spec.Format()) }},
		{"config", "lrcodes.yaml", config.Schema},
		{"export", "the json output and 'lrcodes list -format json'", export.Schema},
	}
}

func schemaCommand() command {
	var names, lines []string
	for _, f := range formats() {
		names = append(names, f.name)
		lines = append(lines, fmt.Sprintf("\t%-8s %s", f.name, f.what))
	}
	return command{
		name:  "schema",
		args:  strings.Join(names, "|"),
		short: "print the JSON Schema of a format, for editors",
		long: `
Schema prints the JSON Schema (draft-07) of a format:

` + strings.Join(lines, "\n") + `

Editors complete and check a YAML file that names its schema in its first line:

	# yaml-language-server: $schema=./schema.json`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			file := textFlag(f, "o", "", "write to `file` instead of standard output")
			return func(args []string) error { return e.schema(*file, names, args) }
		},
	}
}

func (e *env) schema(file string, names, args []string) error {
	if len(args) != 1 {
		return usageError("name one schema: " + strings.Join(names, ", "))
	}
	for _, f := range formats() {
		if f.name != args[0] {
			continue
		}
		if file != "" {
			return os.WriteFile(filepath.Clean(file), f.schema(), 0o666)
		}
		_, err := e.stdout.Write(f.schema())
		return err
	}
	return usageError(fmt.Sprintf("there is no schema %q%s", args[0], diag.DidYouMean(args[0], names)))
}
