package main

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
)

// warnUnread prints directories with YAML files that are not read.
func (e *env) warnUnread(dirs []string) {
	for _, dir := range dirs {
		fmt.Fprintf(e.stderr, "lrcodes: %s has YAML files that are not read, because sources are not recursive: name it as a source of its own\n", printable(dir))
	}
}

// unreadBelow returns the subdirectories of sources that contain YAML files and are not sources themselves. A directory
// that cannot be read has none: if it matters, it is reported when the source is loaded.
func unreadBelow(sources []spec.Source) []string {
	var dirs []string
	for _, s := range sources {
		if s.Name == config.BuiltinSource {
			continue
		}
		entries, _ := fs.ReadDir(s.FS, s.Path)
		for _, e := range entries {
			name := path.Join(s.Name, e.Name())
			isSource := func(s spec.Source) bool { return path.Clean(s.Name) == name }
			if e.IsDir() && !passedOver(e.Name()) && hasYAML(s.FS, path.Join(s.Path, e.Name())) && !slices.ContainsFunc(sources, isSource) {
				dirs = append(dirs, name)
			}
		}
	}
	return dirs
}

func hasYAML(fsys fs.FS, dir string) bool {
	entries, _ := fs.ReadDir(fsys, dir)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		ext := path.Ext(e.Name())
		return !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && (ext == ".yaml" || ext == ".yml")
	})
}
