package spec

import (
	"cmp"
	"embed"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sync"
)

//go:embed *.yaml
var builtin embed.FS

// Builtin returns the canonical LoginRadius spec, which is embedded in the program.
func Builtin() Source { return Source{Name: "builtin", FS: builtin, Path: "."} }

// BuiltinAPIs returns the ids of the apis of the builtin spec, sorted.
func BuiltinAPIs() []string { return slices.Sorted(maps.Keys(builtinTitles())) }

var titleLine = regexp.MustCompile(`(?m)^api:\n  id: ([a-z0-9-]+)\n  title: (.+)$`)

// builtinTitles returns the titles of the apis of the builtin spec by their ids.
var builtinTitles = sync.OnceValue(func() map[string]string {
	titles := make(map[string]string)
	names, err := fs.Glob(builtin, "*.yaml")
	for _, name := range names {
		data, readErr := builtin.ReadFile(name)
		err = cmp.Or(err, readErr)
		if m := titleLine.FindSubmatch(data); m != nil {
			titles[string(m[1])] = string(m[2])
		}
	}
	if err != nil {
		panic(err) // the files are embedded
	}
	return titles
})
