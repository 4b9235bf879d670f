package spectest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// SameDir makes a temporary directory whose path is the same in every run of a test of this checkout with the same key. The
// go command makes the paths of files part of what it caches, so only at the same path does it find what the last run has
// built. The directory is removed when the test ends.
//
// Two runs never share a directory. Where it exists, whoever made it, another is made under a random name, which only
// takes longer: while another run goes on, and after a run was killed, until somebody deletes the directory. No other user
// can enter it, or put something into its place.
func SameDir(t testing.TB, key string) (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("lrcodes-test-%.6x", sha256.Sum256([]byte(here+"\n"+key))))
	if os.Mkdir(dir, 0o700) != nil {
		if dir, err = os.MkdirTemp("", "lrcodes-test-"); err != nil {
			return "", err
		}
	}
	t.Cleanup(func() {
		if err := errors.Join(writable(dir), os.RemoveAll(dir)); err != nil {
			t.Error(err)
		}
	})
	return dir, nil
}

// writable makes directories writable; the go command makes those of its module cache read-only.
func writable(dir string) error {
	return filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			err = os.Chmod(name, 0o700)
		}
		return err
	})
}
