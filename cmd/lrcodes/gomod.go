package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// toolPath is the import path of this program.
const toolPath = modulePath + "/cmd/lrcodes"

// self returns the words by which this program was started: its name, the go command, or its path. Messages advise
// commands in this form, so that they can be copied.
func self() []string {
	exe, err := executable()
	if err != nil {
		return []string{"lrcodes"}
	}
	if found, err := exec.LookPath("lrcodes"); err == nil && sameFile(found, exe) {
		return []string{"lrcodes"}
	}
	// Go run builds a program below a temporary directory exe, or like go tool takes it from the build cache.
	if dir := filepath.ToSlash(filepath.Dir(exe)); strings.HasSuffix(dir, "/exe") || cached.MatchString(dir) {
		return byGo()
	}
	return []string{exe}
}

// executable returns the path of this program. It is a variable for the tests, which run it at other paths.
var executable = os.Executable

// cached matches the directory of the build cache that contains a program.
var cached = regexp.MustCompile(`/[0-9a-f]{2}/[0-9a-f]{64}-d$`)

// byGo returns how the go command runs this program. Go run and go tool start it from the same directories of the cache,
// so that the module decides: where it has the program as a tool, that is how it was started.
func byGo() []string {
	dir, err := os.Getwd()
	if err != nil {
		return []string{"lrcodes"}
	}
	if flags, found := toolFlags(dir); found {
		return slices.Concat([]string{"go", "tool"}, chdirFlag(dir), flags, []string{"lrcodes"})
	}
	return []string{"go", "run", toolPath}
}

// chdirFlag returns the flag by which the go command came from the user's directory to dir. It changes the directory,
// but not the environment, where the shell has left its own.
func chdirFlag(dir string) []string {
	shell := os.Getenv("PWD")
	if !filepath.IsAbs(shell) || sameFile(shell, dir) {
		return nil
	}
	rel, err := filepath.Rel(shell, dir)
	if err != nil {
		return nil
	}
	return []string{"-C", filepath.ToSlash(rel)}
}

// toolFlags returns the flags that go tool needs in a directory to run this program. It reports whether go tool finds
// it there: in the go.mod of the module, in that of another module of the workspace, or in a go.tool.mod. The files are
// read, and the go command is not asked: it takes longer than the whole run, and may not be on the PATH.
func toolFlags(dir string) ([]string, bool) {
	if hasTool(above(dir, "go.mod")) || slices.ContainsFunc(workspace(dir), hasTool) {
		return nil, true
	}
	file := above(dir, "go.tool.mod")
	if rel, err := filepath.Rel(dir, file); err == nil && hasTool(file) {
		return []string{"-modfile=" + filepath.ToSlash(rel)}, true
	}
	return nil, false
}

// hasTool reports whether a go.mod names this program as a tool. One that cannot be read names none: the go command
// reports what is wrong with it.
func hasTool(file string) bool {
	data, err := readRegular(file)
	if err != nil {
		return false
	}
	mod, err := modfile.Parse(file, data, nil)
	return err == nil && slices.ContainsFunc(mod.Tool, func(t *modfile.Tool) bool { return t.Path == toolPath })
}

// workspace returns the go.mod files of the workspace that contains a directory, whose tools go tool finds too.
func workspace(dir string) []string {
	file := above(dir, "go.work")
	data, err := readRegular(file)
	if err != nil || os.Getenv("GOWORK") == "off" {
		return nil
	}
	work, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil
	}
	var mods []string
	for _, use := range work.Use {
		path := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(file), path)
		}
		mods = append(mods, filepath.Join(path, "go.mod"))
	}
	return mods
}

// sameFile reports whether two paths lead to one file or directory.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// ownSpec is the directory of the builtin spec in the module of lrcodes.
const ownSpec = "spec"

// specRequirement is which builtin spec a module has: that of the version of lrcodes which it requires.
type specRequirement struct {
	spec    string        // directory of the builtin spec, if the module is that of lrcodes itself
	version string        // of lrcodes, "" if the module does not require it
	at      diag.Position // of the requirement in its go.mod
}

