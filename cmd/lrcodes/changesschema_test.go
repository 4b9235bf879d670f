package main

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// schemaNode is the part of a JSON Schema that says which keys an object has.
type schemaNode struct {
	Ref         string                 `json:"$ref"`
	Items       *schemaNode            `json:"items"`
	Required    []string               `json:"required"`
	Properties  map[string]*schemaNode `json:"properties"`
	Definitions map[string]*schemaNode `json:"definitions"`
}

// TestChangesSchema compares the keys that the schema of the json format describes with those that are printed.
func TestChangesSchema(t *testing.T) {
	var root schemaNode
	if err := json.Unmarshal(schemaOfChanges(), &root); err != nil {
		t.Fatal(err)
	}
	var compare func(path string, node *schemaNode, typ reflect.Type)
	compare = func(path string, node *schemaNode, typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			if typ.Kind() == reflect.Slice && node.Items != nil {
				node = node.Items
			}
			typ = typ.Elem()
		}
		if definition, ok := strings.CutPrefix(node.Ref, "#/definitions/"); ok && root.Definitions[definition] != nil {
			node = root.Definitions[definition]
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		var keys, required []string
		for _, f := range reflect.VisibleFields(typ) {
			if f.Anonymous {
				continue
			}
			key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			keys = append(keys, key)
			if options != "omitempty" {
				required = append(required, key)
			}
			if property := node.Properties[key]; property != nil {
				compare(path+"."+key, property, f.Type)
			}
		}
		slices.Sort(keys)
		if described := slices.Sorted(maps.Keys(node.Properties)); !slices.Equal(described, keys) {
			t.Errorf("%s: the schema describes %q, the document has %q", path, described, keys)
		}
		slices.Sort(required)
		if always := slices.Sorted(slices.Values(node.Required)); !slices.Equal(always, required) {
			t.Errorf("%s: the schema requires %q, the document always has %q", path, always, required)
		}
	}
	compare("changes", &root, reflect.TypeFor[changesDocument]())
}
