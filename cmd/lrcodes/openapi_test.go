package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec"
)

// openapiDocument is what the worked example of OpenAPI has.
type openapiDocument struct {
	OpenAPI    string
	Info       struct{ Title, Version string }
	Paths      map[string]any
	Components struct {
		Schemas map[string]struct {
			Description, Type string
			Properties        map[string]struct {
				Type  any
				AnyOf []struct {
					Const                    any
					Title, Description, Type string
				} `yaml:"anyOf"`
			}
		}
	}
}

// openapi checks that a file is an OpenAPI document with every code of the builtin spec: openapi web/errors.yaml
func openapi(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: openapi file")
	}
	var doc openapiDocument
	ts.Check(yaml.Unmarshal([]byte(ts.ReadFile(args[0])), &doc))
	s, err := spec.Load(spec.Builtin())
	ts.Check(err)
	if doc.OpenAPI != "3.1.0" || doc.Info.Title == "" || doc.Info.Version == "" || len(doc.Components.Schemas) != len(s.APIs) {
		ts.Fatalf("no OpenAPI document: %q, %v, %d schemas", doc.OpenAPI, doc.Info, len(doc.Components.Schemas))
	}
	for _, a := range s.APIs {
		properties := doc.Components.Schemas[a.Package+"Error"].Properties
		if len(properties) != len(a.Envelope) {
			ts.Fatalf("%s has %d properties, want %d", a.ID, len(properties), len(a.Envelope))
		}
		for _, f := range a.Envelope {
			codes := properties[f.Name].AnyOf
			if f.Role != spec.RoleCode {
				continue
			}
			if len(codes) != len(a.Codes)+1 || codes[len(a.Codes)].Type != f.Type {
				ts.Fatalf("%s has %d codes, want %d and one for all others", a.ID, len(codes), len(a.Codes))
			}
			for i, c := range a.Codes {
				if fmt.Sprint(codes[i].Const) != c.Wire() || codes[i].Title != c.Name || codes[i].Description != c.Message {
					ts.Fatalf("%s %s is %v", a.ID, c.Wire(), codes[i])
				}
			}
		}
	}
}
