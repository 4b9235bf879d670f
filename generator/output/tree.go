package output

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
)

// tree is a plan that can be carried out: every path is clean and local, planned once, and not led astray on disk.
type tree struct {
	root   string // absolute, without symbolic links
	scopes []scope
	files  []generator.File // in order of path
}

// scope is a directory in which whatever bears the header is ours.
type scope struct {
	dir  string
	deep bool // everything below it as well
}

func newTree(root string, dirs []string, files []generator.File) (tree, error) {
	t := tree{}
	abs, err := filepath.Abs(root)
	if err != nil {
		return t, err
	}
	if t.root, err = filepath.EvalSymlinks(abs); err != nil {
		return t, named(root, err)
	}
	if err := t.addFiles(files); err != nil {
		return t, err
	}
	for _, pattern := range dirs {
		s, err := parseScope(pattern)
		if err != nil {
			return t, err
		}
		if err := t.inside(s.dir, "directory "+pattern); err != nil {
			return t, err
		}
		t.scopes = append(t.scopes, s)
	}
	return t, t.distinct()
}

// distinct refuses files that symbolic links within the root make one: each would write over the other.
func (t *tree) distinct() error {
	real := make(map[string]string) // directories without symbolic links
	first := make(map[string]string)
	for _, f := range t.files {
		dir := path.Dir(f.Path)
		if real[dir] == "" {
			if real[dir] = t.abs(dir); dir != "." {
				if end, err := filepath.EvalSymlinks(t.abs(dir)); err == nil {
					real[dir] = end
				}
			}
		}
		key := filepath.Join(real[dir], path.Base(f.Path))
		if old := first[key]; old != "" {
			return fmt.Errorf("%s: a symbolic link makes it the same file as %s; give one of them another directory", f.Path, old)
		}
		first[key] = f.Path
	}
	return nil
}

// parseScope reads a pattern, which may be spelt "./a" or "a/" as well.
func parseScope(pattern string) (scope, error) {
	dir, deep := strings.CutSuffix(pattern, "/...")
	if pattern == "..." {
		dir, deep = ".", true
	}
	if strings.Contains(dir, "...") || !local(dir) {
		return scope{}, fmt.Errorf("%q: neither dir nor dir/... below the root", pattern)
	}
	return scope{dir: path.Clean(dir), deep: deep}, nil
}

func (t *tree) addFiles(files []generator.File) error {
	for _, f := range files {
		clean := path.Clean(f.Path)
		if !local(f.Path) || clean == "." {
			return fmt.Errorf("%q: not a file below the root", f.Path)
		}
		f.Path = clean
		t.files = append(t.files, f)
	}
	slices.SortFunc(t.files, func(a, b generator.File) int { return cmp.Compare(a.Path, b.Path) })
	planned := map[string]bool{}
	for _, f := range t.files {
		if planned[f.Path] {
			return fmt.Errorf("%s: planned twice", f.Path)
		}
		planned[f.Path] = true
	}
	for _, f := range t.files {
		if err := t.admit(f, planned); err != nil {
			return err
		}
	}
	return nil
}

// admit refuses a file that could not be written, or that once written would not be ours.
func (t *tree) admit(f generator.File, planned map[string]bool) error {
	for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
		if planned[dir] {
			return fmt.Errorf("%s: planned both as a file and as the directory of %s", dir, f.Path)
		}
	}
	if !ownedAs(f, f.Data) {
		return fmt.Errorf("%s: planned without %q as a comment among its first %d lines", f.Path, generator.Header, generator.HeaderLines)
	}
	return t.inside(path.Dir(f.Path), f.Path)
}

// local reports whether p stays below the root, by its spelling.
func local(p string) bool {
	return filepath.IsLocal(filepath.FromSlash(p))
}

// inside refuses, in the name of what was planned, a dir that leaves the root or goes through something that is no
// directory, as far as it exists. A symbolic link to another directory of the same root is fine.
func (t *tree) inside(dir, planned string) error {
	if dir == "." {
		return nil
	}
	if err := t.inside(path.Dir(dir), planned); err != nil {
		return err
	}
	info, err := os.Lstat(t.abs(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return named(planned, err)
	case info.Mode()&fs.ModeSymlink != 0 && !t.contains(dir):
		return fmt.Errorf("%s: symbolic link %s leads to no directory of the root", planned, dir)
	case info.Mode()&fs.ModeSymlink == 0 && !info.IsDir():
		return fmt.Errorf("%s: %s is not a directory", planned, dir)
	}
	return nil
}

// contains reports whether the symbolic link ends in a directory of the root.
func (t *tree) contains(link string) bool {
	end, err := filepath.EvalSymlinks(t.abs(link))
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(t.root, end)
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	info, err := os.Stat(end)
	return err == nil && info.IsDir()
}

func (t *tree) abs(p string) string {
	return filepath.Join(t.root, filepath.FromSlash(p))
}

// named puts the path that the user knows before the cause of an error.
func named(p string, err error) error {
	return fmt.Errorf("%s: %w", p, cause(err))
}

// cause takes off the path that package os gave an error.
func cause(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
