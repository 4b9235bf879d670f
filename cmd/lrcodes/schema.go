package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/strict"
)

func schemaCommand() command {
	return command{
		name:  "schema",
		args:  "[-o file] spec|config|export",
		short: "print the JSON Schema of a format, for editors",
		long: `
Schema prints the JSON Schema (draft-07) of the spec files, of lrcodes.yaml, or
of what the json output and 'lrcodes list -format json' hold. Editors complete
and check a YAML file that names its schema in its first line:

	# yaml-language-server: $schema=./schema.json

	-o file  write to file instead of standard output`,
		flags: func(e *env, f *flag.FlagSet) { f.StringVar(&e.out, "o", "", "") },
		run:   schema,
	}
}

// schemas are the formats that have a schema.
var schemas = map[string]func() []byte{
	"spec":   func() []byte { return strict.Schema("lrcodes spec", spec.Format()) },
	"config": config.Schema,
	"export": export.Schema,
}

func schema(e *env, args []string) error {
	const choice = "spec, config or export"
	if len(args) != 1 {
		return usageError("say which schema: " + choice)
	}
	of := schemas[args[0]]
	if of == nil {
		return usageError(fmt.Sprintf("there is no schema %q: say %s", args[0], choice))
	}
	if e.out != "" {
		return os.WriteFile(filepath.Clean(e.out), of(), 0o666)
	}
	_, err := e.stdout.Write(of())
	return err
}
