package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
)

// warnUnread prints directories with YAML files that no source includes, because a source is not read recursively.
func (e *env) warnUnread(dirs []string) {
	for _, dir := range dirs {
		fmt.Fprintf(e.stderr, "lrcodes: %s has YAML files that are not read, because sources are not recursive: name it as a source of its own\n", printable(dir))
	}
}

// unreadBelow returns the directories with YAML files below sources that none of them includes.
func unreadBelow(sources []spec.Source) []string {
	var dirs []string
	for _, s := range sources {
		if s.Name == config.BuiltinSource {
			continue
		}
		for _, dir := range unread(s, sources) {
			dirs = append(dirs, path.Join(s.Name, dir))
		}
	}
	slices.Sort(dirs)
	return dirs
}

// errEnough ends a search.
var errEnough = errors.New("enough")

// unread returns the directories below a source that have YAML files and are no source. It looks at a thousand entries
// and no more.
func unread(s spec.Source, sources []spec.Source) []string {
	var dirs []string
	seen := 0
	fs.WalkDir(s.FS, s.Path, func(name string, d fs.DirEntry, err error) error {
		below := strings.TrimPrefix(strings.TrimPrefix(name, s.Path), "/")
		if seen++; err != nil || seen > 1000 {
			return errEnough
		}
		if d.IsDir() {
			if below != "" && (passedOver(d.Name()) || isSource(path.Join(s.Name, below), sources)) {
				return fs.SkipDir
			}
			return nil
		}
		dir := path.Dir(below)
		if isYAML(name) && dir != "." && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
		return nil
	}) // an error ends the search alone: what is read was read already
	return dirs
}

func isYAML(name string) bool { return path.Ext(name) == ".yaml" || path.Ext(name) == ".yml" }

func isSource(name string, sources []spec.Source) bool {
	return slices.ContainsFunc(sources, func(s spec.Source) bool { return path.Clean(s.Name) == path.Clean(name) })
}
