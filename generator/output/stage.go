package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// tries bounds how often a step is taken again after a concurrent run came in between.
const tries = 20

// stage holds new contents beside the files they are to replace.
type stage struct {
	*tree
	files []*staged
	made  []string // directories, parents first
}

type staged struct {
	target
	temp string // absolute; "" until the file is staged and again once it is in place
}

// replace writes all targets or, where a last step fails on the way, those that the error calls new.
func (t *tree) replace(targets []target) ([]Drift, error) {
	s := stage{tree: t}
	for _, target := range targets {
		s.files = append(s.files, &staged{target: target})
	}
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

// put stages a file. A concurrent run that failed may have removed the directory again before it was used.
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

// mkdir makes a directory and its parents, and keeps account of them.
func (s *stage) mkdir(dir string) error {
	if _, err := os.Stat(s.abs(dir)); err == nil || dir == "." {
		return nil
	}
	if err := s.mkdir(path.Dir(dir)); err != nil {
		return err
	}
	err := os.Mkdir(s.abs(dir), 0o777)
	switch {
	case err == nil:
		s.made = append(s.made, dir)
	case !errors.Is(err, fs.ErrExist):
		return named("directory "+dir, err)
	}
	return nil
}

// fill writes a new temporary file with the permission bits of the file it is to replace.
func (s *stage) fill(f *staged) error {
	perm := fs.FileMode(0o666)
	if f.info != nil {
		perm = f.info.Mode().Perm()
	}
	temp := s.abs(path.Join(path.Dir(f.file.Path), newTemporary()))
	out, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		return named("temporary file beside it", err)
	}
	f.temp = temp
	_, err = out.Write(f.file.Data)
	if err == nil && f.info != nil {
		err = out.Chmod(perm) // the umask may have taken bits
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	return err
}

// settle moves a staged file into its place. A concurrent run may have swept ours away as a leftover: stage it again.
func (s *stage) settle(f *staged) error {
	for try := 1; ; try++ {
		err := os.Rename(f.temp, s.abs(f.file.Path))
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

// busy reports whether Windows refused because someone has the file open, which passes.
func busy(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return runtime.GOOS == "windows" && (errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation))
}

// undo removes what is staged and not in place, and the directories that were made for it. What cannot be removed
// is a leftover, which the next run sweeps.
func (s *stage) undo() {
	for _, f := range s.files {
		if f.temp != "" {
			os.Remove(f.temp)
		}
	}
	for i := len(s.made) - 1; i >= 0; i-- {
		os.Remove(s.abs(s.made[i])) // fails where a file has come to stand in it
	}
}

// halfway adds to an error which files are in place and which are not, where there are some of each.
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
