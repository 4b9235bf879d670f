// Package output makes a directory equal to the generated files, or reports how it differs.
//
// The invariant: output owns exactly the files that have the header, see [Owned]. It neither changes nor deletes any
// other, and it never acts outside the root it was given, not even through a symbolic link. The one exception is a
// hand-written file with generated sections: it is written only while it contains the bytes that were read from it.
//
// [Check] and [Write] share one comparison, so Check reports nothing right after Write succeeded. Line endings do not
// count: a generated file that was checked out with CRLF is not changed.
//
// Write first puts every new content into a temporary file in the directory of its target and then renames them all. So
// a file is at every moment wholly old or wholly new, a failure before the first rename leaves the tree as it was, and
// after a run that was killed the next run completes the rest.
//
// Every file is reached through an os.Root, but for the rename: Go 1.24, which this module supports, has no
// os.Root.Rename. A directory that is replaced by a symbolic link during a run does not lead the rename out of the root,
// because the temporary file, whose name is random, is not where the link leads.
//
// Non-goals: no merging with edits by hand, no backup, no knowledge of git, and no fsync, because what a power failure
// destroys can be generated again. A rename breaks hard links.
package output

import (
	"cmp"
	"slices"

	"github.com/lrcodes/lrcodes/generator"
)

// State says how a file on disk differs from what was generated.
type State string

// The states of a file.
const (
	Changed State = "changed" // owned, with other content than generated
	Missing State = "missing" // generated, and its path does not exist
	Orphan  State = "orphan"  // owned, in a directory of an output, and no longer generated
	Foreign State = "foreign" // generated, and its path is something that lrcodes does not own
)

// Drift is one file on disk that differs from what was generated.
type Drift struct {
	Path  string // slash-separated, clean, relative to the root
	State State
	Diff  string // unified, from the disk to the generated, with LF line endings; "" unless people read the changed file
}

// Check compares the tree under root with files and writes nothing. It returns the differences in order of path.
//
// The dirs are those the tool was told to write, slash-separated and relative to root: "a/b" means that directory
// alone, "a/b/..." also everything below it. Orphans are looked for there and nowhere else.
//
// An error names a path, and then no drift is returned. It means that the plan is impossible (a path that leaves the
// root or goes through something that is no directory, a path planned twice, a file without the header), that the disk
// cannot be read, or that a file with sections was changed since it was read. During a concurrent Write, Check may find
// some files old and others new.
func Check(root string, dirs []string, files []generator.File) ([]Drift, error) {
	t, err := openTree(root, dirs, files)
	if err != nil {
		return nil, err
	}
	defer t.root.Close()
	s, err := t.survey()
	if err != nil {
		return nil, err
	}
	return s.drifts(), nil
}

// Write makes the tree under root equal to files and returns what it changed, in order of path: changed and missing
// files written, orphans removed. The arguments are those of Check. Equal files are not touched, existing ones keep
// their permission bits and, if the system permits it, their owner. Directories are made where needed, and removed if
// the last orphan leaves them empty below the base of a "..." pattern.
//
// If anything is foreign, Write writes nothing and returns the foreign drifts alone. An error is as in Check, or names
// the path that cannot be written; the drifts returned with it are those done before. If there are none, the tree is as
// it was.
//
// Concurrent Writes of the same files, in one process or many, all succeed and leave the same tree.
func Write(root string, dirs []string, files []generator.File) ([]Drift, error) {
	t, err := openTree(root, dirs, files)
	if err != nil {
		return nil, err
	}
	defer t.root.Close()
	s, err := t.survey()
	if err != nil {
		return nil, err
	}
	if foreign := s.foreign(); len(foreign) > 0 {
		return foreign, nil
	}
	t.removeLeftovers(s.leftovers)
	done, err := t.replace(s.differing())
	if err != nil {
		return done, err
	}
	removed, err := t.removeOrphans(s.orphans)
	return sorted(append(done, removed...)), err
}

func sorted(drifts []Drift) []Drift {
	slices.SortFunc(drifts, func(a, b Drift) int { return cmp.Compare(a.Path, b.Path) })
	return drifts
}
