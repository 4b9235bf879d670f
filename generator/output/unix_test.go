//go:build unix

package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/lrcodes/lrcodes/generator"
)

func TestModes(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o027))
	root := t.TempDir()
	var files []generator.File
	want := map[string]fs.FileMode{"new.go": 0o640, "sub/new.go": 0o640}
	for name, mode := range map[string]fs.FileMode{"a": 0o600, "b": 0o444, "c": 0o777, "d": 0o666} {
		must(t, os.WriteFile(filepath.Join(root, name), []byte(comment), 0o600))
		must(t, os.Chmod(filepath.Join(root, name), mode))
		want[name] = mode
	}
	for name := range want {
		files = append(files, file(name, "new\n"))
	}
	_, err := Write(root, []string{"."}, files)
	must(t, err)
	for name, mode := range want {
		info, err := os.Stat(filepath.Join(root, name))
		must(t, err)
		if info.Mode() != mode {
			t.Errorf("%s: %v, want %v", name, info.Mode(), mode)
		}
	}
}

func TestPipeIsForeign(t *testing.T) {
	root := t.TempDir()
	must(t, syscall.Mkfifo(filepath.Join(root, "a.go"), 0o666))
	must(t, syscall.Mkfifo(filepath.Join(root, "b.go"), 0o666))
	drifts, err := Check(root, []string{"."}, []generator.File{file("a.go", "")})
	if got := report(drifts, err); got != "foreign a.go\n" {
		t.Error(got)
	}
}

// standing is what a child finds when it is to fail at writing wanted.
var standing = []generator.File{file("out/a.go", "old\n"), file("out/deep/b.go", "old\n"), file("out/old.go", "")}

var wanted = []generator.File{file("out/a.go", "new\n"), file("out/deep/b.go", strings.Repeat("new\n", 1<<16)), file("new/c.go", "")}

// nobody is a user for whom permission bits count, as they do not for root.
const nobody = 65534

func init() {
	children["nobody"] = func(root string) error {
		if os.Getuid() == 0 {
			if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
				return fmt.Errorf("skip: no other user: %w", err)
			}
		}
		if _, err := os.Stat(root); err != nil {
			return fmt.Errorf("skip: out of reach for another user: %w", err)
		}
		_, err := Write(root, everything, wanted)
		return err
	}
	children["full"] = func(root string) error {
		signal.Ignore(syscall.SIGXFSZ)
		limit := syscall.Rlimit{Cur: 1 << 16, Max: 1 << 16}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			return err
		}
		_, err := Write(root, everything, wanted)
		return err
	}
}

func TestWriteFails(t *testing.T) {
	for name, c := range map[string]struct {
		child, readOnly, want string
	}{
		"full disk":                {"full", "", "out/deep/b.go: file too large\n"},
		"read-only directory":      {"nobody", "out/deep", "out/deep/b.go: temporary file beside it: permission denied\n"},
		"read-only root":           {"nobody", ".", "new/c.go: directory new: permission denied\n"},
		"read-only file, writable": {"nobody", "out/a.go", ""},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			_, err := Write(root, everything, standing)
			must(t, err)
			open(t, root)
			if c.readOnly != "" {
				must(t, os.Chmod(filepath.Join(root, c.readOnly), 0o555))
			}
			was := snapshot(t, filepath.Dir(root))
			out, _ := command(t, c.child, root).Output()
			if strings.HasPrefix(string(out), "skip: ") {
				t.Skip(string(out))
			}
			if string(out) != c.want {
				t.Errorf("got %qwant %q", out, c.want)
			}
			if c.want != "" {
				unchanged(t, was, root)
			} else {
				complete(t, root, wanted)
			}
		})
	}
}

// open lets everybody write below root, and reach it.
func open(t *testing.T, root string) {
	t.Helper()
	must(t, os.Chmod(filepath.Dir(root), 0o755))
	must(t, filepath.WalkDir(root, func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chmod(name, 0o777))
	}))
	t.Cleanup(func() {
		filepath.WalkDir(root, func(name string, _ fs.DirEntry, err error) error { return os.Chmod(name, 0o777) })
	})
}
