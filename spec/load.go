package spec

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Source is one place that a spec is read from.
type Source struct {
	Name string // what diagnostics call Path
	FS   fs.FS
	Path string // within FS: a file, or a directory whose *.yaml and *.yml files are read, not recursively
}

//go:embed *.yaml
var builtin embed.FS

// Builtin returns the canonical LoginRadius spec, which is embedded in the program.
func Builtin() Source { return Source{Name: "builtin", FS: builtin, Path: "."} }

// ErrNoFiles is the error for a directory that holds no spec file.
var ErrNoFiles = errors.New("holds no *.yaml or *.yml file")

// Load reads the sources in order and returns the spec that they form together. A later source may add codes to an
// API of an earlier one, and change an entry that has `override: true`.
//
// The error is a [diag.Diagnostics] if the sources break rules of the format, or the error of the file system if they
// cannot be read. With an error there is no spec. Load may be called concurrently.
func Load(sources ...Source) (*Spec, error) {
	d, err := read(Format(), sources)
	if err != nil {
		return nil, err
	}
	return d.checked()
}

// LoadExtension is like Load for sources that are checked by themselves: if they extend an api of the builtin spec, it
// reads the builtin spec in front of them.
func LoadExtension(sources ...Source) (*Spec, error) {
	d, err := read(Format(), sources)
	if err != nil {
		return nil, err
	}
	if d.extendsBuiltin() {
		if d, err = read(Format(), append([]Source{Builtin()}, sources...)); err != nil {
			return nil, err
		}
	}
	return d.checked()
}

// LoadOld is like Load for a spec of the past: it reports what cannot be decoded, but checks neither texts nor rules,
// because both may have been added since. Names that are not declared are left out.
func LoadOld(sources ...Source) (*Spec, error) {
	d, err := read(Format().WithoutChecks(), sources)
	if err != nil {
		return nil, err
	}
	if len(d.diags) > 0 {
		return nil, d.diags.Sorted()
	}
	d.link()
	return d.spec(), nil
}

// checked links and checks the draft, and returns the spec or every problem.
func (d *draft) checked() (*Spec, error) {
	d.link()
	d.check()
	if len(d.diags) > 0 {
		return nil, d.diags.Sorted()
	}
	return d.spec(), nil
}

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

// input is a file to read.
type input struct {
	Source
	source int    // position in the list of sources
	name   string // within FS
}

// read decodes the files of the sources into a draft that is not linked yet.
func read(shape *strict.Shape, sources []Source) (*draft, error) {
	inputs, err := inputsOf(sources)
	if err != nil {
		return nil, err
	}
	d := &draft{}
	return d, d.read(shape, inputs)
}

// inputsOf lists the files of the sources in order.
func inputsOf(sources []Source) ([]input, error) {
	var inputs []input
	for i, src := range sources {
		names, err := src.files()
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			inputs = append(inputs, input{src, i, name})
		}
	}
	return inputs, nil
}

// files lists the files of a source, in name order.
func (src Source) files() ([]string, error) {
	info, err := fs.Stat(src.FS, src.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, diag.Cause(err))
	}
	if !info.IsDir() {
		return []string{src.Path}, nil
	}
	entries, err := fs.ReadDir(src.FS, src.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, diag.Cause(err))
	}
	var names []string
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(e.Name(), ".") && !e.IsDir() {
			names = append(names, path.Join(src.Path, e.Name()))
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", src.Name, ErrNoFiles)
	}
	slices.Sort(names)
	return names, nil
}

// shown returns the name of a file as diagnostics give it.
func (src Source) shown(name string) string {
	if name == src.Path {
		return src.Name
	}
	return path.Join(src.Name, strings.TrimPrefix(name, src.Path+"/"))
}

// read decodes the files into the draft, each in a goroutine of its own: they are independent.
func (d *draft) read(shape *strict.Shape, inputs []input) error {
	files := make([]file, len(inputs))
	problems := make([]diag.Diagnostics, len(inputs))
	errs := make([]error, len(inputs))
	var group sync.WaitGroup
	for i, in := range inputs {
		group.Add(1)
		go func() {
			defer group.Done()
			files[i].source = in.source
			files[i].root, problems[i], errs[i] = in.decode(shape)
		}()
	}
	group.Wait()
	for i := range inputs {
		if errs[i] != nil {
			return errs[i]
		}
		d.diags = append(d.diags, problems[i]...)
		if files[i].root == nil {
			d.unread, d.partial = true, true
			continue
		}
		d.files = append(d.files, files[i])
	}
	return nil
}

// decode reads one file.
func (in input) decode(shape *strict.Shape) (*strict.Value, diag.Diagnostics, error) {
	shown := in.shown(in.name)
	if info, err := fs.Stat(in.FS, in.name); err == nil && !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("%s: not a regular file", shown) // opening a pipe would wait forever
	}
	f, err := in.FS.Open(in.name)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	data, err := io.ReadAll(io.LimitReader(f, strict.MaxSize+1))
	if err = cmp.Or(err, f.Close()); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	root, problems := strict.Decode(shown, data, shape)
	if i := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == ruleVersion }); i >= 0 && root.Has("version") {
		return nil, problems[i : i+1], nil // the rest of the file has another format
	}
	return root, problems, nil
}
