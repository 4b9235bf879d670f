package main

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// defaultTarget is where init puts packages: internal, because they belong to one program and are not its API.
const defaultTarget = "internal/lrcodes"

func initCommand() command {
	return command{
		name:  "init",
		short: "set up a repository, and generate",
		long: `
Init writes a lrcodes.yaml with a comment on every choice and a gen.go that
makes 'go generate' run lrcodes, and then generates. Files that exist it leaves
as they are, so it may be run again.

Without -api there is a package for every API of the builtin spec, each in a
directory of its own below -dir: a number means something only together with
its API, and a package that is not imported costs a program nothing. With -api
there is the package of that API alone, in -dir itself.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			s := &setup{env: e}
			dirFlag(e, f)
			api := apiFlag(f)
			dir := textFlag(f, "dir", defaultTarget, "put the package or packages into `d`")
			ci := choiceFlag(f, "ci", &choice{words: []string{"github"}}, "write a workflow that runs 'go tool lrcodes check'")
			preCommit := f.Bool("pre-commit", false, "write a pre-commit configuration that runs it; if there is one already, print what to add")
			return func([]string) error {
				s.api, s.target, s.ci, s.preCommit = *api, *dir, *ci, *preCommit
				return s.run()
			}
		},
	}
}

// setup is what init does to a directory.
type setup struct {
	*env
	api, target, ci string // the flags
	preCommit       bool

	root  string   // the directory
	repo  string   // the repository that contains it, or root
	path  string   // of root below repo, with slashes; "." if they are one
	home  string   // the directory in which go tool finds lrcodes: root, or that of a module for tools
	flags []string // that go tool needs there

	hasTool bool     // whether it finds lrcodes
	made    []string // files, so that they can be removed if init fails
	notes   []string // what to print if it succeeds
}

// run sets the directory up, or leaves it as it was.
func (s *setup) run() error {
	builtin, err := spec.Load(spec.Builtin())
	if err != nil {
		return err
	}
	if s.api != "" {
		if _, err := namedAPI(builtin, s.api); err != nil {
			return err
		}
	}
	if problem := config.GoPathProblem(s.target); problem != "" {
		return usageError("-dir: " + problem)
	}
	if err := s.locate(); err != nil {
		return err
	}
	obstacles, err := s.obstacles(builtin)
	if err != nil {
		return err
	}
	if len(obstacles) > 0 {
		return s.reportDrift("text", obstacles, s.again())
	}
	if err := s.write(builtin); err != nil {
		s.undo()
		return err
	}
	return nil
}

// locate finds the directory and its repository: workflows and hooks are at the root of a repository.
func (s *setup) locate() error {
	root, err := filepath.Abs(s.dir)
	if err != nil {
		return err
	}
	if info, err := os.Stat(root); err != nil {
		return fmt.Errorf("%s: %w", s.dir, diag.Cause(err))
	} else if !info.IsDir() {
		return fmt.Errorf("%s: not a directory", s.dir)
	}
	if exists(root, misnamed) && !exists(root, config.Name) {
		return misnamedError(misnamed)
	}
	s.root, s.repo, s.path = root, root, "."
	if git := above(root, ".git"); git != "" {
		s.repo = filepath.Dir(git)
		if rel, err := filepath.Rel(s.repo, root); err == nil {
			s.path = filepath.ToSlash(rel)
		}
	}
	return s.locateTool()
}

// locateTool finds the module that has lrcodes as a tool: that of the directory, or that of the working directory, from
// which go tool -C may have started lrcodes.
func (s *setup) locateTool() error {
	cwd, err := os.Getwd()
	if err != nil {
		return err
	}
	s.home = s.root
	if s.flags, s.hasTool = toolFlags(s.root); s.hasTool {
		return nil
	}
	if flags, found := toolFlags(cwd); found {
		s.home, s.flags, s.hasTool = cwd, flags, true
	}
	return nil
}

// packageDirs returns the directory of each package: one alone with -api, else one for each API of the builtin spec.
func (s *setup) packageDirs(builtin *spec.Spec) []string {
	if s.api != "" {
		return []string{path.Clean(s.target)}
	}
	var dirs []string
	for _, a := range builtin.APIs {
		dirs = append(dirs, path.Join(s.target, a.Package))
	}
	return dirs
}

// obstacles returns the files that are in the way of the packages, unless there is a configuration, which then decides
// where packages are. Generate reports such files too, but at a line of the configuration, and init removes the one that
// it wrote if it fails.
func (s *setup) obstacles(builtin *spec.Spec) ([]drift, error) {
	if exists(s.root, config.Name) {
		return nil, nil
	}
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.dir, diag.Cause(err))
	}
	defer root.Close()
	var files []drift
	for _, dir := range s.packageDirs(builtin) {
		file := notDirectory(root, dir)
		if name, other := packageIn(filepath.Join(s.root, filepath.FromSlash(dir))); s.api == "" && name != "" && name != path.Base(dir) {
			file = path.Join(dir, other) // with -api, packageKey adopts its name
		}
		if d := (drift{Path: file, State: output.Foreign}); file != "" && !slices.Contains(files, d) {
			files = append(files, d)
		}
	}
	return files, nil
}

// notDirectory returns dir or the directory above it that is something else than a directory below root: a file, or a
// symbolic link that leads out or nowhere. It returns "" if there is none.
func notDirectory(root *os.Root, dir string) string {
	for i, r := range dir + "/" {
		if r != '/' {
			continue
		}
		if _, err := root.Lstat(dir[:i]); err != nil {
			return "" // it does not exist yet, or what is wrong is reported when it is written
		}
		if info, err := root.Stat(dir[:i]); err != nil || !info.IsDir() {
			return dir[:i]
		}
	}
	return ""
}

// write writes the files of the set-up and generates. It prints what it did only once nothing can fail any more.
func (s *setup) write(builtin *spec.Spec) error {
	made, err := s.create(filepath.Join(s.root, config.Name), s.configuration(builtin))
	if !made && (s.api != "" || s.target != defaultTarget) {
		s.note("\tso -api and -dir change nothing; edit it, then run: %s", shellLine(s.command("generate")...))
	}
	if err == nil {
		err = s.hook()
	}
	if err == nil && s.ci != "" {
		err = s.workflow()
	}
	if err == nil && s.preCommit {
		err = s.preCommitHook()
	}
	if err != nil {
		return err
	}
	p, err := s.project("")
	if err != nil {
		return err
	}
	files, err := p.render()
	if err != nil {
		return err
	}
	drifts, err := output.Write(p.root, p.config.Dirs(), files)
	if err != nil {
		return err
	}
	if foreign := inTheWay(drifts); len(foreign) > 0 {
		return s.reportDrift("text", p.shownDrifts(foreign), s.again())
	}
	for _, line := range s.notes {
		fmt.Fprintln(s.stdout, line)
	}
	s.printChanges(p, drifts, done)
	s.next()
	return nil
}

// create writes a file unless it exists, and reports whether it did. To open it does both, so that a file that another
// program makes at the same time is not overwritten.
func (s *setup) create(file, text string) (bool, error) {
	shown := s.shown(file)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return false, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if os.IsExist(err) {
		s.note("%s exists already", shown)
		return false, nil
	}
	if err == nil {
		s.made = append(s.made, file)
		_, err = f.WriteString(text)
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", shown, diag.Cause(err))
	}
	s.note("wrote %s", shown)
	return true, nil
}

// undo removes what was written, and the directories that this leaves empty: os.Remove fails for any other.
func (s *setup) undo() {
	for _, file := range s.made {
		os.Remove(file)
		for dir := filepath.Dir(file); dir != s.repo && dir != s.root && os.Remove(dir) == nil; dir = filepath.Dir(dir) {
		}
	}
}

// note adds a line to what is printed if init succeeds.
func (s *setup) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// shown returns the path of a file relative to the directory.
func (s *setup) shown(file string) string {
	rel, err := filepath.Rel(s.root, file)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// command returns the words that run a command of this program on the directory.
func (s *setup) command(name string) []string {
	return slices.Concat(self(), []string{name}, given("-C", s.dir))
}

// again returns the command line that runs init again, once what is in the way is not.
func (s *setup) again() string {
	words := append(s.command("init"), given("-api", s.api, "-ci", s.ci)...)
	if s.target != defaultTarget {
		words = append(words, "-dir", s.target)
	}
	if s.preCommit {
		words = append(words, "-pre-commit")
	}
	return shellLine(words...)
}
