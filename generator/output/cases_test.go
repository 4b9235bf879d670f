package output

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// world is what a case sets up. A case is an archive. Its files disk/… are below the root, its files plan/… are
// planned, as are its files unread/…, which people do not read, and section/…, which are hand-written files with
// sections. Its files check, write and tree are what Check and Write return, and the tree afterwards. Its comment has these lines, besides prose:
//
//	dirs pattern…       the directories the tool was told to write
//	crlf path…          give files CRLF line endings
//	mkdir path          make a directory
//	link path target    make a symbolic link
//	hard path target    make a hard link
type world struct {
	root  string
	dirs  []string
	files []generator.File
}

func TestCases(t *testing.T) {
	for name, archive := range spectest.Archives(t, "testdata/*.txtar") {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { testCase(t, name, archive) })
	}
}

func testCase(t *testing.T, name string, archive *txtar.Archive) {
	w := build(t, archive)
	got := map[string]string{}
	before := snapshot(t, filepath.Dir(w.root))

	drifts, err := Check(w.root, w.dirs, w.files)
	got["check"] = report(drifts, err)
	unchanged(t, before, w.root)

	drifts, err = Write(w.root, w.dirs, w.files)
	got["write"] = report(drifts, err)
	got["tree"] = listing(snapshot(t, w.root))
	if err != nil || slices.ContainsFunc(drifts, func(d Drift) bool { return d.State == Foreign }) {
		unchanged(t, before, w.root)
	} else {
		settled(t, w, before, drifts)
	}
	compareGolden(t, name, archive, got)
}

// settled checks what is true after every Write without an error.
func settled(t *testing.T, w world, before map[string]string, drifts []Drift) {
	t.Helper()
	after := snapshot(t, filepath.Dir(w.root))
	touched := map[string]bool{}
	for _, d := range drifts {
		touched[realName(t, w.root, d.Path)] = true
	}
	for p, was := range before {
		leftover := temporary.MatchString(path.Base(p))
		if is, ok := after[p]; !touched[p] && !leftover && was != "/" && (!ok || is != was) {
			t.Errorf("%s: changed without being told", p)
		}
	}
	for _, f := range w.files {
		data, err := os.ReadFile(filepath.Join(w.root, f.Path))
		if err != nil || string(lf(data)) != string(lf(f.Data)) {
			t.Errorf("%s: not as planned (%v)", f.Path, err)
		}
	}
	if again, err := Check(w.root, w.dirs, w.files); err != nil || len(again) > 0 {
		t.Errorf("Check after Write: %s", report(again, err))
	}
	if again, err := Write(w.root, w.dirs, w.files); err != nil || len(again) > 0 {
		t.Errorf("Write after Write: %s", report(again, err))
	}
	unchanged(t, after, w.root)
}

// realName is the name in a snapshot of what may have been reached through a link.
func realName(t *testing.T, root, p string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(filepath.Join(root, path.Dir(p)))
	if err != nil {
		return path.Join("root", p) // its directory went as well
	}
	base, err := filepath.EvalSymlinks(filepath.Dir(root))
	must(t, err)
	rel, err := filepath.Rel(base, filepath.Join(dir, path.Base(p)))
	must(t, err)
	return filepath.ToSlash(rel)
}

func unchanged(t *testing.T, before map[string]string, root string) {
	t.Helper()
	if after := snapshot(t, filepath.Dir(root)); !maps.Equal(before, after) {
		t.Errorf("the tree changed, from\n%s\nto\n%s", listing(before), listing(after))
	}
}

func build(t *testing.T, archive *txtar.Archive) world {
	w := world{root: filepath.Join(t.TempDir(), "root")}
	must(t, os.Mkdir(w.root, 0o777))
	for _, f := range archive.Files {
		if p, ok := strings.CutPrefix(f.Name, "disk/"); ok {
			name := filepath.Join(w.root, p)
			must(t, os.MkdirAll(filepath.Dir(name), 0o777))
			must(t, os.WriteFile(name, f.Data, 0o666))
		}
		if p, ok := strings.CutPrefix(f.Name, "plan/"); ok {
			w.files = append(w.files, generator.File{Path: p, Data: f.Data})
		}
		if p, ok := strings.CutPrefix(f.Name, "unread/"); ok {
			w.files = append(w.files, generator.File{Path: p, Data: f.Data, Unread: true})
		}
		if p, ok := strings.CutPrefix(f.Name, "section/"); ok {
			w.files = append(w.files, generator.File{Path: p, Data: f.Data, Target: []byte{}})
		}
	}
	for line := range strings.Lines(string(archive.Comment)) {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			w.prepare(t, words[0], words[1:])
		}
	}
	for i, f := range w.files {
		if f.Target != nil {
			data, err := os.ReadFile(filepath.Join(w.root, f.Path))
			must(t, err)
			w.files[i].Target = data
		}
	}
	return w
}

func (w *world) prepare(t *testing.T, verb string, args []string) {
	at := func(i int) string { return filepath.Join(w.root, args[i]) }
	switch verb {
	case "dirs":
		w.dirs = args
	case "mkdir":
		must(t, os.MkdirAll(at(0), 0o777))
	case "crlf":
		for i := range args {
			data, err := os.ReadFile(at(i))
			must(t, err)
			must(t, os.WriteFile(at(i), []byte(strings.ReplaceAll(string(data), "\n", "\r\n")), 0o666))
		}
	case "hard":
		if err := os.Link(at(1), at(0)); err != nil {
			t.Skip(err) // a case-insensitive file system
		}
	case "link":
		must(t, os.MkdirAll(filepath.Dir(at(0)), 0o777))
		if err := os.Symlink(filepath.FromSlash(args[1]), at(0)); runtime.GOOS == "windows" && err != nil {
			t.Skip(err) // needs a privilege
		} else {
			must(t, err)
		}
	default:
		t.Fatalf("unknown line %q", verb)
	}
}

// snapshot maps the files below dir to their content, "/" for a directory and "-> …" for a link.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	must(t, filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		must(t, err)
		content := "/"
		switch {
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(name)
			must(t, err)
			content = "-> " + filepath.ToSlash(target)
		case !e.IsDir():
			data, err := os.ReadFile(name)
			must(t, err)
			content = string(data)
		}
		found[filepath.ToSlash(rel)] = content
		return nil
	}))
	return found
}

func listing(found map[string]string) string {
	var b strings.Builder
	for _, p := range slices.Sorted(maps.Keys(found)) {
		switch content := found[p]; {
		case content == "/":
			fmt.Fprintf(&b, "%s/\n", p)
		case strings.HasPrefix(content, "-> "):
			fmt.Fprintf(&b, "%s %s\n", p, content)
		default:
			fmt.Fprintln(&b, p)
		}
	}
	return b.String()
}

func report(drifts []Drift, err error) string {
	var b strings.Builder
	for _, d := range drifts {
		fmt.Fprintf(&b, "%s %s\n%s", d.State, d.Path, d.Diff)
	}
	if err != nil {
		fmt.Fprintf(&b, "error: %v\n", err)
	}
	return b.String()
}

func compareGolden(t *testing.T, name string, archive *txtar.Archive, got map[string]string) {
	t.Helper()
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool {
		_, golden := got[f.Name]
		return golden
	})
	for _, section := range []string{"check", "write", "tree"} {
		archive.Files = append(archive.Files, txtar.File{Name: section, Data: []byte(got[section])})
	}
	spectest.Golden(t, name, archive)
}
