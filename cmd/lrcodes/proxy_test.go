package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/module"
)

// proxyFiles returns the files of a module proxy that has the module at root in every released version, and what its
// commands import of other modules. The zip archives have what the go command reads to build these commands, and nothing
// else: to unpack whole modules takes longer than all else that the go command does with them.
func proxyFiles(root string) (map[string][]byte, error) {
	own, err := moduleFiles(root)
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	for version, edit := range released {
		edited := maps.Clone(own)
		for name, text := range own {
			if path.Dir(name) == "spec" && path.Ext(name) == ".yaml" {
				edited[name] = edit.Replace(text)
			}
		}
		at := modulePath + "/@v/" + version
		files[at+".info"] = fmt.Appendf(nil, `{"Version":%q,"Time":"2026-01-01T00:00:00Z"}`, version)
		files[at+".mod"] = []byte(own["go.mod"])
		if files[at+".zip"], err = pack(modulePath+"@"+version, edited); err != nil {
			return nil, err
		}
	}
	files[modulePath+"/@v/list"] = []byte(strings.Join(slices.Sorted(maps.Keys(released)), "\n") + "\n")
	return files, addRequired(files, root)
}

// moduleFiles returns the files of the module at root but for its tests, their data, and the documents, which are more than
// half of the files.
func moduleFiles(root string) (map[string]string, error) {
	files := make(map[string]string)
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		rel = filepath.ToSlash(rel)
		switch {
		case err != nil:
			return err
		case e.IsDir() && rel != "." && (e.Name() == "testdata" || rel == ".git" || rel == "bin" || rel == "out/docs" || isModule(name)):
			return fs.SkipDir
		case !e.Type().IsRegular() || strings.HasSuffix(rel, "_test.go"):
			return nil
		}
		data, err := os.ReadFile(name)
		files[rel] = string(data)
		return err
	})
	return files, err
}

// isModule reports whether a directory is the root of a module, which no other module contains.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// addRequired adds the zip archives of the modules that the module at root requires, with the packages that its commands
// import. The go command finds the other files of these modules in the module cache, which is a proxy too.
func addRequired(files map[string][]byte, root string) error {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if .Version}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}", "./cmd/...")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return err
	}
	required := make(map[module.Version]map[string]string)
	for line := range strings.Lines(string(out)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) != 4 {
			continue // a package of this module or of the standard library
		}
		m := module.Version{Path: fields[0], Version: fields[1]}
		if required[m] == nil {
			required[m] = make(map[string]string)
		}
		if err := addPackage(required[m], fields[2], fields[3]); err != nil {
			return err
		}
	}
	for m, texts := range required {
		escaped, err := module.EscapePath(m.Path)
		if err != nil {
			return err
		}
		if files[escaped+"/@v/"+m.Version+".zip"], err = pack(m.String(), texts); err != nil {
			return err
		}
	}
	return nil
}

// addPackage adds the files of a package, without its tests, to those of the module at root.
func addPackage(files map[string]string, root, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		name := filepath.Join(dir, e.Name())
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)] = string(data)
	}
	return nil
}

// pack returns a zip archive, the same for the same files. It does not compress them, which takes longer than to read them.
func pack(prefix string, files map[string]string) ([]byte, error) {
	var archive bytes.Buffer
	out := zip.NewWriter(&archive)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := out.CreateHeader(&zip.FileHeader{Name: prefix + "/" + name, Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(f, files[name])
		}
		if err != nil {
			return nil, err
		}
	}
	err := out.Close()
	return archive.Bytes(), err
}
