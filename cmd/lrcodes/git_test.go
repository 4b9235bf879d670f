package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// git runs git in a directory, without the configuration of the machine.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = withoutHook(os.Environ())
	for key, value := range gitEnv {
		cmd.Env = append(cmd.Env, key+"="+value)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// commitFiles makes a repository with one commit, and opens it.
func commitFiles(t *testing.T, files map[string][]byte, flags ...string) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	dir := t.TempDir()
	git(t, dir, append([]string{"init", "-q", "-b", "main"}, flags...)...)
	git(t, dir, "config", "core.autocrlf", "false")
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, data, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	git(t, dir, "add", ".")
	git(t, dir, "commit", "-qm", "one")
	repo, err := openRepository(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := repo.Close(); err != nil {
			t.Error(err)
		}
	})
	return repo
}

var treeFiles = map[string][]byte{
	"a.yaml": []byte("a"), "empty": {}, "b": bytes.Repeat([]byte("b\n"), 9000), "b.c/d/e.yaml": []byte("\x00\xff"), "b-c": []byte("x"),
	"name with space": []byte("y"), "ünï": []byte("z"),
}

// TestTree checks that the tree of a commit is a file system, for both kinds of object names.
func TestTree(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		repo := commitFiles(t, treeFiles, "--object-format="+format)
		tree, err := repo.tree(repo.head)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for name, want := range treeFiles {
			names = append(names, name)
			got, err := fs.ReadFile(tree, name)
			info, statErr := fs.Stat(tree, name)
			if err != nil || statErr != nil || !bytes.Equal(got, want) || info.Size() != int64(len(want)) {
				t.Errorf("%s: %s: got %d bytes, %v, %v", format, name, len(got), err, statErr)
			}
		}
		if err := fstest.TestFS(tree, names...); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestTreeLacksWhatIsNotThere(t *testing.T) {
	repo := commitFiles(t, treeFiles)
	tree, err := repo.tree(repo.head)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"c", "b.c/x", "a.yaml/x", "b.c/d/e.yaml/x"} {
		if _, err := tree.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for _, name := range []string{"", "/a.yaml", "../a.yaml", "b.c/../a.yaml", "b.c//d"} {
		if _, err := tree.Open(name); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%q: got %v", name, err)
		}
	}
	if sub, err := tree.sub("b.c/d/"); err != nil || sub == nil {
		t.Errorf("a directory: got %v, %v", sub, err)
	}
	for _, name := range []string{"nowhere", "a.yaml"} {
		if sub, err := tree.sub(name); err != nil || sub != nil {
			t.Errorf("%s: got %v, %v", name, sub, err)
		}
	}
}

// TestTreeRejectsBadNames makes a tree that git itself would not make.
func TestTreeRejectsBadNames(t *testing.T) {
	repo := commitFiles(t, treeFiles)
	blob, err := repo.object(repo.head + ":a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"../x": "100644 ../x\x00" + strings.Repeat("i", 20), "..": "100644 ..\x00" + strings.Repeat("i", 20),
		"": "100644 \x00" + strings.Repeat("i", 20), "short": "100644 short\x00iii", "no end": "100644 no end",
	} {
		bad := object{id: blob.id, kind: "tree", data: []byte(data)}
		repo.read["bad"] = bad
		if entries, err := (&tree{repo, "bad"}).list("bad"); err == nil {
			t.Errorf("%q: got %d entries", name, len(entries))
		}
	}
}

// TestLargeFile shows that a file which is too large is rejected by its size, and that the next one can be read.
func TestLargeFile(t *testing.T) {
	if testing.Short() {
		t.Skip("writes a file of 64 MiB")
	}
	repo := commitFiles(t, map[string][]byte{"large.yaml": make([]byte, strict.MaxSize+1), "small.yaml": []byte("small")})
	tree, err := repo.tree(repo.head)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(tree, "large.yaml"); !errors.Is(err, strict.ErrTooLarge) {
		t.Errorf("got %v", err)
	}
	if data, err := fs.ReadFile(tree, "small.yaml"); string(data) != "small" {
		t.Errorf("then got %q, %v", data, err)
	}
}

// TestGitIsCalledWithConstants shows that no argument of git contains what a user or a repository named.
func TestGitIsCalledWithConstants(t *testing.T) {
	cmd := gitCommand("/a/b", "cat-file", "--batch")
	want := "git --no-pager --no-replace-objects -c protocol.allow=never cat-file --batch"
	if got := strings.Join(cmd.Args, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	source, err := os.ReadFile("git.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(source), "\n") {
		if strings.Contains(line, "runGit(") && !strings.Contains(line, "func runGit(") && !strings.HasSuffix(line, `")`) && !strings.HasSuffix(line, "args...)") {
			t.Errorf("this call has an argument that is no constant: %s", strings.TrimSpace(line))
		}
	}
}

func TestObjectNamesAreOneLine(t *testing.T) {
	repo := commitFiles(t, treeFiles)
	for _, name := range []string{"HEAD\n", "a\nHEAD", "HEAD\r", "HEAD\x00"} {
		if o, err := repo.object(name); !errors.Is(err, errMissing) {
			t.Errorf("%q: got %v, %v", name, o, err)
		}
	}
	if _, err := repo.commit("HEAD"); err != nil {
		t.Errorf("then HEAD: %v", err)
	}
}

func FuzzParseHeader(f *testing.F) {
	f.Add("0123 blob 12")
	f.Add("HEAD missing")
	f.Add("a b c missing")
	f.Add("0123 blob -1")
	f.Fuzz(func(t *testing.T, header string) {
		if o, size, ok := parseHeader(header); ok && (size < 0 || strings.Count(header, " ") != 2 || o.id+o.kind == "" && header != "  0") {
			t.Errorf("%q: got %v, %d", header, o, size)
		}
	})
}
