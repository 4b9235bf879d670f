package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
)

func checkCommand() command {
	return command{
		name:  "check",
		short: "report how the outputs differ from the spec, and write nothing",
		long: `
Check renders every output in memory and compares it with the disk. It prints
each file that differs and how, with a unified diff for changed ones, ends with
the command that fixes it, and exits 1. The states are:

	changed  the file differs from what the spec gives
	missing  the file does not exist
	orphan   lrcodes wrote the file, but no output asks for it any more
	foreign  a file that lrcodes did not write is in the way

The line endings of a checkout are no difference. In continuous integration call
it as 'go tool lrcodes check': go run and go generate turn every exit code
into 1.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			config := configFlag(e, f)
			format := formatFlag(f, "text", "json", "github")
			return func([]string) error { return e.found(*format, e.check(*config, *format)) }
		},
	}
}

// check reports how the files on disk differ from those that would be written.
func (e *env) check(config, format string) error {
	p, err := e.project(config)
	if err != nil {
		return err
	}
	files, err := p.render()
	if err != nil {
		return err
	}
	drifts, err := output.Check(p.root, p.config.Dirs(), files)
	if err != nil {
		return err
	}
	e.warnStrays(p, files)
	return e.reportDrift(format, p.shownDrifts(drifts), p.command("generate"))
}

// warnStrays prints the directories below the configuration that contain generated files of no output, or the files where an
// output writes into the same directory. They are what an output leaves when it is renamed or removed: a package there
// compiles on and is never updated.
func (e *env) warnStrays(p *project, files []generator.File) {
	if p.file == "" {
		return // there is no configuration
	}
	s := newScan(p, files)
	s.walk(".")
	for _, found := range s.strays {
		message := "has generated files that no output names: delete them, or name the directory in"
		if found.isFile {
			message = "was generated, but no output names it: delete it, or name it in"
		}
		fmt.Fprintf(e.stderr, "lrcodes: %s %s %s\n", printable(p.show(found.path)), message, p.show(config.Name))
	}
}

// scan looks for generated files that no output names. It runs at the end of each generate and check, so it must take no
// time in a large repository: it reads the directories, and of the files only those that are likely to be generated.
type scan struct {
	root    string
	owned   []string        // the directories of the outputs, with "/..." if all below belongs to them
	planned map[string]bool // the paths of the planned files, and of the directories that they are in
	names   map[string]bool // names that generated files have: these are read everywhere
	budget  int             // how many files of other names are read, so that a large tree costs no time
	buffer  []byte
	strays  []stray
}

// stray is a directory whose generated files are of no output, or one such file in a directory that has others.
type stray struct {
	path   string
	isFile bool
}

// scanBudget is how many files of any name are read: all of a small repository, and in a large one few of many.
const scanBudget = 500

// newScan returns a scan of a project that plans to write files.
func newScan(p *project, files []generator.File) *scan {
	s := &scan{root: p.root, owned: p.config.Dirs(), planned: map[string]bool{}, names: map[string]bool{}, budget: scanBudget, buffer: make([]byte, 4096)}
	for _, name := range generatedNames {
		s.names[name] = true
	}
	for _, f := range files {
		s.planned[f.Path], s.planned[path.Dir(f.Path)] = true, true
		s.names[path.Base(f.Path)] = true
	}
	for _, o := range p.config.Outputs {
		for _, t := range config.Templates(o) {
			s.planned[t.Path] = true // whose author wrote the header out
		}
	}
	return s
}

// generatedNames are names that the directory of every Go package and of every documentation has. They find the remains
// of an output of which no name is planned any more.
var generatedNames = []string{"doc.go", "README.md"}

// walk looks into a directory, and into those below it that belong to the same project. It skips what it cannot read:
// a stray is a hint, and not worth an error.
func (s *scan) walk(dir string) {
	entries, err := os.ReadDir(filepath.Join(s.root, filepath.FromSlash(dir)))
	if err != nil || dir != "." && isOtherProject(entries) {
		return
	}
	if !slices.Contains(s.owned, dir) {
		s.look(dir, entries)
	}
	for _, e := range entries {
		below := path.Join(dir, e.Name())
		if e.IsDir() && !isSkipped(e.Name()) && !slices.Contains(s.owned, below+"/...") {
			s.walk(below)
		}
	}
}

// look looks for strays in one directory.
func (s *scan) look(dir string, entries []fs.DirEntry) {
	for _, e := range entries {
		if !s.isStray(dir, e) {
			continue
		}
		if !s.planned[dir] {
			s.strays = append(s.strays, stray{path: dir})
			return
		}
		s.strays = append(s.strays, stray{path: path.Join(dir, e.Name()), isFile: true})
	}
}

// isSkipped reports whether a directory contains the code of others, or no code.
func isSkipped(name string) bool {
	return name == "vendor" || name == "node_modules" || strings.HasPrefix(name, ".")
}

// isOtherProject reports whether a directory is the root of a module or has a configuration of its own.
func isOtherProject(entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "go.mod" || e.Name() == config.Name })
}

// isStray reports whether a file was generated and is not planned.
func (s *scan) isStray(dir string, e fs.DirEntry) bool {
	file := path.Join(dir, e.Name())
	if !e.Type().IsRegular() || s.planned[file] {
		return false
	}
	if !s.names[e.Name()] {
		if s.budget == 0 {
			return false
		}
		s.budget--
	}
	return s.isGenerated(filepath.Join(s.root, filepath.FromSlash(file)))
}

// isGenerated reports whether a file has the header. It reads only the beginning, where the header is. Most files
// do not contain it anywhere, which is found out faster than whether it is a comment.
func (s *scan) isGenerated(file string) bool {
	in, err := os.Open(file)
	if err != nil {
		return false
	}
	defer in.Close()
	n, _ := in.Read(s.buffer) // an error leaves nothing to look at
	start := s.buffer[:n]
	return bytes.Contains(start, []byte(generator.Header)) && output.Owned(start)
}
