package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// setup is what init does to a directory.
type setup struct {
	*env
	root  string   // the directory
	repo  string   // the repository that holds it, or root
	path  string   // of root below repo, with slashes; "." where they are one
	made  []string // files, so that they can be removed where init fails
	notes []string // what to print where it succeeds
}

func newSetup(e *env) (*setup, error) {
	root, err := filepath.Abs(e.dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(root); err != nil {
		return nil, fmt.Errorf("%s: %w", e.dir, diag.Cause(err))
	} else if !info.IsDir() {
		return nil, fmt.Errorf("%s: not a directory", e.dir)
	}
	if exists(root, misnamed) && !exists(root, config.Name) {
		return nil, errMisnamed
	}
	s := &setup{env: e, root: root, repo: root, path: "."}
	if git := above(root, ".git"); git != "" {
		s.repo = filepath.Dir(git)
		if rel, err := filepath.Rel(s.repo, root); err == nil {
			s.path = filepath.ToSlash(rel)
		}
	}
	return s, nil
}

func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

// above returns the path of the nearest file or directory of a name in dir or above it, or "".
func above(dir, name string) string {
	for {
		if exists(dir, name) {
			return filepath.Join(dir, name)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

func (s *setup) write(builtin *spec.Spec) error {
	made, err := s.create(filepath.Join(s.root, config.Name), s.configuration(builtin))
	if !made && (s.api != "" || s.target != defaultTarget) {
		s.note("\tso -api and -dir change nothing; edit it, then run: %s", s.command("generate"))
	}
	if err == nil {
		err = s.hook()
	}
	if err == nil && s.ci != "" {
		_, err = s.create(filepath.Join(s.repo, ".github", "workflows", "lrcodes.yml"), s.workflow())
	}
	if err == nil && s.preCommit {
		err = s.preCommitHook()
	}
	return err
}

// create writes a file unless it exists, and reports whether it did.
func (s *setup) create(file, text string) (bool, error) {
	shown := s.shown(file)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return false, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if os.IsExist(err) {
		s.note("%s exists already", shown)
		return false, nil
	}
	if err == nil {
		s.made = append(s.made, file)
		_, err = f.WriteString(text)
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	s.note("wrote %s", shown)
	return true, nil
}

// undo removes what was written, and the directories that this leaves empty.
func (s *setup) undo() {
	for _, file := range s.made {
		os.Remove(file)
		for dir := filepath.Dir(file); dir != s.repo && dir != s.root && os.Remove(dir) == nil; dir = filepath.Dir(dir) {
		}
	}
}

func (s *setup) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// shown returns the path of a file as seen from the directory.
func (s *setup) shown(file string) string {
	rel, err := filepath.Rel(s.root, file)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}