// findRequirement returns the requirement in the go.mod nearest to a directory of top, or in the go.tool.mod next to it.
// It is zero if there is none: a go.mod without it ends the search, as it does for the go command.
func findRequirement(top fs.FS, dir string) (specRequirement, error) {
	for dir = path.Clean(dir); ; dir = path.Dir(dir) {
		found := false
		for _, name := range []string{"go.mod", "go.tool.mod"} {
			file := path.Join(dir, name)
			data, err := fs.ReadFile(top, file)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return specRequirement{}, fmt.Errorf("%s: %w", file, diag.Cause(err))
			}
			found = true
			if r, err := requirementOf(file, data); err != nil || r != (specRequirement{}) {
				return r, err
			}
		}
		if found || dir == "." {
			return specRequirement{}, nil
		}
	}
}

// requirementOf returns the requirement in one go.mod. The go command selects that version or, if another requirement
// needs it, a higher one: to know which, it would have to be run.
func requirementOf(file string, data []byte) (specRequirement, error) {
	mod, err := modfile.Parse(file, data, nil)
	if err != nil {
		return specRequirement{}, err
	}
	if mod.Module != nil && mod.Module.Mod.Path == modulePath {
		return specRequirement{spec: path.Join(path.Dir(file), ownSpec)}, nil
	}
	for _, r := range mod.Replace {
		if r.Old.Path == modulePath {
			return specRequirement{}, fmt.Errorf("%s:%d: %s is replaced, so its builtin spec has no version: name two catalogues", file, r.Syntax.Start.Line, modulePath)
		}
	}
	for _, r := range mod.Require {
		if r.Mod.Path == modulePath {
			return specRequirement{version: r.Mod.Version, at: diag.Position{File: file, Line: r.Syntax.Start.Line, Column: r.Syntax.Start.LineRune}}, nil
		}
	}
	return specRequirement{}, nil
}

// releasedSpec returns the builtin spec of a version of lrcodes: that of this program, or one in the module cache, where
// every version that was ever a requirement of the user is. Nothing is downloaded: the command that does it is advised.
func releasedSpec(version string) (spec.Source, error) {
	if version == ownVersion() {
		return spec.Builtin(), nil
	}
	name := modulePath + "@" + version
	// The cache writes capital letters with an exclamation mark, because not all file systems distinguish them.
	escaped, err := module.EscapeVersion(version)
	if err != nil || !semver.IsValid(version) {
		return spec.Source{}, usageError(fmt.Sprintf("%q is not a version, such as v1.2.0", version))
	}
	dir := filepath.Join(moduleCache(), filepath.FromSlash(modulePath)+"@"+escaped)
	if info, err := os.Stat(filepath.Join(dir, ownSpec)); err != nil || !info.IsDir() {
		return spec.Source{}, fmt.Errorf("%s is not in the module cache: run go mod download %s", name, name)
	}
	return spec.Source{Name: spec.Builtin().Name, FS: os.DirFS(dir), Path: ownSpec}, nil
}

// moduleCache returns the directory of the module cache, by the rules of the go command: GOMODCACHE, or else pkg/mod in
// the first directory of GOPATH.
func moduleCache() string {
	if dir := goEnvironment("GOMODCACHE"); dir != "" {
		return dir
	}
	gopath := goEnvironment("GOPATH")
	if gopath == "" {
		gopath = build.Default.GOPATH
	}
	first, _, _ := strings.Cut(gopath, string(filepath.ListSeparator))
	return filepath.Join(first, "pkg", "mod")
}

// goEnvironment returns a variable of the go command: from the environment, or from the file that go env -w writes. It
// is "" if neither has it.
func goEnvironment(name string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	file := os.Getenv("GOENV")
	if file == "" {
		dir, err := os.UserConfigDir()
		if err != nil {
			return ""
		}
		file = filepath.Join(dir, "go", "env")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "" // there is none, or GOENV is off
	}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		if value, ok := strings.CutPrefix(lines.Text(), name+"="); ok {
			return value
		}
	}
	return ""
}
