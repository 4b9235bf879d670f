package spec

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Source is a file or a directory that a spec is read from.
type Source struct {
	Name string // the name of Path in diagnostics
	FS   fs.FS
	Path string // within FS: a file, or a directory whose *.yaml and *.yml files are read, not recursively
}

// ErrNoFiles is the error for a directory without spec files.
var ErrNoFiles = errors.New("contains no *.yaml or *.yml file")

// ErrRepeated is the error for a source or a file that is named twice.
var ErrRepeated = errors.New("named twice")

// input is a file to read.
type input struct {
	Source
	source int    // position in the list of sources
	name   string // within FS
}

// inputsOf lists the files of the sources in order.
func inputsOf(sources []Source) ([]input, error) {
	var inputs []input
	known := make(map[string]bool)
	for i, src := range sources {
		if slices.ContainsFunc(sources[:i], func(old Source) bool { return old.Name == src.Name }) {
			return nil, fmt.Errorf("%s: %w", src.Name, ErrRepeated)
		}
		names, err := src.files()
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if shown := src.shown(name); known[shown] {
				return nil, fmt.Errorf("%s: %w", shown, ErrRepeated)
			}
			known[src.shown(name)] = true
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
		if IsFile(e) {
			names = append(names, path.Join(src.Path, e.Name()))
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: %w", src.Name, ErrNoFiles)
	}
	slices.Sort(names)
	return names, nil
}

// IsFile reports whether an entry of a directory is read where the directory is a source.
func IsFile(e fs.DirEntry) bool { return !e.IsDir() && IsFileName(e.Name()) }

// IsFileName reports whether a file is read, by its name, where its directory is a source.
func IsFileName(name string) bool {
	ext := path.Ext(name)
	return (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(path.Base(name), ".")
}

// shown returns the name of a file of the source in diagnostics.
func (src Source) shown(name string) string {
	if name == src.Path {
		return src.Name
	}
	return path.Join(src.Name, strings.TrimPrefix(name, src.Path+"/"))
}

// decode reads one file.
func (in input) decode(shape *strict.Shape) (*strict.Value, diag.Diagnostics, error) {
	shown := in.shown(in.name)
	info, err := fs.Stat(in.FS, in.name)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	if !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("%s: not a regular file", shown) // opening a pipe would wait forever
	}
	f, err := in.FS.Open(in.name)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	var data bytes.Buffer
	data.Grow(int(min(info.Size(), strict.MaxSize)) + bytes.MinRead)
	_, err = data.ReadFrom(io.LimitReader(f, strict.MaxSize+1))
	if err = cmp.Or(err, f.Close()); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	root, problems := strict.Decode(shown, data.Bytes(), shape)
	if i := slices.IndexFunc(problems, func(p diag.Diagnostic) bool { return p.Rule == ruleVersion }); i >= 0 && root.Has("version") {
		return nil, problems[i : i+1], nil // the rest of the file has another format
	}
	return root, problems, nil
}
