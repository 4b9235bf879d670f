package spec

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
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
// API of an earlier one, and change an entry where it says so by `override: true`.
//
// The error is a [diag.Diagnostics] where the sources break the rules of the format, and tells of the file system where
// they cannot be read. With an error there is no spec. Load may be called concurrently.
func Load(sources ...Source) (*Spec, error) {
	inputs, err := inputsOf(sources)
	if err != nil {
		return nil, err
	}
	d := &draft{}
	if err := d.read(inputs); err != nil {
		return nil, err
	}
	d.link()
	for _, rule := range rules {
		if rule.check != nil {
			rule.check(d)
		}
	}
	if len(d.diags) > 0 {
		return nil, d.diags.Sorted()
	}
	return d.spec(), nil
}

// input is a file to read.
type input struct {
	Source
	source int    // position in the list of sources
	name   string // within FS
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
func (d *draft) read(inputs []input) error {
	files := make([]file, len(inputs))
	problems := make([]diag.Diagnostics, len(inputs))
	errs := make([]error, len(inputs))
	var group sync.WaitGroup
	for i, in := range inputs {
		group.Add(1)
		go func() {
			defer group.Done()
			files[i].source = in.source
			files[i].root, problems[i], errs[i] = in.decode()
		}()
	}
	group.Wait()
	for i := range inputs {
		if errs[i] != nil {
			return errs[i]
		}
		d.diags = append(d.diags, problems[i]...)
		if files[i].root == nil {
			d.partial = true
			continue
		}
		d.files = append(d.files, files[i])
	}
	return nil
}

// decode reads one file.
func (in input) decode() (*strict.Value, diag.Diagnostics, error) {
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
	root, problems := strict.Decode(shown, data, Format())
	if i := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == "version" }); i >= 0 && root.Has("version") {
		return nil, problems[i : i+1], nil // what else the format of another version holds is not known
	}
	return root, problems, nil
}
