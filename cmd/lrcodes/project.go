package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/generator/output"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// project is what a command works on: a directory, what to generate there, and the spec.
type project struct {
	root   string   // directory of the configuration, as the operating system finds it
	dir    string   // the user's directory, absolute
	shown  string   // root as the user would type it: relative to dir, or absolute
	file   string   // of the configuration, in root; "" in the module of lrcodes, which has none
	flags  []string // -C and -config, as they were given
	config *config.Config
	spec   *spec.Spec
	unread []string // directories below the sources with YAML files that are not read
}

// misnamed is a common misspelling of the name of the configuration, which is reported instead of ignored.
const misnamed = "lrcodes.yml"

// misnamedError reports a configuration that has the name misnamed.
func misnamedError(file string) error {
	return fmt.Errorf("%s: the configuration is called %s; rename it", filepath.ToSlash(file), config.Name)
}

var errNoConfig = fmt.Errorf("no %s here or above: run lrcodes init, or name one with -config", config.Name)

// project loads the configuration that -config names, or else the nearest one, and the spec. In the module of lrcodes,
// which has no configuration, the builtin spec is generated whole.
func (e *env) project(file string) (*project, error) {
	p, err := e.locate(file)
	if err != nil {
		return nil, err
	}
	if p.file != "" {
		err := p.load()
		e.warnUnread(p.unread)
		return p, err
	}
	if p.spec, err = spec.Load(spec.Builtin()); err != nil {
		return nil, err
	}
	p.config = config.Default(p.spec, changeRows())
	return p, nil
}

// locate returns the project without its configuration and its spec.
func (e *env) locate(file string) (*project, error) {
	dir, err := filepath.Abs(e.dir)
	if err != nil {
		return nil, err
	}
	p := &project{dir: dir, flags: given("-C", e.dir, "-config", file)}
	if file != "" {
		p.file = filepath.Base(file)
	} else {
		if _, err := os.ReadDir(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", e.dir, diag.Cause(err))
		}
		if file, err = findConfig(dir); err != nil {
			return nil, err
		}
		if filepath.Base(file) == config.Name {
			p.file = config.Name
		}
	}
	p.root, p.shown = filepath.Dir(file), filepath.Dir(file)
	p.root = e.resolve(p.root)
	return p, nil
}

// spec loads the spec of the project and its configuration, or the builtin spec and an empty one if there is no
// configuration: for commands that only answer questions.
func (e *env) spec(file string) (*spec.Spec, *config.Config, error) {
	p, err := e.project(file)
	if errors.Is(err, errNoConfig) {
		builtin, err := spec.Load(spec.Builtin())
		return builtin, &config.Config{}, err
	}
	if err != nil {
		return nil, nil, err
	}
	return p.spec, p.config, nil
}

// findConfig returns the path, relative to dir, of the nearest lrcodes.yaml in dir or above it. The search ends at the
// root of the repository, or at that of the module if there is no repository. In the module of lrcodes it returns the
// path of go.mod.
func findConfig(dir string) (string, error) {
	top := searchRoot(dir)
	for up := "."; ; up = filepath.Join("..", up) {
		here := filepath.Join(dir, up)
		switch {
		case isThere(here, config.Name):
			return filepath.Join(up, config.Name), nil
		case isThere(here, misnamed):
			return "", misnamedError(filepath.Join(up, misnamed))
		case isOwnModule(here):
			return filepath.Join(up, "go.mod"), nil
		case here == top:
			return "", errNoConfig
		}
	}
}

// searchRoot returns the directory at which a search upward from dir ends. It is the repository and not the module, so
// that one configuration at the root of a monorepo serves all its modules.
func searchRoot(dir string) string {
	for _, name := range []string{".git", "go.mod"} {
		if file := above(dir, name); file != "" {
			return filepath.Dir(file)
		}
	}
	return dir
}

// isThere reports whether a directory has an entry of a name; a symbolic link that leads nowhere is one.
func isThere(dir, name string) bool {
	_, err := os.Lstat(filepath.Join(dir, name))
	return err == nil
}

// isOwnModule reports whether a directory is the root of the module of lrcodes.
func isOwnModule(dir string) bool {
	data, err := readRegular(filepath.Join(dir, "go.mod"))
	return err == nil && modfile.ModulePath(data) == modulePath
}

// load reads the configuration of the project, and the spec that it names. All is read through an os.Root, so that no
// symbolic link leads out of the directory of the configuration.
func (p *project) load() error {
	root, err := os.OpenRoot(p.root)
	if err != nil {
		return fmt.Errorf("%s: %w", p.root, diag.Cause(err))
	}
	defer root.Close()
	if p.config, err = config.Load(root.FS(), p.file, p.show(p.file)); err != nil {
		return err
	}
	sources := p.sources(p.config.Sources, root.FS(), spec.Builtin())
	p.unread = unreadBelow(sources)
	if size := sizeOf(sources); size > hugeSpec {
		limitMemory(size)
	}
	if p.spec, err = spec.Load(sources...); err != nil {
		return err
	}
	if diags := p.config.Check(p.spec); len(diags) > 0 {
		return diags
	}
	return nil
}

