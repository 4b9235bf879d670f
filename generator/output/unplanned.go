package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"

	"github.com/lrcodes/lrcodes/generator"
)

// temporary matches the names of temporary files, which nothing else has, so that whoever finds one may remove it.
var temporary = regexp.MustCompile(`^\.lrcodes-[0-9a-f]{16}\.tmp$`)

func newTemporary() string {
	return fmt.Sprintf(".lrcodes-%016x.tmp", rand.Uint64())
}

// findUnplanned adds the orphans of the scopes, and the leftovers of those and of the directories of planned files.
func (t *tree) findUnplanned(s *survey) error {
	scoped, all := map[string]bool{}, map[string]bool{}
	for _, scope := range t.scopes {
		if err := t.collect(scope, scoped); err != nil {
			return err
		}
	}
	for dir := range t.parents() {
		if err := t.collect(scope{dir: dir}, all); err != nil {
			return err
		}
	}
	maps.Copy(all, scoped)
	for _, f := range t.files {
		delete(all, f.Path)
	}
	for _, p := range slices.Sorted(maps.Keys(all)) {
		if temporary.MatchString(path.Base(p)) {
			s.leftovers = append(s.leftovers, p)
			continue
		}
		if !scoped[p] {
			continue
		}
		orphan, err := t.isOrphan(p, s.targets)
		if err != nil {
			return named(p, err)
		}
		if orphan {
			s.orphans = append(s.orphans, p)
		}
	}
	return nil
}

// parents returns the directories of the planned files.
func (t *tree) parents() map[string]bool {
	dirs := map[string]bool{}
	for _, f := range t.files {
		dirs[path.Dir(f.Path)] = true
	}
	return dirs
}

// collect adds the regular files of a scope. It follows no symbolic link but to the scope's own directory, and skips
// directories below it that may not be read.
func (t *tree) collect(s scope, found map[string]bool) error {
	entries, err := fs.ReadDir(t.root.FS(), s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return named(s.dir, err)
	}
	for _, e := range entries {
		p := path.Join(s.dir, e.Name())
		switch {
		case e.Type().IsRegular():
			found[p] = true
		case e.IsDir() && s.deep:
			if err := t.collect(scope{dir: p, deep: true}, found); err != nil && !errors.Is(err, fs.ErrPermission) {
				return err
			}
		}
	}
	return nil
}

// isOrphan reports whether an unplanned file is owned. One that may not be read is not: it belongs to someone else. Nor
// is a planned file that a link, or a file system that ignores case, lists under another name.
func (t *tree) isOrphan(p string, targets []target) (bool, error) {
	in, err := t.root.Open(p)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return false, nil // a concurrent run may have removed it
	}
	if err != nil {
		return false, err
	}
	defer in.Close()
	owned, err := generator.HasHeader(in, generator.Header)
	if err != nil || !owned {
		return false, err
	}
	info, err := in.Stat()
	if err != nil {
		return false, err
	}
	same := func(t target) bool { return t.info != nil && os.SameFile(t.info, info) }
	return !slices.ContainsFunc(targets, same), nil
}
