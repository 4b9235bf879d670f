package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
)

// sweep removes leftovers. One that cannot be removed may be in use by another run; it harms nobody and waits for
// the next one.
func (t *tree) sweep(leftovers []string) {
	for _, p := range leftovers {
		os.Remove(t.abs(p))
	}
}

// remove deletes the orphans, then the directories that this left empty.
func (t *tree) remove(orphans []string) ([]Drift, error) {
	var done []Drift
	for _, p := range orphans {
		err := os.Remove(t.abs(p))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return done, named(p, err)
		}
		done = append(done, Drift{Path: p, State: Orphan})
	}
	for _, p := range orphans {
		t.prune(path.Dir(p))
	}
	return done, nil
}

// prune removes the directory of an orphan and its parents as long as they are empty. It ends at the directory that
// a pattern names, below which the orphan was found, or at another's.
func (t *tree) prune(dir string) {
	base := func(s scope) bool { return s.dir == dir }
	for !slices.ContainsFunc(t.scopes, base) && os.Remove(t.abs(dir)) == nil {
		dir = path.Dir(dir)
	}
}