// hugeSpec is the size of a spec from which memory matters more than time. The builtin spec has a tenth of it.
const hugeSpec = 2 << 20

// sizeOf returns the bytes of all files of the sources. What cannot be read counts nothing: loading reports it.
func sizeOf(sources []spec.Source) int64 {
	var size int64
	for _, s := range sources {
		if info, err := fs.Stat(s.FS, s.Path); err == nil && !info.IsDir() {
			size += info.Size()
			continue
		}
		entries, _ := fs.ReadDir(s.FS, s.Path)
		for _, e := range entries {
			if info, err := e.Info(); err == nil {
				size += info.Size()
			}
		}
	}
	return size
}

// sources returns the sources that a configuration lists. fsys is its directory, and builtin what it calls so.
func (p *project) sources(list []config.Source, fsys fs.FS, builtin spec.Source) []spec.Source {
	var sources []spec.Source
	for _, s := range list {
		if s.Path == config.BuiltinSource {
			sources = append(sources, builtin)
		} else {
			sources = append(sources, spec.Source{Name: p.show(path.Clean(s.Path)), FS: fsys, Path: path.Clean(s.Path)})
		}
	}
	return sources
}

// warnUnread prints directories with YAML files that are not read.
func (e *env) warnUnread(dirs []string) {
	for _, dir := range dirs {
		fmt.Fprintf(e.stderr, "lrcodes: %s has YAML files that are not read, because sources are not recursive: name it as a source of its own\n", printable(dir))
	}
}

// unreadBelow returns the subdirectories of sources that contain YAML files and are not sources themselves. A directory
// that cannot be read has none: if it matters, it is reported when the source is loaded.
func unreadBelow(sources []spec.Source) []string {
	var dirs []string
	for _, s := range sources {
		if s.Name == config.BuiltinSource {
			continue
		}
		entries, _ := fs.ReadDir(s.FS, s.Path)
		for _, e := range entries {
			name := path.Join(s.Name, e.Name())
			isSource := func(s spec.Source) bool { return path.Clean(s.Name) == name }
			if e.IsDir() && !isSkipped(e.Name()) && hasYAML(s.FS, path.Join(s.Path, e.Name())) && !slices.ContainsFunc(sources, isSource) {
				dirs = append(dirs, name)
			}
		}
	}
	return dirs
}

// hasYAML reports whether a directory contains files that would be read if it were a source.
func hasYAML(fsys fs.FS, dir string) bool {
	entries, _ := fs.ReadDir(fsys, dir)
	return slices.ContainsFunc(entries, spec.IsFile)
}

// show returns a path below root as the user would type it: relative to the user's directory, unless -config was
// absolute.
func (p *project) show(name string) string {
	if shown, err := filepath.Rel(p.dir, filepath.Join(p.dir, p.shown, name)); err == nil && !filepath.IsAbs(p.shown) {
		return filepath.ToSlash(shown)
	}
	return path.Join(filepath.ToSlash(p.shown), name)
}

// shownDrifts returns drifts with the paths that the user would type.
func (p *project) shownDrifts(drifts []output.Drift) []drift {
	var shown []drift
	for _, d := range drifts {
		shown = append(shown, drift{p.show(d.Path), d.State, d.Diff})
	}
	return shown
}

// command returns the command line that runs a command of this program on the same project.
func (p *project) command(name string) string {
	return shellLine(slices.Concat(self(), []string{name}, p.flags)...)
}

// namedSource returns the source that an argument names.
func (e *env) namedSource(arg string) spec.Source {
	if arg == config.BuiltinSource {
		return spec.Builtin()
	}
	full := e.resolve(arg)
	return spec.Source{Name: path.Clean(filepath.ToSlash(arg)), FS: os.DirFS(filepath.Dir(full)), Path: filepath.Base(full)}
}

// resolve returns a path that the user gave, which is relative to -C, as one relative to the working directory.
func (e *env) resolve(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(e.dir, name)
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

// exists reports whether a directory has a file or a directory of a name; a symbolic link that leads nowhere is none.
func exists(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}

// readRegular reads a regular file of at most strict.MaxSize bytes.
func readRegular(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err == nil {
		err = irregular(info)
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

var errIrregular = errors.New("not a regular file")

// irregular returns why a file is not read: a named pipe would block, and nothing that lrcodes reads is larger than
// strict.MaxSize.
func irregular(info fs.FileInfo) error {
	switch {
	case !info.Mode().IsRegular():
		return errIrregular
	case info.Size() > strict.MaxSize:
		return strict.ErrTooLarge
	}
	return nil
}
