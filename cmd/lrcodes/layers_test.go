package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers says what each package may import: packages of this module by their path within it, and modules of others.
// It is the house's floor plan; a test that fails here asks for another room, not for another line.
var layers = map[string][]string{
	"spec/strict":               {"gopkg.in/yaml.v3"},
	"spec":                      {"spec/strict"},
	"templates":                 {},
	"generator/golang/verbatim": {},
	"generator/golang":          {"spec", "generator/golang/verbatim", "github.com/dave/jennifer"},
	"generator/markdown":        {"spec", "templates"},
	"generator/config":          {"spec", "spec/strict"},
	"generator/export":          {"spec"},
	"generator":                 {"spec", "generator/config", "generator/export", "generator/golang", "generator/markdown"},
	"generator/output":          {"generator", "github.com/aymanbagabas/go-udiff"},
	"cmd/lrcodes": {"spec", "spec/strict", "generator", "generator/config", "generator/export", "generator/golang",
		"generator/markdown", "generator/output"},
}

// onDisk are the packages that may touch the disk.
var onDisk = []string{"generator/output", "cmd/lrcodes"}

const module = "github.com/lrcodes/lrcodes/"

func TestLayers(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for seen := 0; ; seen++ {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); err == io.EOF && seen >= len(layers) {
			return
		} else if err != nil {
			t.Fatalf("after %d packages: %v", seen, err)
		}
		checkLayer(t, strings.TrimPrefix(p.ImportPath, module), p.Imports)
	}
}

func checkLayer(t *testing.T, pkg string, imports []string) {
	allowed, known := layers[pkg]
	if !known && pkg != "out" && !strings.HasPrefix(pkg, "out/") {
		t.Errorf("%s is no room of the house", pkg)
	}
	for _, path := range imports {
		ours := strings.TrimPrefix(path, module)
		standard := !strings.Contains(strings.Split(path, "/")[0], ".")
		switch {
		case standard && path == "os" && !slices.Contains(onDisk, pkg):
			t.Errorf("%s imports %s, but may not touch the disk", pkg, path)
		case !standard && !slices.ContainsFunc(allowed, func(a string) bool { return ours == a || strings.HasPrefix(path, a+"/") }):
			t.Errorf("%s may not import %s", pkg, path)
		}
	}
}
