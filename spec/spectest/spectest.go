// Package spectest helps the tests of this module: golden files and archives of test cases.
//
// It defines the flag -update, which rewrites golden files instead of comparing them, for every test package that
// imports it. Only tests import it.
package spectest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/spec"
)

var update = flag.Bool("update", false, "rewrite the golden files instead of comparing them")

// Update reports whether golden files are to be rewritten.
func Update() bool { return *update }

// Archives parses the txtar files that match a glob pattern, by their slash-separated paths. It fails the test if
// there are none.
func Archives(t testing.TB, pattern string) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %v, %d files", pattern, err, len(paths))
	}
	archives := make(map[string]*txtar.Archive, len(paths))
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		archives[filepath.ToSlash(path)] = archive
	}
	return archives
}

// Golden compares an archive with the txtar file at path. If they differ it fails the test with the first line that
// does, or rewrites the file under -update.
func Golden(t testing.TB, path string, got *txtar.Archive) {
	t.Helper()
	File(t, path, txtar.Format(got))
}

// File compares data with the file at path. If they differ it fails the test with the first line that does, or rewrites
// the file under -update.
func File(t testing.TB, path string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(path)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if err == nil && bytes.Equal(want, got) {
		return
	}
	if !*update {
		t.Errorf("%s: %s\nAfter a look at it, run: go test -update", path, firstDifference(string(got), string(want)))
		return
	}
	if err := os.WriteFile(path, got, 0o666); err != nil {
		t.Fatal(err)
	}
}

// Want compares text with the file called name of the archive that was read from path, and rewrites it under -update.
func Want(t testing.TB, path string, archive *txtar.Archive, name, got string) {
	t.Helper()
	i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("%s has no file %s", path, name)
	}
	if want := string(archive.Files[i].Data); want == got {
		return
	} else if !*update {
		t.Errorf("%s: got %s\n%s\nwant\n%s\nAfter a look at it, run: go test -update", path, name, got, want)
		return
	}
	archive.Files[i].Data = []byte(got)
	if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// FS returns the files of an archive below a prefix, without it.
func FS(archive *txtar.Archive, prefix string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, prefix); ok {
			fsys[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

// Sources returns the YAML files of an archive below a prefix as sources: one, or one per directory if there are any.
func Sources(archive *txtar.Archive, prefix string) []spec.Source {
	files := FS(archive, prefix)
	var dirs []string
	for _, f := range archive.Files {
		name, ok := strings.CutPrefix(f.Name, prefix)
		dir, _, nested := strings.Cut(name, "/")
		if ok && nested && strings.HasSuffix(name, ".yaml") && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	if len(dirs) == 0 {
		return []spec.Source{{Name: "", FS: files, Path: "."}}
	}
	var sources []spec.Source
	for _, dir := range dirs {
		sources = append(sources, spec.Source{Name: dir, FS: files, Path: dir})
	}
	return sources
}

// Envelope is the envelope of a spec that a test builds from text, with codes that are integers.
const Envelope = "envelope: [{name: ErrorCode, type: integer, role: code}, {name: Message, type: string, role: message}]\n"

// Builtin returns the builtin spec. The tests of a package share it, so none may change it.
func Builtin(t testing.TB) *spec.Spec {
	t.Helper()
	s, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var builtin = sync.OnceValues(func() (*spec.Spec, error) { return spec.Load(spec.Builtin()) })

// Parse returns the spec that the text of one file gives.
func Parse(t testing.TB, text string) *spec.Spec {
	t.Helper()
	fsys := fstest.MapFS{"a.yaml": {Data: []byte(text)}}
	return Load(t, spec.Source{Name: "a.yaml", FS: fsys, Path: "a.yaml"})
}

// Load returns the spec that sources give, or fails the test with what is wrong with them.
func Load(t testing.TB, sources ...spec.Source) *spec.Spec {
	t.Helper()
	s, err := spec.Load(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// firstDifference describes the first line in which two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d is\n\t%q\nwant\n\t%q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}
