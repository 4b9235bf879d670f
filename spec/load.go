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

	"github.com/lrcodes/lrcodes/spec/strict"
)

// Diagnostic is one problem of a source.
type Diagnostic = strict.Diagnostic

// Diagnostics is every problem of the sources, sorted by place. As an error it prints all of them, a line each.
type Diagnostics = strict.Diagnostics

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
// The error is a [Diagnostics] where the sources break the rules of the format, and tells of the file system where
// they cannot be read. With an error there is no spec. Load may be called concurrently.
func Load(sources ...Source) (*Spec, error) {
	d := &draft{}
	for i, src := range sources {
		names, err := src.files()
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := d.read(src, i, name); err != nil {
				return nil, err
			}
		}
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

// files lists the files of a source, in name order.
func (src Source) files() ([]string, error) {
	info, err := fs.Stat(src.FS, src.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, cause(err))
	}
	if !info.IsDir() {
		return []string{src.Path}, nil
	}
	entries, err := fs.ReadDir(src.FS, src.Path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Name, cause(err))
	}
	var names []string
	for _, e := range entries {
		if ext := path.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			names = append(names, path.Join(src.Path, e.Name()))
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", src.Name, ErrNoFiles)
	}
	slices.Sort(names)
	return names, nil
}

// cause strips the path that an error of the file system names: it is relative to a root the user never saw.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// shown returns the name of a file as diagnostics give it.
func (src Source) shown(name string) string {
	if name == src.Path {
		return src.Name
	}
	return path.Join(src.Name, strings.TrimPrefix(name, src.Path+"/"))
}

// read decodes one file into the draft.
func (d *draft) read(src Source, source int, name string) error {
	f, err := src.FS.Open(name)
	if err != nil {
		return fmt.Errorf("%s: %w", src.shown(name), cause(err))
	}
	data, err := io.ReadAll(io.LimitReader(f, strict.MaxSize+1))
	if err = cmp.Or(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", src.shown(name), cause(err))
	}
	root, problems := strict.Decode(src.shown(name), data, Format())
	if unknown := slices.IndexFunc(problems, func(p Diagnostic) bool { return p.Rule == "version" }); unknown >= 0 && root.Has("version") {
		d.diags = append(d.diags, problems[unknown]) // what else the format of another version holds is not known
		return nil
	}
	d.diags = append(d.diags, problems...)
	if root != nil {
		d.files = append(d.files, file{source: source, root: root})
	}
	return nil
}
