package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/lrcodes/lrcodes/generator/output"
)

// remedy returns the sentence that says how to mend drift, ending with the command.
func (e *env) remedy(drifts []output.Drift) string {
	foreign := 0
	for _, d := range drifts {
		if d.State == output.Foreign {
			foreign++
		}
	}
	switch foreign {
	case 0:
		return "To mend this, run: " + e.command("generate")
	case 1:
		return "lrcodes did not write the foreign file and leaves it alone: move it away, then run: " + e.command("generate")
	}
	return "lrcodes did not write the foreign files and leaves them alone: move them away, then run: " + e.command("generate")
}

// command returns the command line that runs a command of this program on the same project.
func (e *env) command(name string) string {
	words := []string{self(), name}
	if e.dir != "" {
		words = append(words, "-C", quote(e.dir))
	}
	if e.config != "" {
		words = append(words, "-config", quote(e.config))
	}
	return strings.Join(words, " ")
}

// self returns how this program was started: by name, by `go run`, which builds it in a temporary directory, or
// else by `go tool`, which runs it from the build cache.
func self() string {
	exe, err := os.Executable()
	if err != nil {
		return "lrcodes"
	}
	if found, err := exec.LookPath("lrcodes"); err == nil && sameFile(found, exe) {
		return "lrcodes"
	}
	switch dir := filepath.ToSlash(filepath.Dir(exe)); {
	case strings.HasSuffix(dir, "/exe"):
		return "go run github.com/lrcodes/lrcodes/cmd/lrcodes"
	case strings.Contains(dir, "go-build"):
		return "go tool lrcodes"
	}
	return quote(exe)
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// quote puts a word in single quotes where a shell would take it for more than one.
func quote(word string) string {
	if word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+-,\\") == "" {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
