package golang_test

import (
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestGolden renders each spec in testdata: a case has spec.yaml, some of the generated files to be read and
// compared, and tests of the generated packages. All packages of all cases are then vetted and tested, as modules of
// the oldest Go version that they promise to compile with.
func TestGolden(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "go.mod", "module golden\n\ngo 1.23\n")
	for file, archive := range spectest.Archives(t, "testdata/*.txtar") {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) { golden(t, file, archive, filepath.Join(dir, name)) })
	}
	if testing.Short() {
		t.Skip("not short: vetting and testing the generated packages runs the go command")
	}
	if out, err := goCommand(dir, "vet", "./..."); err != nil {
		t.Errorf("go vet: %s", out)
	}
	if out, err := goCommand(dir, "test", "-vet=off", "./..."); err != nil {
		t.Errorf("go test: %s", out)
	}
}

// golden compares the files of a case that are generated. Unless the test is short, it writes all of them and the tests
// of the case to a directory.
func golden(t *testing.T, file string, archive *txtar.Archive, dir string) {
	all := generate(t, archive)
	for i, f := range archive.Files {
		if got, generated := all[f.Name]; generated {
			archive.Files[i].Data = []byte(got)
		}
	}
	spectest.Golden(t, file, archive)
	own := !slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return strings.Contains(string(f.Data), "sdk: loginradius") })
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if own && strings.Contains(strings.ToLower(all[name]), "loginradius") {
			t.Errorf("%s mentions LoginRadius, but the api is not one of its", name)
		}
	}
	if testing.Short() {
		return
	}
	for name, source := range all {
		write(t, dir, name, source)
	}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, "_test.go") {
			write(t, dir, f.Name, string(f.Data))
		}
	}
}

// generate renders the packages of a case, by the paths of their files. A case with files in the directory another gets
// a second package of its first api there.
func generate(t *testing.T, archive *txtar.Archive) map[string]string {
	t.Helper()
	var text string
	for _, f := range archive.Files {
		if f.Name == "spec.yaml" {
			text = string(f.Data)
		}
	}
	s, err := load(text)
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	packages := packagesOf(s)
	if slices.ContainsFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "another/") }) {
		packages = append(packages, pkg{"another", golang.Files(golang.Package{Name: "another", API: s.APIs[0], Statuses: s.Statuses})})
	}
	for _, p := range packages {
		for name, source := range render(t, p) {
			all[path.Join(p.name, name)] = source
		}
	}
	return all
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// goCommand runs the go command in a module that needs no other. With -trimpath the directory of the module makes no
// difference, so that the build cache has what did not change since the last run: packages, findings of go vet, and what
// tests printed.
func goCommand(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-trimpath", "GOPROXY=off")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
