//go:build unix

package output

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
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

// TestIrregularFiles tests that nothing but regular files is opened: to open a pipe waits for whoever writes to it.
func TestIrregularFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.go", "README.md", "neighbor.go"} {
		must(t, syscall.Mkfifo(filepath.Join(root, name), 0o666))
	}
	socket, err := net.Listen("unix", filepath.Join(root, "s.go"))
	must(t, err)
	defer socket.Close()
	files := []generator.File{file("a.go", ""), file("s.go", ""), {Path: "README.md", Data: []byte("x"), Target: []byte("y")}}
	if os.Getuid() == 0 && syscall.Mknod(filepath.Join(root, "zero.go"), syscall.S_IFCHR|0o666, 1<<8|5) == nil {
		must(t, syscall.Mknod(filepath.Join(root, "zero"), syscall.S_IFCHR|0o666, 1<<8|5))
	}
	const want = "foreign README.md\nforeign a.go\nforeign s.go\n"
	if got := report(Check(root, []string{"."}, files)); got != want {
		t.Errorf("Check: %s", got)
	}
	if got := report(Write(root, []string{"."}, files)); got != want {
		t.Errorf("Write: %s", got)
	}
}

// TestOwner tests that a root user leaves a file to its owner.
func TestOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	root := t.TempDir()
	name := filepath.Join(root, "a.go")
	must(t, os.WriteFile(name, []byte(comment), 0o640))
	must(t, os.Chown(name, nobody, nobody))
	_, err := Write(root, nil, []generator.File{file("a.go", "new\n")})
	must(t, err)
	info, err := os.Stat(name)
	must(t, err)
	if st := info.Sys().(*syscall.Stat_t); st.Uid != nobody || st.Gid != nobody || info.Mode() != 0o640 {
		t.Errorf("got owner %d:%d, mode %v", st.Uid, st.Gid, info.Mode())
	}
}

// TestTooLarge plans a file whose path is a huge one on disk. It is sparse, so that it costs nothing.
func TestTooLarge(t *testing.T) {
	root := t.TempDir()
	name := filepath.Join(root, "a.go")
	must(t, os.WriteFile(name, []byte(comment), 0o666))
	must(t, os.Truncate(name, generator.MaxSize+1))
	if got := report(Check(root, nil, []generator.File{file("a.go", "")})); got != "error: a.go: larger than 512 MiB\n" {
		t.Error(got)
	}
}

// TestSwappedDirectory replaces a directory by a symbolic link out of the root while a file is written.
func TestSwappedDirectory(t *testing.T) {
	for _, when := range []string{"before it is staged", "before it is renamed"} {
		root, outside := t.TempDir(), t.TempDir()
		must(t, os.Mkdir(filepath.Join(root, "out"), 0o777))
		tr, err := openTree(root, nil, nil)
		must(t, err)
		s := stage{tree: tr}
		f := &staged{target: target{file: file("out/a.go", "")}}
		if when == "before it is renamed" {
			must(t, s.put(f))
		}
		must(t, os.Rename(filepath.Join(root, "out"), filepath.Join(root, "away")))
		must(t, os.Symlink(outside, filepath.Join(root, "out")))
		if when == "before it is staged" {
			err = s.put(f)
		} else {
			err = s.settle(f)
		}
		if err == nil || len(snapshot(t, outside)) > 0 {
			t.Errorf("%s: got %v, and outside the root %q", when, err, snapshot(t, outside))
		}
		tr.root.Close()
	}
}

// standing is what a child finds when it is to fail at writing wanted.
var standing = []generator.File{file("out/a.go", "old\n"), file("out/deep/b.go", "old\n"), file("out/old.go", "")}

var wanted = []generator.File{file("out/a.go", "new\n"), file("out/deep/b.go", strings.Repeat("new\n", 1<<16)), file("new/c.go", "")}

// nobody is a user for whom permission bits count, as they do not for root.
const nobody = 65534

func init() {
	children["nobody"] = func(root string) error {
		if err := becomeNobody(); err != nil {
			return err
		}
		if _, err := os.Stat(root); err != nil {
			return fmt.Errorf("skip: out of reach for another user: %w", err)
		}
		_, err := Write(root, everything, wanted)
		return err
	}
	children["reader"] = func(root string) error {
		if err := becomeNobody(); err != nil {
			return err
		}
		drifts, err := Check(root, everything, standing)
		if len(drifts) > 0 {
			err = errors.Join(err, errors.New(report(drifts, nil)))
		}
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

func becomeNobody() error {
	if os.Getuid() != 0 {
		return nil
	}
	if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
		return fmt.Errorf("skip: no other user: %w", err)
	}
	return nil
}

// TestUnreadableNeighbor checks a tree in which other users have files and directories that lrcodes may not read.
func TestUnreadableNeighbor(t *testing.T) {
	root := t.TempDir()
	_, err := Write(root, everything, standing)
	must(t, err)
	must(t, os.MkdirAll(filepath.Join(root, "out", "secrets", "deep"), 0o777))
	must(t, os.WriteFile(filepath.Join(root, "out", "key.pem"), nil, 0o666))
	open(t, root)
	must(t, os.Chmod(filepath.Join(root, "out", "key.pem"), 0))
	must(t, os.Chmod(filepath.Join(root, "out", "secrets"), 0))
	out, err := command(t, "reader", root).Output()
	if strings.HasPrefix(string(out), "skip: ") {
		t.Skip(string(out))
	}
	if err != nil {
		t.Errorf("%s%v", out, err)
	}
}

func TestWriteFails(t *testing.T) {
	for name, c := range map[string]struct {
		child, readOnly, want string
	}{
		"full disk":                {"full", "", "out/deep/b.go: file too large\n"},
		"read-only directory":      {"nobody", "out/deep", "out/deep/b.go: temporary file: permission denied\n"},
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
