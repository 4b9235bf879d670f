package output

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"slices"

	udiff "github.com/aymanbagabas/go-udiff"

	"github.com/lrcodes/lrcodes/generator"
)

// survey is what a look at the disk found.
type survey struct {
	targets   []target // in order of path
	orphans   []string // in order
	leftovers []string // temporary files of runs that were killed, or that are running
}

// target is a planned file and what stands in its place.
type target struct {
	file  generator.File
	state State       // "" where the disk agrees
	diff  string      // as in Drift
	info  fs.FileInfo // of the regular file in its place, nil without one
}

func (t target) drift() Drift {
	return Drift{Path: t.file.Path, State: t.state, Diff: t.diff}
}

func (s survey) drifts() []Drift {
	var drifts []Drift
	for _, t := range s.targets {
		if t.state != "" {
			drifts = append(drifts, t.drift())
		}
	}
	for _, p := range s.orphans {
		drifts = append(drifts, Drift{Path: p, State: Orphan})
	}
	return sorted(drifts)
}

func (s survey) foreign() []Drift {
	return slices.DeleteFunc(s.drifts(), func(d Drift) bool { return d.State != Foreign })
}

// differing are the targets to be written, where nothing is foreign.
func (s survey) differing() []target {
	return slices.DeleteFunc(slices.Clone(s.targets), func(t target) bool { return t.state == "" })
}

func (t *tree) survey() (survey, error) {
	var s survey
	for _, f := range t.files {
		target, err := t.compare(f)
		if err != nil {
			return s, err
		}
		s.targets = append(s.targets, target)
	}
	err := t.findUnplanned(&s)
	return s, err
}

// compare looks at what stands at f's path. What vanishes while we look is missing.
func (t *tree) compare(f generator.File) (target, error) {
	found := target{file: f, state: Missing}
	info, err := os.Lstat(t.abs(f.Path))
	if err == nil && !info.Mode().IsRegular() {
		found.state = Foreign
		return found, nil
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(t.abs(f.Path))
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return found, nil
	case err != nil:
		return found, named(f.Path, err)
	}
	found.info = info
	found.state, found.diff = differ(f, data)
	return found, nil
}

// differ compares the content of a regular file with the generated one.
func differ(f generator.File, disk []byte) (State, string) {
	if !ownedAs(f, disk) {
		return Foreign, ""
	}
	was, is := lf(disk), lf(f.Data)
	if bytes.Equal(was, is) {
		return "", ""
	}
	// The time is linear even for huge files: udiff stops looking for the shortest script after some hundred edits.
	return Changed, udiff.Unified("a/"+f.Path, "b/"+f.Path, string(was), string(is))
}

func lf(data []byte) []byte {
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}
