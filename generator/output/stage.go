package output

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// tries bounds how often a step is repeated after a concurrent run interfered.
const tries = 20

// stage has new contents in temporary files, each in the directory of the file that it replaces.
type stage struct {
	*tree
	files []*staged
	made  []string // directories, parents first
}

type staged struct {
	target
	temp string // relative to the root; "" before the file is staged and after it was renamed
}

// replace writes all targets. If a rename fails midway, the error lists the files already replaced. Files with sections
// come first, so that one that was edited meanwhile stops the run before anything is replaced.
func (t *tree) replace(targets []target) ([]Drift, error) {
	s := stage{tree: t}
	for _, target := range targets {
		s.files = append(s.files, &staged{target: target})
	}
	slices.SortStableFunc(s.files, func(a, b *staged) int { return cmp.Compare(rank(a), rank(b)) })
	defer s.undo()
	for _, f := range s.files {
		if err := s.put(f); err != nil {
			return nil, named(f.file.Path, err)
		}
	}
	var done []Drift
	for _, f := range s.files {
		if err := s.settle(f); err != nil {
			return done, named(f.file.Path, s.halfway(cause(err)))
		}
		done = append(done, f.drift())
	}
	s.made = nil // they are in use now
	return done, nil
}

func rank(f *staged) int {
	if f.file.Target != nil {
		return 0
	}
	return 1
}

// put stages a file. It repeats if a concurrent run that failed removed the directory before it was used.
func (s *stage) put(f *staged) error {
	for try := 1; ; try++ {
		err := s.mkdir(path.Dir(f.file.Path))
		if err == nil {
			err = s.fill(f)
		}
		if try == tries || !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
}

// mkdir makes a directory and its parents, and records those that it made.
func (s *stage) mkdir(dir string) error {
	if dir == "." || s.isDir(dir) {
		return nil
	}
	if err := s.mkdir(path.Dir(dir)); err != nil {
		return err
	}
	err := s.root.Mkdir(dir, 0o777)
	switch {
	case err == nil:
		s.made = append(s.made, dir)
	case !errors.Is(err, fs.ErrExist):
		return named("directory "+dir, err)
	}
	return nil
}

// fill writes a new temporary file with the permission bits and the owner of the file that it replaces.
func (s *stage) fill(f *staged) error {
	perm := fs.FileMode(0o666)
	if f.info != nil {
		perm = f.info.Mode().Perm()
	}
	temp := path.Join(path.Dir(f.file.Path), newTemporary())
	out, err := s.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return named("temporary file", err)
	}
	f.temp = temp
	_, err = out.Write(f.file.Data)
	if err == nil && f.info != nil {
		keepOwner(out, f.info)
		err = out.Chmod(perm) // the umask may have removed bits
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}

// settle renames a staged file. If a concurrent run removed it as a leftover, settle stages it again.
func (s *stage) settle(f *staged) error {
	for try := 1; ; try++ {
		if err := s.checkEdited(f); err != nil {
			return err
		}
		err := os.Rename(s.abs(f.temp), s.abs(f.file.Path))
		switch {
		case err == nil:
			f.temp = ""
			return nil
		case try == tries:
			return err
		case errors.Is(err, fs.ErrNotExist):
			if err := s.put(f); err != nil {
				return err
			}
		case busy(err):
			time.Sleep(time.Duration(try) * time.Millisecond)
		default:
			return err
		}
	}
}

// checkEdited reports a file with sections that was edited since the survey. An edit between this check and the rename
// that follows it is lost: no file system compares and renames in one step.
func (s *stage) checkEdited(f *staged) error {
	if f.file.Target == nil {
		return nil
	}
	data, same, err := s.read(f.file.Path, f.file.Data)
	if err == nil && !same && !bytes.Equal(data, f.file.Target) {
		return errEdited
	}
	return err
}

// undo removes the temporary files that were not renamed, and the directories that were made for them. What cannot be
// removed is a leftover, which the next run removes.
func (s *stage) undo() {
	for _, f := range s.files {
		if f.temp != "" {
			s.root.Remove(f.temp)
		}
	}
	for i := len(s.made) - 1; i >= 0; i-- {
		s.root.Remove(s.made[i]) // fails if another run put a file there
	}
}

// halfway adds to an error which files were replaced and which were not, if there are some of each.
func (s *stage) halfway(err error) error {
	var fresh, old []string
	for _, f := range s.files {
		if f.temp == "" {
			fresh = append(fresh, f.file.Path)
		} else {
			old = append(old, f.file.Path)
		}
	}
	if len(fresh) == 0 {
		return err
	}
	return fmt.Errorf("%w; already new: %s; still old: %s", err, strings.Join(fresh, ", "), strings.Join(old, ", "))
}
