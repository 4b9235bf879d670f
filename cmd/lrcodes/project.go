package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// project is what a command works on: a directory, what to generate there, and the spec.
type project struct {
	root   string // directory of the configuration
	shown  string // what messages put before paths below root, or ""
	config *config.Config
	spec   *spec.Spec
}

// misnamed is how a configuration might be called by mistake, and then be passed over without a word.
const misnamed = "lrcodes.yml"

var errMisnamed = fmt.Errorf("%s: the configuration is called %s; rename it", misnamed, config.Name)

// project loads the configuration and the spec that the flags name. Where the directory has no configuration, the
// builtin spec is generated whole.
func (e *env) project() (*project, error) {
	file := e.config
	if file == "" {
		file = config.Name
	}
	p := &project{root: filepath.Join(e.dir, filepath.Dir(file)), shown: filepath.ToSlash(filepath.Dir(file))}
	if filepath.IsAbs(file) {
		p.root = filepath.Dir(file)
	}
	root, err := os.OpenRoot(p.root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.root, diag.Cause(err))
	}
	defer root.Close()
	fsys := root.FS()
	p.config, err = config.Load(fsys, filepath.Base(file), p.show(filepath.Base(file)))
	_, missing := os.Lstat(filepath.Join(p.root, filepath.Base(file))) // a link that leads nowhere is a configuration
	if errors.Is(err, fs.ErrNotExist) && missing != nil && e.config == "" {
		if _, err := fs.Stat(fsys, misnamed); err == nil {
			return nil, errMisnamed
		}
		if p.spec, err = spec.Load(spec.Builtin()); err == nil {
			p.config = config.Default(p.spec)
		}
		return p, err
	}
	if err != nil {
		return nil, err
	}
	if p.spec, err = spec.Load(p.sources(fsys)...); err != nil {
		return nil, err
	}
	if diags := p.config.Check(p.spec); len(diags) > 0 {
		return nil, diags
	}
	return p, nil
}

// sources returns the sources of the configuration.
func (p *project) sources(fsys fs.FS) []spec.Source {
	var sources []spec.Source
	for _, s := range p.config.Sources {
		if s.Path == config.BuiltinSource {
			sources = append(sources, spec.Builtin())
		} else {
			sources = append(sources, spec.Source{Name: p.show(path.Clean(s.Path)), FS: fsys, Path: path.Clean(s.Path)})
		}
	}
	return sources
}

// show returns a path below root as the user would type it.
func (p *project) show(name string) string { return path.Join(p.shown, name) }

// namedSource returns the source that an argument names.
func (e *env) namedSource(arg string) spec.Source {
	if arg == config.BuiltinSource {
		return spec.Builtin()
	}
	full := arg
	if !filepath.IsAbs(arg) {
		full = filepath.Join(e.dir, arg)
	}
	return spec.Source{Name: filepath.ToSlash(arg), FS: os.DirFS(filepath.Dir(full)), Path: filepath.Base(full)}
}
