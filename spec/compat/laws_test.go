package compat_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestLaws checks the laws of comparisons with every pair of specs of the archives.
func TestLaws(t *testing.T) {
	var specs []*spec.Spec
	for name, a := range spectest.Archives(t, "testdata/*.txtar") {
		for _, side := range []string{"before/", "after/"} {
			s, err := spec.LoadOld(spectest.Sources(a, side)...)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			specs = append(specs, s)
		}
	}
	for i, before := range specs {
		checkSame(t, before)
		for _, after := range specs[i:] {
			checkLaws(t, before, after)
		}
	}
}

func TestBuiltinEqualsItself(t *testing.T) {
	s := spectest.Builtin(t)
	if changes := compat.Compare(s, spectest.Load(t, spec.Builtin())); len(changes) > 0 {
		t.Errorf("got %d changes, the first is %s: %s", len(changes), changes[0].Subject(), changes[0].Message)
	}
	exported, err := export.Read(export.New(s, nil).JSON())
	if err != nil {
		t.Fatal(err)
	}
	if changes := compat.Compare(s, exported); len(changes) > 0 {
		t.Errorf("with its export: got %d changes, the first is %s: %s", len(changes), changes[0].Subject(), changes[0].Message)
	}
}

func checkSame(t *testing.T, s *spec.Spec) {
	t.Helper()
	if same := compat.Compare(s, s); len(same) > 0 {
		t.Errorf("a spec differs from itself: %s: %s", same[0].Subject(), same[0].Message)
	}
}

// checkLaws compares two specs in both directions.
func checkLaws(t *testing.T, before, after *spec.Spec) {
	t.Helper()
	changes, back := compat.Compare(before, after), compat.Compare(after, before)
	if (len(changes) == 0) != (len(back) == 0) {
		t.Errorf("%d changes, but %d the other way", len(changes), len(back))
	}
	checkChanges(t, before, after, changes)
	checkChanges(t, after, before, back)
}

func checkChanges(t *testing.T, before, after *spec.Spec, changes []compat.Change) {
	t.Helper()
	worst, _ := compat.Worst(changes)
	if all, _ := compat.Worst(compat.Facts(before, after)); all != worst {
		t.Errorf("the worst change is %s, but among those that others imply it is %s", worst, all)
	}
	if why := breaks(before, after); why != "" && worst != compat.Breaking {
		t.Errorf("%s, but no change is breaking", why)
	}
	seen := make(map[string]bool)
	for i, c := range changes {
		id := fmt.Sprintf("%s %q %q %q", c.ID, c.API, c.Code, c.Name)
		switch {
		case seen[id]:
			t.Errorf("two changes are %s", id)
		case c.Message == "" || c.Subject() == "" || strings.ContainsAny(c.Subject()+c.Message, "\n\r\x1b\u2028"):
			t.Errorf("change %s is not on one line: %q, %q", id, c.Subject(), c.Message)
		case i > 0 && changes[i-1].Level > c.Level:
			t.Errorf("change %s follows one that is less bad", id)
		}
		seen[id] = true
	}
}

// breaks returns a name of before that a Go program can no longer use, or that means something else, and why. It returns
// "" if there is none.
func breaks(before, after *spec.Spec) string {
	for _, old := range before.APIs {
		new := after.API(old.ID)
		if new == nil {
			return "api " + old.ID + " is gone"
		}
		is := meanings(new)
		for name, meaning := range meanings(old) {
			if is[name] != meaning {
				return fmt.Sprintf("%s was %s and is %q", name, meaning, is[name])
			}
		}
	}
	return ""
}

// meanings returns what each constant of an api denotes, and what errors.Is answers for each code and category.
func meanings(a *spec.API) map[string]string {
	m := make(map[string]string)
	for i := range a.Codes {
		c := a.Codes[len(a.Codes)-1-i] // the first of several, as far as an invalid spec has them
		for _, name := range append(slices.Clone(c.Aliases), c.Name) {
			m["Err"+name] = "code " + c.Wire()
		}
		for _, category := range c.Categories {
			m["errors.Is of "+c.Wire()+" and "+category.Name] = "true"
		}
	}
	for _, c := range a.Categories {
		m["Err"+c.Name] = "a category"
	}
	for _, f := range a.Envelope {
		m["field "+f.Name] = f.Type + " " + string(f.Role)
	}
	return m
}

