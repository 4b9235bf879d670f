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

// tree is a plan that can be carried out: every path is clean and local, planned once, and no component of it is a
// symbolic link out of the root.
type tree struct {
	root   *os.Root
	dir    string // of root: absolute, without symbolic links
	scopes []scope
	files  []generator.File // in order of path
}

// scope is a directory in which every file with the header belongs to an output.
type scope struct {
	dir  string
	deep bool // everything below it as well
}

// openTree returns a tree whose root the caller closes.
func openTree(root string, dirs []string, files []generator.File) (*tree, error) {
	t := &tree{}
	abs, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	if t.dir, err = filepath.EvalSymlinks(abs); err != nil {
		return nil, named(root, err)
	}
	if t.root, err = os.OpenRoot(t.dir); err != nil {
		return nil, named(root, err)
	}
	if err := t.prepare(dirs, files); err != nil {
		t.root.Close()
		return nil, err
	}
	return t, nil
}

// prepare checks the plan and adds it.
func (t *tree) prepare(dirs []string, files []generator.File) error {
	if err := t.addFiles(files); err != nil {
		return err
	}
	for _, pattern := range dirs {
		s, err := parseScope(pattern)
		if err != nil {
			return err
		}
		if err := t.checkDir(s.dir, "directory "+pattern); err != nil {
			return err
		}
		t.scopes = append(t.scopes, s)
	}
	return t.checkDistinct()
}

// checkDistinct reports files that symbolic links within the root make one: each would overwrite the other.
func (t *tree) checkDistinct() error {
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

// parseScope parses a pattern, which may also be spelled "./a" or "a/".
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
		if err := t.checkFile(f, planned); err != nil {
			return err
		}
	}
	return nil
}

// checkFile reports a file that could not be written, or that would not be owned once written.
func (t *tree) checkFile(f generator.File, planned map[string]bool) error {
	for dir := path.Dir(f.Path); dir != "."; dir = path.Dir(dir) {
		if planned[dir] {
			return fmt.Errorf("%s: planned both as a file and as the directory of %s", dir, f.Path)
		}
	}
	if !ownedAs(f, f.Data) {
		return fmt.Errorf("%s: planned without %q as a comment among its first %d lines", f.Path, headerOf(f), generator.HeaderLines)
	}
	return t.checkDir(path.Dir(f.Path), f.Path)
}

// local reports whether the spelling of p stays below the root.
func local(p string) bool {
	return filepath.IsLocal(filepath.FromSlash(p))
}

// checkDir reports, in the name of what was planned, a directory that leaves the root or goes through something that is
// no directory, as far as it exists. A symbolic link to another directory of the same root is fine.
func (t *tree) checkDir(dir, planned string) error {
	if dir == "." {
		return nil
	}
	if err := t.checkDir(path.Dir(dir), planned); err != nil {
		return err
	}
	info, err := t.root.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return named(planned, err)
	case info.Mode()&fs.ModeSymlink != 0 && !t.isDir(dir):
		return fmt.Errorf("%s: symbolic link %s does not lead to a directory in the root", planned, dir)
	case info.Mode()&fs.ModeSymlink == 0 && !info.IsDir():
		return fmt.Errorf("%s: %s is not a directory", planned, dir)
	}
	return nil
}

// isDir reports whether p is a directory, or a symbolic link to one in the root.
func (t *tree) isDir(p string) bool {
	info, err := t.root.Stat(p)
	return err == nil && info.IsDir()
}

func (t *tree) abs(p string) string {
	return filepath.Join(t.dir, filepath.FromSlash(p))
}

// named puts the path that the user knows before the cause of an error.
func named(p string, err error) error {
	return fmt.Errorf("%s: %w", p, cause(err))
}

// cause removes the path that package os gave an error.
func cause(err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
