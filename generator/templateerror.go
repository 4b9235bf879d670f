package generator

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
)

var (
	templateError = regexp.MustCompile(`(?s)^template: [^:]*:(\d+)(?::(\d+))?: (?:executing "[^"]*" )?(.*)$`)
	unknownField  = regexp.MustCompile(`(?s)^(.*)can't evaluate field (\w+) in type (\S+)$`)
	emptyField    = regexp.MustCompile(`(?s)^(.*)nil pointer evaluating \S+\.(\w+)$`)
)

// templateProblem makes an error of text/template a diagnostic of the user's template. It returns any other error, and
// one of a built-in template, as it is. Topic is the manual page that lists the fields of data.
func templateProblem(err error, text config.Text, topic string, data ...reflect.Type) error {
	if err == nil || text.Path == "" {
		return err
	}
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return templateDiagnostic(text, 1, 1, err.Error())
	}
	line, _ := strconv.Atoi(m[1])
	column, _ := strconv.Atoi(m[2]) // counted from 0, and absent where a template cannot be parsed
	return templateDiagnostic(text, max(line, 1), column+1, fieldProblem(m[3], topic, data))
}

// fieldProblem returns the message of text/template about a field without the Go type that it names.
func fieldProblem(message, topic string, data []reflect.Type) string {
	if m := unknownField.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%sthere is no field %q here (lrcodes help %s lists the fields)%s", m[1], m[2], topic, diag.DidYouMean(m[2], fieldNames(m[3], data)))
	}
	if m := emptyField.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%swhat has the field %q is absent here; put {{with}} or {{if}} around it", m[1], m[2])
	}
	return message
}

// fieldNames returns the fields and methods of the type with that name among those that data consists of.
func fieldNames(name string, data []reflect.Type) []string {
	found := slices.Clone(data)
	for i := 0; i < len(found); i++ { // a type may add further ones
		t := found[i]
		var parts []reflect.Type
		var names []string
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			parts = append(parts, t.Elem())
		case reflect.Struct:
			for _, f := range reflect.VisibleFields(t) {
				if f.IsExported() && !f.Anonymous {
					parts, names = append(parts, f.Type), append(names, f.Name)
				}
			}
		}
		if t.String() == name && t.Kind() == reflect.Pointer {
			name = t.Elem().String()
		} else if t.String() == name {
			for i := range t.NumMethod() {
				names = append(names, t.Method(i).Name)
			}
			return names
		}
		for _, part := range parts {
			if !slices.Contains(found, part) {
				found = append(found, part)
			}
		}
	}
	return nil
}

func templateDiagnostic(text config.Text, line, column int, message string) error {
	at := diag.Position{File: shown(text), Line: line, Column: column}
	return diag.Diagnostics{{Position: at, Rule: config.RuleTemplate, Message: message}}
}
