package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers lists what each package may import: packages of this module by their path in it, and modules of others. It is
// the design of the module; do not change it to fix a build.
var layers = map[string][]string{
	"spec/diag":                 {},
	"spec/strict":               {"spec/diag", "gopkg.in/yaml.v3"},
	"spec":                      {"spec/diag", "spec/strict"},
	"spec/compat":               {"spec/diag", "spec/strict", "spec"},
	"spec/export":               {"spec/diag", "spec"},
	"spec/find":                 {"spec"},
	"spec/spectest":             {"spec", "golang.org/x/tools"},
	"spec/spectest/schema":      {validator},
	"templates":                 {},
	"generator/golang/verbatim": {}, "generator/golang/verbatim/status": {}, "generator/golang/verbatim/text": {},
	"generator/golang":   {"spec", "github.com/dave/jennifer"},
	"generator/markdown": {"spec", "templates"},
	"generator/html":     {"spec", "spec/find", "templates"},
	"generator/config":   {"spec/diag", "spec/strict", "spec"},
	"generator": {"spec/diag", "spec", "spec/export", "generator/config", "generator/golang",
		"generator/markdown", "generator/html"},
	"generator/output": {"generator", "github.com/rogpeppe/go-internal"},

	"generator/passes":          {"golang.org/x/tools/go"},
	"generator/passes/golangci": {"generator/passes", "golang.org/x/tools/go/analysis", "github.com/golangci/plugin-module-register"},
	"cmd/lrcodesvet":            {"generator/passes", "golang.org/x/tools/go/analysis/unitchecker"},

	"cmd/lrcodes": {"spec/diag", "spec/strict", "spec", "spec/export", "spec/compat", "spec/find", "generator", "generator/config",
		"generator/markdown", "generator/output", "golang.org/x/mod"},
}

// unused lists what the design allows too, as part of "everything above", though the package does without.
var unused = map[string][]string{
	"generator":   {"spec/strict", "templates"},
	"cmd/lrcodes": {"generator/golang"},
}

// onDisk lists the packages that may read or write files.
var onDisk = []string{"spec/spectest", "generator/output", "cmd/lrcodes", "cmd/lrcodesvet"}

// forTests lists what the tests of every package may import, in addition to what the package itself may.
var forTests = []string{"spec/diag", "spec/spectest", "golang.org/x/tools", "github.com/rogpeppe/go-internal", "gopkg.in/yaml.v3"}

// testLayers lists what the tests of a package may import further: the packages that they run it together with.
var testLayers = map[string][]string{
	"spec/compat":      {"spec/export", schemas},
	"spec":             {"spec/export", schemas, validator},
	"spec/export":      {schemas},
	"generator/config": {"generator", schemas, validator},
	"generator":        {"generator/output"},
	"generator/passes": {"spec", "generator", "generator/config"},
}

// schemas and validator are slow to initialize. The tests of this package, which is run as a command, do without.
const (
	schemas   = "spec/spectest/schema"
	validator = "github.com/santhosh-tekuri/jsonschema/v6"
)

const prefix = modulePath + "/"

// listed is a package as go list describes it.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", prefix+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	stale, staleTests, staleOnDisk := clone(layers), clone(testLayers), slices.Clone(onDisk)
	for {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, prefix)
		if name == "out" || strings.HasPrefix(name, "out/") {
			continue // the layer of out is the oldest Go and the standard library; package out tests it
		}
		if _, known := layers[name]; !known {
			t.Errorf("package %s is not in the import policy", name)
		}
		checkImports(t, name, p.Imports, slices.Concat(layers[name], unused[name]))
		tests := slices.Concat(p.TestImports, p.XTestImports)
		checkTestImports(t, name, tests, slices.Concat([]string{name}, layers[name], unused[name], forTests, testLayers[name]))
		removeUsed(stale, name, p.Imports)
		removeUsed(staleTests, name, tests)
		if slices.Contains(p.Imports, "os") {
			staleOnDisk = slices.DeleteFunc(staleOnDisk, func(pkg string) bool { return pkg == name })
		}
		for _, path := range p.Imports {
			if allows(unused[name], path) {
				t.Errorf("%s imports %s: move that from unused to layers", name, path)
			}
		}
	}
	if len(stale)+len(staleTests)+len(staleOnDisk) > 0 {
		t.Errorf("nothing needs these rows or permissions: layers %v, testLayers %v, onDisk %v", stale, staleTests, staleOnDisk)
	}
}

// clone returns a copy of a table whose rows can be changed.
func clone(table map[string][]string) map[string][]string {
	rows := make(map[string][]string, len(table))
	for name, list := range table {
		rows[name] = slices.Clone(list)
	}
	return rows
}

// removeUsed removes the permissions that a package needs for its imports, and its row if none is left.
func removeUsed(table map[string][]string, pkg string, imports []string) {
	table[pkg] = slices.DeleteFunc(table[pkg], func(permission string) bool {
		return slices.ContainsFunc(imports, func(path string) bool { return allows([]string{permission}, path) })
	})
	if len(table[pkg]) == 0 {
		delete(table, pkg)
	}
}

func checkImports(t *testing.T, pkg string, imports, allowed []string) {
	t.Helper()
	for _, path := range imports {
		switch {
		case path == "os" && !slices.Contains(onDisk, pkg):
			t.Errorf("%s imports os, but may not read or write files", pkg)
		case strings.HasPrefix(path, prefix+"spec/spectest"):
			t.Errorf("%s imports %s, which is for tests", pkg, path)
		case !standard(path) && !allows(allowed, path):
			t.Errorf("%s may not import %s", pkg, path)
		}
	}
}

func checkTestImports(t *testing.T, pkg string, imports, allowed []string) {
	t.Helper()
	for _, path := range imports {
		if !standard(path) && !allows(allowed, path) {
			t.Errorf("a test of %s may not import %s", pkg, path)
		}
	}
}

// standard reports whether a path is that of a package of the standard library.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// allows reports whether a list allows a path: packages of this module as they are, other modules with all packages.
func allows(list []string, path string) bool {
	name, own := strings.CutPrefix(path, prefix)
	return slices.ContainsFunc(list, func(a string) bool {
		return name == a || !own && strings.HasPrefix(path, a+"/")
	})
}
