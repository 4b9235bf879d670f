package output

import (
	"errors"
	"io/fs"
	"path"
	"slices"
)

// removeLeftovers removes temporary files. One that cannot be removed may be in use by another run; it does no harm,
// and the next run removes it.
func (t *tree) removeLeftovers(leftovers []string) {
	for _, p := range leftovers {
		t.root.Remove(p)
	}
}

// removeOrphans removes the orphans, then the directories that this leaves empty.
func (t *tree) removeOrphans(orphans []string) ([]Drift, error) {
	var done []Drift
	for _, p := range orphans {
		err := t.root.Remove(p)
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

// prune removes the directory of an orphan and its parents as long as they are empty, up to the directory that a
// pattern names.
func (t *tree) prune(dir string) {
	base := func(s scope) bool { return s.dir == dir }
	for !slices.ContainsFunc(t.scopes, base) && t.root.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}
