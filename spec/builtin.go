package spec

import (
	"cmp"
	"embed"
	"io/fs"
	"regexp"
	"slices"
	"sync"
)

//go:embed *.yaml
var builtin embed.FS

// Builtin returns the canonical LoginRadius spec, which is embedded in the program.
func Builtin() Source { return Source{Name: "builtin", FS: builtin, Path: "."} }

// BuiltinAPIs returns the ids of the apis of the builtin spec, sorted.
func BuiltinAPIs() []string { return slices.Clone(builtinAPIs()) }

var idLine = regexp.MustCompile(`(?m)^api:\n  id: ([a-z0-9-]+)$`)

var builtinAPIs = sync.OnceValue(func() []string {
	var ids []string
	names, err := fs.Glob(builtin, "*.yaml")
	for _, name := range names {
		data, readErr := builtin.ReadFile(name)
		err = cmp.Or(err, readErr)
		if m := idLine.FindSubmatch(data); m != nil {
			ids = append(ids, string(m[1]))
		}
	}
	if err != nil {
		panic(err) // the files are embedded
	}
	slices.Sort(ids)
	return ids
})

// extendsBuiltin reports whether a file names an api of the builtin spec that no file defines.
func (d *draft) extendsBuiltin() bool {
	defined := make(map[string]bool)
	for _, f := range d.files {
		api := f.root.Key("api")
		defined[api.Key("id").Text()] = defined[api.Key("id").Text()] || api.Has("title")
	}
	return slices.ContainsFunc(BuiltinAPIs(), func(id string) bool {
		has, named := defined[id]
		return named && !has
	})
}
