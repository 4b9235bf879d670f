package golang_test

import (
	"go/ast"
	"go/types"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
)

// TestNames compares what generated packages declare with the names that the rules of the spec reserve.
func TestNames(t *testing.T) {
	text, err := os.ReadFile("testdata/verbatim.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := load(string(text))
	if err != nil {
		t.Fatal(err)
	}
	var api, statuses *types.Package
	for _, p := range packagesOf(s) {
		checked, err := typecheck(p.name, render(t, p))
		if err != nil {
			t.Fatal(err)
		}
		if p.name == "httpstatus" {
			statuses = checked
		} else {
			api = checked
		}
	}
	fields := memberNames(api)
	for _, f := range s.APIs[0].Envelope {
		if f.Role == spec.RoleNone {
			fields = slices.DeleteFunc(fields, func(name string) bool { return name == f.GoName })
		}
	}
	compareNames(t, "fields and methods of Error", fields, spec.ErrorNames())
	compareNames(t, "names of the status package", slices.DeleteFunc(statuses.Scope().Names(), func(name string) bool {
		object, isConst := statuses.Scope().Lookup(name).(*types.Const)
		return !ast.IsExported(name) || isConst && object.Type() == statuses.Scope().Lookup("Status").Type()
	}), spec.StatusNames())
	for _, name := range api.Scope().Names() {
		rest, found := strings.CutPrefix(name, "Err")
		if _, isConst := api.Scope().Lookup(name).(*types.Const); found && !isConst && ast.IsExported(rest) {
			t.Errorf("%s could be the constant of a code", name)
		}
	}
}

// memberNames returns the exported fields and methods of the type Error and of its pointer.
func memberNames(p *types.Package) []string {
	typ := p.Scope().Lookup("Error").Type()
	var names []string
	for i := range typ.Underlying().(*types.Struct).NumFields() {
		names = append(names, typ.Underlying().(*types.Struct).Field(i).Name())
	}
	methods := types.NewMethodSet(types.NewPointer(typ))
	for i := range methods.Len() {
		names = append(names, methods.At(i).Obj().Name())
	}
	return slices.DeleteFunc(names, func(name string) bool { return !ast.IsExported(name) })
}

func compareNames(t *testing.T, what string, declared, reserved []string) {
	t.Helper()
	slices.Sort(declared)
	slices.Sort(reserved)
	if declared, reserved = slices.Compact(declared), slices.Compact(reserved); !slices.Equal(declared, reserved) {
		t.Errorf("%s: declared are\n%q\nbut the spec reserves\n%q", what, declared, reserved)
	}
}

// TestLimits type-checks packages with the lowest and the highest code, which are the limits of an int of 32 bits.
func TestLimits(t *testing.T) {
	s, err := load(`version: 1
api: {id: limits, title: Limits, envelope: [{name: code, type: integer, role: code}]}
codes:
  - {code: -2147483648, name: Lowest}
  - {code: 2147483647, name: Highest}
`)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range packagesOf(s) {
		if _, err := typecheck(p.name, render(t, p)); err != nil {
			t.Error(err)
		}
	}
}
