package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
)

// toolPath is the import path of this program.
const toolPath = modulePath + "/cmd/lrcodes"

// self returns the words by which this program was started: its name, the go command, or its path.
func self() []string {
	exe, err := os.Executable()
	if err != nil {
		return []string{"lrcodes"}
	}
	if found, err := exec.LookPath("lrcodes"); err == nil && sameFile(found, exe) {
		return []string{"lrcodes"}
	}
	if dir := filepath.ToSlash(filepath.Dir(exe)); strings.HasSuffix(dir, "/exe") || cached.MatchString(dir) {
		return byGo()
	}
	return []string{exe}
}

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
// it there: in the go.mod of the module, in that of another module of the workspace, or in a go.tool.mod.
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

// hasTool reports whether a go.mod names this program as a tool.
func hasTool(file string) bool {
	data, err := readRegular(file)
	if err != nil {
		return false
	}
	mod, err := modfile.Parse(file, data, nil)
	return err == nil && slices.ContainsFunc(mod.Tool, func(t *modfile.Tool) bool { return t.Path == toolPath })
}

// workspace returns the go.mod files of the workspace that contains a directory.
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

func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// shellLine returns words as a command line for a shell.
func shellLine(words ...string) string { return line(words, shellQuote) }

// generateLine returns words as a command line for go generate, which knows only the quotes of Go.
func generateLine(words ...string) string { return line(words, strconv.Quote) }

func line(words []string, quote func(string) string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = word
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+-,\\") != "" || word == "" {
			quoted[i] = quote(word)
		}
	}
	return strings.Join(quoted, " ")
}

func shellQuote(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }
