package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
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

// self returns how this program was started: by its name, by the go command, or by its path.
func self() string {
	exe, err := os.Executable()
	if err != nil {
		return "lrcodes"
	}
	if found, err := exec.LookPath("lrcodes"); err == nil && sameFile(found, exe) {
		return "lrcodes"
	}
	if dir := filepath.ToSlash(filepath.Dir(exe)); strings.HasSuffix(dir, "/exe") || cached.MatchString(dir) {
		return byGo()
	}
	return quote(exe)
}

// cached matches the directory of the build cache that holds a program.
var cached = regexp.MustCompile(`/[0-9a-f]{2}/[0-9a-f]{64}-d$`)

// byGo returns how the go command runs this program: as a tool where the module has it, for go run and go tool start
// it from the same places.
func byGo() string {
	dir, err := filepath.Abs(".")
	if err != nil {
		return "lrcodes"
	}
	if flag, found := toolFlag(dir); found {
		return "go tool " + flag + "lrcodes"
	}
	return "go run " + toolPath
}

// toolFlag returns the flag that go tool needs in a directory, and a space, or "" where it needs none. It reports
// whether the module of the directory, or a go.tool.mod beside its go.mod, has this program as a tool.
func toolFlag(dir string) (string, bool) {
	for _, name := range []string{"go.mod", "go.tool.mod"} {
		file := above(dir, name)
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), toolPath) {
			continue
		}
		rel, err := filepath.Rel(dir, file)
		if name == "go.mod" || err != nil {
			return "", true
		}
		return "-modfile=" + filepath.ToSlash(rel) + " ", true
	}
	return "", false
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