// TestEveryFieldCounts changes each exported field of a spec and its parts, and expects a change.
func TestEveryFieldCounts(t *testing.T) {
	before := spectest.Parse(t, everything)
	after := spectest.Parse(t, everything)
	if changes := compat.Compare(before, after); len(changes) > 0 {
		t.Fatalf("before anything is changed: %v", changes[0].Message)
	}
	n := 0
	mutate(reflect.ValueOf(after).Elem(), "Spec", func(path string) {
		n++
		if len(compat.Compare(before, after)) == 0 {
			t.Errorf("%s makes no difference", path)
		}
		if len(compat.Compare(after, before)) == 0 {
			t.Errorf("%s makes no difference the other way", path)
		}
	})
	if n < 60 {
		t.Errorf("only %d fields were changed", n)
	}
}

// mutate changes one value below v after the other, calls visit, and restores it.
func mutate(v reflect.Value, path string, visit func(path string)) {
	old := reflect.ValueOf(v.Interface())
	try := func(x any) {
		v.Set(reflect.ValueOf(x).Convert(v.Type()))
		visit(path)
		v.Set(old)
	}
	switch v.Kind() {
	case reflect.String:
		try(v.String() + "x")
	case reflect.Int:
		try(v.Int() + 1)
	case reflect.Bool:
		try(!v.Bool())
	case reflect.Slice:
		if v.Len() == 0 {
			panic(path + " is empty: the spec of the test lacks an example")
		}
		try(v.Slice(1, v.Len()).Interface())
		for i := range v.Len() {
			if !strings.HasSuffix(path, "Code.Categories") {
				mutate(v.Index(i), path, visit)
			}
		}
	case reflect.Pointer:
		mutate(v.Elem(), v.Type().Elem().Name(), visit)
	case reflect.Struct:
		mutateFields(v, path, visit)
	default:
		panic("a spec has values of kind " + v.Kind().String())
	}
}

func mutateFields(v reflect.Value, path string, visit func(path string)) {
	for i := range v.NumField() {
		f, name := v.Field(i), path+"."+v.Type().Field(i).Name
		switch {
		case !v.Type().Field(i).IsExported():
		case f.Type() == reflect.TypeFor[diag.Position](), f.Type() == reflect.TypeFor[[]spec.Override]():
		case name == "Category.Codes": // the categories of the codes, the other way around
		case name == "Code.Number" && v.FieldByName("Text").String() != "", name == "Retired.Number" && v.FieldByName("Text").String() != "":
		case name == "Code.HTTP":
			old := f.Interface()
			f.SetZero()
			visit(name)
			f.Set(reflect.ValueOf(old))
		default:
			mutate(f, name, visit)
		}
	}
}

const everything = `version: 1
statuses:
  - {status: 403, name: Forbidden, message: Forbidden, description: No.}
api: {id: acme, title: Acme, source: "https://a.example", docs: "https://b.example", note: A note., sdk: loginradius, texts: summary, package: lib,
  envelope: [{name: code, type: integer, role: code}, {name: text, type: string, role: message}, {name: more, type: string, nullable: true}]}
categories:
  - {name: Denied, description: Not allowed.}
  - {name: Locked, description: Locked.}
codes:
  - {code: 1, name: A, aliases: [B], message: a, also: [b], description: D., note: N., http: 403, categories: [Denied, Locked],
     data: [{name: Data.x, type: string, description: X., example: x}]}
retired:
  - {code: 3, name: Old, aliases: [Older], reason: R.}
synthetic:
  - {sdk: Java, codes: [101], description: S.}
`

// FuzzCompare checks the laws with any two specs that load.
func FuzzCompare(f *testing.F) {
	for _, a := range spectest.Archives(f, "testdata/*.txtar") {
		f.Add(file(a, "before/acme.yaml"), file(a, "after/acme.yaml"))
	}
	f.Add(everything, everything)
	f.Fuzz(func(t *testing.T, old, new string) {
		before, err := spec.LoadOld(source(old))
		var diags diag.Diagnostics
		if err != nil && !errors.As(err, &diags) {
			t.Fatal(err)
		}
		after, err := spec.Load(source(new))
		if before == nil || after == nil {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		checkSame(t, after)
		checkLaws(t, before, after)
	})
}

func file(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func source(text string) spec.Source {
	return spec.Source{Name: "a.yaml", FS: fstest.MapFS{"a.yaml": {Data: []byte(text)}}, Path: "a.yaml"}
}
