package main

import (
	"reflect"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/export"
)

// TestTemplateTopic holds the manual of templates to the fields that a template is given.
func TestTemplateTopic(t *testing.T) {
	unseen := map[string]bool{"Comment": true, "Position": true, "Overrides": true} // only in files, or in `lrcodes list`
	for _, of := range []reflect.Type{
		reflect.TypeFor[export.Document](), reflect.TypeFor[export.Status](), reflect.TypeFor[export.API](), reflect.TypeFor[export.Field](),
		reflect.TypeFor[export.Category](), reflect.TypeFor[export.Code](), reflect.TypeFor[export.Retired](), reflect.TypeFor[export.Synthetic](),
	} {
		for _, f := range reflect.VisibleFields(of) {
			if !unseen[f.Name] && !strings.Contains(templateTopic, "."+f.Name) {
				t.Errorf("the manual of templates does not name .%s of %s", f.Name, of.Name())
			}
		}
	}
}
