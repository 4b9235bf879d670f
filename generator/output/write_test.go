package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/lrcodes/lrcodes/generator"
)

func TestDiffer(t *testing.T) {
	const a = comment + "a\n"
	for _, c := range []struct {
		disk, plan string
		state      State
		diff       string // its lines from the first hunk on
	}{
		{a, a, "", ""},
		{strings.ReplaceAll(a, "\n", "\r\n"), a, "", ""},
		{comment + "a\r\n", a, "", ""},
		{a, strings.ReplaceAll(a, "\n", "\r\n"), "", ""},
		{comment + "a", a, Changed, "@@ -1,2 +1,2 @@\n " + comment + "-a\n\\ No newline at end of file\n+a\n"},
		{comment + "a\r", comment + "a", Changed, "@@ -1,2 +1,2 @@\n " + comment + "-a\r\n\\ No newline at end of file\n+a\n\\ No newline at end of file\n"},
		{comment, a, Changed, "@@ -1,1 +1,2 @@\n " + comment + "+a\n"},
		{"", a, Foreign, ""},
		{"a\n", a, Foreign, ""},
	} {
		state, diff := differ(generator.File{Path: "x/a", Data: []byte(c.plan)}, []byte(c.disk))
		if c.diff != "" {
			c.diff = "--- a/x/a\n+++ b/x/a\n" + c.diff
		}
		if state != c.state || diff != c.diff {
			t.Errorf("%q to %q: %s\n%swant %s\n%s", c.disk, c.plan, state, diff, c.state, c.diff)
		}
	}
}

func TestEqualFilesKeepTheirTime(t *testing.T) {
	root := t.TempDir()
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for name, text := range map[string]string{"lf.go": comment + "a\n", "crlf.go": strings.TrimSpace(comment) + "\r\na\r\n"} {
		name = filepath.Join(root, name)
		must(t, os.WriteFile(name, []byte(text), 0o666))
		must(t, os.Chtimes(name, old, old))
	}
	_, err := Write(root, []string{"."}, []generator.File{file("lf.go", "a\n"), file("crlf.go", "a\n"), file("new.go", "")})
	must(t, err)
	for _, name := range []string{"lf.go", "crlf.go"} {
		info, err := os.Stat(filepath.Join(root, name))
		must(t, err)
		if !info.ModTime().Equal(old) {
			t.Errorf("%s: written, though equal", name)
		}
	}
}

func TestRootIsALink(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "link")
	must(t, os.Mkdir(filepath.Join(dir, "real"), 0o777))
	if err := os.Symlink("real", root); err != nil {
		t.Skip(err)
	}
	_, err := Write(root, []string{"..."}, []generator.File{file("out/a.go", "")})
	must(t, err)
	if _, err := os.Stat(filepath.Join(dir, "real", "out", "a.go")); err != nil {
		t.Error(err)
	}
}

func TestNoRoot(t *testing.T) {
	root := filepath.Join(t.TempDir(), "none")
	_, err := Write(root, nil, []generator.File{file("a.go", "")})
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), root+": ") {
		t.Errorf("got %v", err)
	}
}

// stagedWrite surveys, lets something happen, and replaces.
func stagedWrite(t *testing.T, root string, files []generator.File, happen func(*tree)) ([]Drift, error) {
	t.Helper()
	tr, err := openTree(root, nil, files)
	must(t, err)
	defer tr.root.Close()
	s, err := tr.survey()
	must(t, err)
	happen(tr)
	return tr.replace(s.differing())
}

func TestRenameFailsHalfway(t *testing.T) {
	root := t.TempDir()
	files := []generator.File{file("a.go", ""), file("b/b.go", ""), file("c/c.go", "")}
	done, err := stagedWrite(t, root, files, func(*tree) {
		must(t, os.MkdirAll(filepath.Join(root, "b", "b.go"), 0o777))
	})
	if len(done) != 1 || done[0].Path != "a.go" {
		t.Errorf("done: %v", done)
	}
	if err == nil || strings.Contains(err.Error(), ".tmp") || !strings.HasPrefix(err.Error(), "b/b.go: ") || !strings.HasSuffix(err.Error(), "; already new: a.go; still old: b/b.go, c/c.go") {
		t.Errorf("got %v", err)
	}
	if got, want := listing(snapshot(t, root)), "a.go\nb/\nb/b.go/\n"; got != want {
		t.Errorf("left\n%s", got)
	}
	must(t, os.Remove(filepath.Join(root, "b", "b.go")))
	healed, err := Write(root, nil, files)
	must(t, err)
	if len(healed) != 2 {
		t.Errorf("healed %v", healed)
	}
}

func TestStagedFileVanishes(t *testing.T) {
	root := t.TempDir()
	tr, err := openTree(root, nil, nil)
	must(t, err)
	defer tr.root.Close()
	s := stage{tree: tr}
	f := &staged{target: target{file: file("out/a.go", "")}}
	must(t, s.put(f))
	must(t, os.RemoveAll(filepath.Join(root, "out")))
	must(t, s.settle(f))
	if got := listing(snapshot(t, root)); got != "out/\nout/a.go\n" {
		t.Errorf("left\n%s", got)
	}
}
