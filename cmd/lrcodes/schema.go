package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
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
		{"accept", acceptFile + ", the decisions of lrcodes changes", func() []byte { return strict.Schema("lrcodes decisions", compat.Format()) }},
		{"changes", "the json format of lrcodes changes", schemaOfChanges},
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

// marked returns a JSON Schema with the header, by which lrcodes recognizes the file when it writes it again.
func marked(schema []byte) []byte {
	if bytes.Contains(schema, []byte(generator.SchemaHeader)) {
		return schema
	}
	return bytes.Replace(schema, []byte("{\n"), fmt.Appendf(nil, "{\n  \"$comment\": %q,\n", generator.SchemaHeader), 1)
}

// writeSchema writes a schema to a file as generate does: as a whole or not at all, and over nothing but a schema that
// lrcodes wrote.
func (e *env) writeSchema(file, name string, data []byte) error {
	if info, err := os.Stat(file); err == nil && info.IsDir() || os.IsPathSeparator(file[len(file)-1]) {
		return usageError(fmt.Sprintf("-o %s names a directory, not a file", file))
	}
	dir, base := filepath.Split(filepath.Clean(file))
	drifts, err := output.Write(filepath.Clean(dir), nil, []generator.File{{Path: base, Data: data, Header: generator.SchemaHeader}})
	if err == nil && len(drifts) > 0 && drifts[0].State == output.Foreign {
		command := shellLine(append(self(), "schema", "-o", file, name)...)
		return e.reportDrift("text", []drift{{Path: filepath.ToSlash(file), State: output.Foreign}}, command)
	}
	return err
}

// schema prints the schema that the argument names, or writes it to a file.
func (e *env) schema(file string, names, args []string) error {
	if len(args) != 1 {
		return usageError("name one schema: " + strings.Join(names, ", "))
	}
	for _, f := range formats() {
		if f.name != args[0] {
			continue
		}
		if file != "" {
			return e.writeSchema(file, f.name, marked(f.schema()))
		}
		_, err := e.stdout.Write(marked(f.schema()))
		return err
	}
	return usageError(fmt.Sprintf("there is no schema %q%s", args[0], diag.DidYouMean(args[0], names)))
}
