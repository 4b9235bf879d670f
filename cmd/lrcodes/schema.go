package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/strict"
)

func schemaCommand() command {
	return command{
		name:  "schema",
		args:  "[-o file] spec|config",
		short: "print the JSON Schema of a format, for editors",
		long: `
Schema prints the JSON Schema (draft-07) of the spec files or of lrcodes.yaml.
Editors complete and check a file that names it in its first line:

	# yaml-language-server: $schema=./schema.json

	-o file  write to file instead of standard output`,
		flags: func(e *env, f *flag.FlagSet) { f.StringVar(&e.out, "o", "", "") },
		run:   schema,
	}
}

func schema(e *env, args []string) error {
	if len(args) != 1 {
		return usageError("say which schema: spec or config")
	}
	var data []byte
	switch args[0] {
	case "spec":
		data = strict.Schema("lrcodes spec", spec.Format())
	case "config":
		data = strict.Schema("lrcodes configuration", config.Format())
	default:
		return usageError(fmt.Sprintf("there is no schema %q: say spec or config", args[0]))
	}
	if e.out != "" {
		return os.WriteFile(filepath.Clean(e.out), data, 0o666)
	}
	_, err := e.stdout.Write(data)
	return err
}
