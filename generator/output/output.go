// Package output makes a directory equal to the generated files, or tells how it differs.
//
// The invariant: output owns exactly the files that bear the header, see [Owned]. What it does not own it neither
// changes nor deletes, and it never acts outside the root it was given, not even through a symbolic link. The one
// exception is a planned file of which only sections are ours: its author wrote it, and the plan holds all he wrote.
//
// [Check] and [Write] look at the disk through the same eyes, so the one is clean right after the other succeeded.
// Line endings do not count: a file that a checkout gave CRLF is the file that was generated.
//
// Write first puts every new content into a temporary file beside its target and then renames them all, so a file is
// at every moment wholly old or wholly new, a failure before the first rename leaves the tree as it was, and the
// run after one that was killed mends what is left.
//
// Non-goals: no merging with edits by hand, no backup, no knowledge of git, and no fsync, because what power failure
// takes can be generated again.
package output

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
)

// State says how a file on disk differs from what was generated.
type State string

// The states of a file.
const (
	Changed State = "changed" // ours, with other content than generated
	Missing State = "missing" // generated, and nothing stands at its path
	Orphan  State = "orphan"  // ours, in a directory we were told to write, and no longer generated
	Foreign State = "foreign" // generated, and something that is not ours stands at its path
)

// Drift is one file on disk that differs from what was generated.
type Drift struct {
	Path  string // slash-separated, clean, relative to the root
	State State
	Diff  string // unified, from the disk to the generated, with LF line endings; "" unless the state is Changed
}

// ForeignError tells that generated files would have replaced something that lrcodes did not write.
type ForeignError struct {
	Paths []string // as in Drift, in order
}

// Error names each path and how to mend it, a line for each.
func (e *ForeignError) Error() string {
	lines := make([]string, len(e.Paths))
	for i, p := range e.Paths {
		lines[i] = p + ": not written by lrcodes; move it away or choose another directory"
	}
	return strings.Join(lines, "\n")
}

// Check compares the tree under root with files and writes nothing. It returns what differs in order of path,
// nothing where the tree is as generated.
//
// The dirs are those the tool was told to write, slash-separated and relative to root: "a/b" means that directory
// alone, "a/b/..." also everything below it. Orphans are looked for there and nowhere else.
//
// An error tells of a plan that cannot be (a path that leaves the root or goes through something that is no
// directory, a path planned twice, a file without the header) or of a disk that cannot be read; it names the path,
// and then no drift is returned. Beside a concurrent Write, Check may find some files old and others new.
func Check(root string, dirs []string, files []generator.File) ([]Drift, error) {
	t, err := newTree(root, dirs, files)
	if err != nil {
		return nil, err
	}
	s, err := t.survey()
	if err != nil {
		return nil, err
	}
	return s.drifts(), nil
}

// Write makes the tree under root equal to files and returns what it changed, in order of path: changed and missing
// files written, orphans removed. The arguments are those of Check. Equal files are not touched, existing ones keep
// their permission bits, directories are made where needed and removed where the last orphan left them empty below
// the base of a "..." pattern.
//
// Where anything is foreign, Write writes nothing, and returns the foreign drifts with a *ForeignError. Any other
// error names the path; the drifts beside it are those done before it. Where there are none, the tree is as it was.
//
// Concurrent Writes of the same files, in one process or many, all succeed and leave the same tree.
func Write(root string, dirs []string, files []generator.File) ([]Drift, error) {
	t, err := newTree(root, dirs, files)
	if err != nil {
		return nil, err
	}
	s, err := t.survey()
	if err != nil {
		return nil, err
	}
	if foreign := s.foreign(); len(foreign) > 0 {
		return foreign, foreignError(foreign)
	}
	t.sweep(s.leftovers)
	done, err := t.replace(s.differing())
	if err != nil {
		return done, err
	}
	removed, err := t.remove(s.orphans)
	return sorted(append(done, removed...)), err
}

func foreignError(drifts []Drift) error {
	e := &ForeignError{}
	for _, d := range drifts {
		e.Paths = append(e.Paths, d.Path)
	}
	return e
}

func sorted(drifts []Drift) []Drift {
	slices.SortFunc(drifts, func(a, b Drift) int { return cmp.Compare(a.Path, b.Path) })
	return drifts
}
