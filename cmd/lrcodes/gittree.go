package main

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a directory of a commit as a file system, so that a spec of the past is loaded as one on disk is. Nothing is
// checked out. Files are read when they are opened. Symbolic links are not followed: they and submodules are there, and
// are not regular files.
type tree struct {
	repo *repository
	id   string // of the tree object
}

// tree returns the root directory of a commit.
func (r *repository) tree(commit string) (*tree, error) {
	o, err := r.object(commit + "^{tree}")
	if err != nil {
		return nil, lacking(err)
	}
	return &tree{r, o.id}, nil
}

// lacking turns the error for an object that must exist, because another one names it, into one with a remedy: the clone
// is a partial one.
func lacking(err error) error {
	if errors.Is(err, errMissing) {
		return errLacking
	}
	return err
}

// Open opens a file or a directory. What is neither has no content.
func (t *tree) Open(name string) (fs.File, error) {
	info, err := t.find(name)
	if err == nil && info.IsDir() {
		entries, err := t.list(info.id)
		if err == nil {
			return &treeDir{info, entries}, nil
		}
	}
	if err == nil && info.Mode().IsRegular() {
		var data []byte
		if data, err = info.content(); err == nil {
			return &treeFile{info, bytes.NewReader(data)}, nil
		}
	}
	if err == nil {
		return &treeFile{info, bytes.NewReader(nil)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: err}
}

// find returns the entry at a path. It goes down the trees itself, because not every path can be asked for by name:
// a line break would end it.
func (t *tree) find(name string) (*treeInfo, error) {
	if !fs.ValidPath(name) {
		return nil, fs.ErrInvalid
	}
	at := &treeInfo{repo: t.repo, name: ".", mode: fs.ModeDir | 0o555, id: t.id}
	if name == "." {
		return at, nil
	}
	for _, element := range strings.Split(name, "/") {
		if !at.IsDir() {
			return nil, fs.ErrNotExist
		}
		entries, err := t.list(at.id)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(entries, func(e *treeInfo) bool { return e.name == element })
		if i < 0 {
			return nil, fs.ErrNotExist
		}
		at = entries[i]
	}
	return at, nil
}

// list returns the entries of a tree object, by name. An entry is "<mode> <name>", NUL, and the id in binary. Git sorts
// directories as if their names ended in a slash, package fs does not. A name that git itself would not make is an error,
// because a path with it would lead elsewhere.
func (t *tree) list(id string) ([]*treeInfo, error) {
	o, err := t.repo.object(id)
	if err != nil {
		return nil, lacking(err)
	}
	var entries []*treeInfo
	for rest := o.data; len(rest) > 0; {
		head, tail, ok := bytes.Cut(rest, []byte{0})
		mode, name, spaced := strings.Cut(string(head), " ")
		size := len(o.id) / 2 // an id is in hexadecimal here: 20 bytes, or 32 of SHA-256
		if !ok || !spaced || len(tail) < size || !fs.ValidPath(name) || strings.Contains(name, "/") || name == "." {
			return nil, fmt.Errorf("tree %s has the bad entry %q", o.id, name)
		}
		entries = append(entries, &treeInfo{repo: t.repo, name: name, mode: treeMode(mode), id: hex.EncodeToString(tail[:size])})
		rest = tail[size:]
	}
	slices.SortFunc(entries, func(a, b *treeInfo) int { return strings.Compare(a.name, b.name) })
	return entries, nil
}

// treeMode returns the mode of a file for a mode of git, which is octal: a kind, and for files whether one may execute
// them.
func treeMode(mode string) fs.FileMode {
	switch {
	case mode == "40000":
		return fs.ModeDir | 0o555
	case strings.HasPrefix(mode, "100"):
		return 0o444
	case mode == "120000":
		return fs.ModeSymlink | 0o444
	}
	return fs.ModeIrregular // a submodule
}

// treeInfo is an entry of a tree: its fs.DirEntry and its fs.FileInfo.
type treeInfo struct {
	repo *repository
	name string
	mode fs.FileMode
	id   string
	size int64
}

func (i *treeInfo) Name() string       { return i.name }
func (i *treeInfo) IsDir() bool        { return i.mode.IsDir() }
func (i *treeInfo) Type() fs.FileMode  { return i.mode.Type() }
func (i *treeInfo) Mode() fs.FileMode  { return i.mode }
func (i *treeInfo) Size() int64        { return i.size }
func (i *treeInfo) ModTime() time.Time { return time.Time{} } // a tree has none
func (i *treeInfo) Sys() any           { return nil }
func (i *treeInfo) String() string     { return fs.FormatDirEntry(i) }

// Info reads a file to know its size.
func (i *treeInfo) Info() (fs.FileInfo, error) {
	if !i.mode.IsRegular() {
		return i, nil
	}
	_, err := i.content()
	return i, err
}

// content returns the content of a file, and sets its size.
func (i *treeInfo) content() ([]byte, error) {
	o, err := i.repo.object(i.id)
	if err != nil {
		return nil, lacking(err)
	}
	i.size = int64(len(o.data))
	return o.data, nil
}

// treeFile is an open file, or what is neither a file nor a directory.
type treeFile struct {
	info *treeInfo
	*bytes.Reader
}

func (f *treeFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *treeFile) Close() error               { return nil }

// treeDir is an open directory.
type treeDir struct {
	info *treeInfo
	left []*treeInfo
}

func (d *treeDir) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *treeDir) Close() error               { return nil }

func (d *treeDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.info.name, Err: errors.New("is a directory")}
}

// ReadDir returns the next n entries, or all that are left if n is not positive.
func (d *treeDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(d.left) {
		n = len(d.left)
	}
	entries := make([]fs.DirEntry, n)
	for i, e := range d.left[:n] {
		entries[i] = e
	}
	d.left = d.left[n:]
	return entries, nil
}

// sub returns the directory at a path, or nil if there is none.
func (t *tree) sub(dir string) (*tree, error) {
	info, err := t.find(path.Clean(dir))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &tree{t.repo, info.id}, nil
}
