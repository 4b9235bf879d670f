package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// catalogue is one side of a comparison.
type catalogue struct {
	title   string // what the verdict calls it
	version string // the release that it is, or ""
	spec    *spec.Spec
}

// workingTree is the title of the newer side that is not a revision.
const workingTree = "the working tree"

// loader reads a spec: spec.LoadOld for the older side, so that a rule that is newer than a release does not make it
// unreadable; spec.Load or spec.LoadExtension for the newer one.
type loader func(...spec.Source) (*spec.Spec, error)

// namedCatalogue returns the catalogue that an argument names. What an argument means never depends on which files
// exist, so that a script means the same everywhere.
func (e *env) namedCatalogue(arg string, load loader) (catalogue, error) {
	c := catalogue{title: arg}
	source := e.namedSource(arg)
	switch {
	case arg == "":
		return c, usageError("a catalogue is empty")
	case arg == config.BuiltinSource && isRelease(ownVersion()):
		c.version = ownVersion()
	case strings.HasPrefix(arg, modulePath+"@"):
		c.version = strings.TrimPrefix(arg, modulePath+"@")
		c.title = c.version
		var err error
		if source, err = releasedSpec(c.version); err != nil {
			return c, err
		}
	case filepath.Ext(arg) == ".json":
		var err error
		c.spec, err = readExport(source)
		return c, err
	}
	var err error
	c.spec, err = load(source)
	return c, err
}

// readExport reads a JSON document of the json output or of list.
func readExport(source spec.Source) (*spec.Spec, error) {
	var data []byte
	info, err := fs.Stat(source.FS, source.Path)
	switch {
	case err != nil:
	case !info.Mode().IsRegular(): // a named pipe would block
		err = errors.New("not a regular file")
	case info.Size() > strict.MaxSize:
		err = strict.ErrTooLarge
	default:
		data, err = fs.ReadFile(source.FS, source.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, diag.Cause(err))
	}
	s, err := export.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Name, err)
	}
	return s, nil
}

// history is a project and its repository: what is compared with itself in time.
type history struct {
	*project
	env  *env
	repo *repository

	requirement diag.Position // of lrcodes in the go.mod of the working tree: the line that an upgrade changes
	noted       bool          // that no go.mod requires lrcodes: it is printed once, and may be so on both sides
}

// errNothing ends a comparison that has no older side, after a note was printed.
var errNothing = errors.New("nothing to compare with")

// openHistory opens the project and its repository.
func (e *env) openHistory(file string) (*history, error) {
	p, err := e.locate(file)
	if errors.Is(err, errNoConfig) {
		return nil, fmt.Errorf("%w; or name two catalogues", err)
	}
	if err != nil {
		return nil, err
	}
	repo, err := openRepository(p.root)
	if err != nil {
		return nil, err
	}
	return &history{project: p, env: e, repo: repo}, nil
}

// lastRelease returns the last release tag before a revision, or before HEAD if the revision is "". It returns "" if
// there is none.
func (h *history) lastRelease(until string) (string, error) {
	id := h.repo.head
	if until != "" {
		var err error
		if id, err = h.repo.commit(until); err != nil {
			return "", err
		}
	}
	if id == "" {
		return "", nil // no commit yet
	}
	return h.repo.lastRelease(id)
}

// nothingBefore prints a note and returns errNothing if there is no release to compare with, so that a repository may check
// its changes before its first release. In a shallow clone nobody knows whether there is one: that is trouble, because "no
// changes" could be wrong.
func (h *history) nothingBefore() error {
	shallow, err := h.repo.isShallow()
	if err != nil {
		return err
	}
	if shallow {
		return errors.New("the clone is shallow and has no release tag: fetch the tags, in GitHub Actions by fetch-depth: 0, or use -since")
	}
	h.env.note("there is no earlier release tag vX.Y.Z, so there is nothing to compare with; -since names another revision")
	return errNothing
}

// at returns the project at a revision. A release tag names a version, from which the next one follows.
func (h *history) at(revision string, load loader) (catalogue, error) {
	c := catalogue{title: revision}
	if isRelease(revision) {
		c.version = revision
	}
	id, err := h.repo.commit(revision)
	if err != nil {
		return c, err
	}
	top, err := h.repo.tree(id)
	if err != nil {
		return c, err
	}
	c.spec, err = h.inTree(top, revision, load)
	return c, err
}

// noteBranch prints a note if an older revision is not in the history of HEAD: what only it has counts as removed.
func (h *history) noteBranch(revision string) error {
	id, err := h.repo.commit(revision)
	if err != nil || h.repo.head == "" {
		return err
	}
	contained, err := h.repo.isAncestor(id, h.repo.head)
	if err == nil && !contained {
		h.env.note("%s is not in the history of HEAD, so what only %[1]s has counts as removed; use -since $(git merge-base %[2]s HEAD)", revision, shellLine(revision))
	}
	return err
}

// inTree reads the spec of the project from the root directory of a commit. Of the configuration there only the sources
// count, which config.Sources reads: the rest may be of another version of lrcodes.
func (h *history) inTree(top *tree, revision string, load loader) (*spec.Spec, error) {
	dir, err := top.sub(h.repo.prefix)
	if err != nil {
		return nil, err
	}
	name := h.file
	if name == "" {
		name = ownSpec
	}
	if dir != nil {
		_, err = fs.Stat(dir, name)
	}
	if dir == nil || errors.Is(err, fs.ErrNotExist) { // the project did not exist yet
		h.env.note("%s has no %s, so everything counts as new", revision, h.show(name))
		return &spec.Spec{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", h.show(name), diag.Cause(err))
	}
	if h.file == "" {
		return load(h.ownSource(dir))
	}
	data, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", h.show(name), diag.Cause(err))
	}
	sources, diags := config.Sources(h.show(name), data)
	if len(diags) > 0 {
		return nil, diags
	}
	builtin, _, err := h.builtin(sources, top)
	if err != nil {
		return nil, err
	}
	return load(h.sources(sources, dir, builtin)...)
}

// ownSource returns the builtin spec as the files of the module of lrcodes, and not as this program embeds it: a
// program may be older than the files.
func (h *history) ownSource(dir fs.FS) spec.Source {
	return spec.Source{Name: h.show(ownSpec), FS: dir, Path: ownSpec}
}

// newer returns the newer side: the project at a revision, or as it is on disk if the revision is "". In both cases it
// loads the configuration on disk, whose outputs decide which apis count.
func (h *history) newer(revision string) (catalogue, error) {
	c := catalogue{title: workingTree}
	root, err := os.OpenRoot(h.root)
	if err != nil {
		return c, fmt.Errorf("%s: %w", h.root, diag.Cause(err))
	}
	defer root.Close()
	if h.file != "" {
		if h.config, err = config.Load(root.FS(), h.file, h.show(h.file)); err != nil {
			return c, err
		}
	}
	switch {
	case revision != "":
		return h.at(revision, spec.Load)
	case h.file == "":
		c.spec, err = spec.Load(h.ownSource(root.FS()))
		return c, err
	}
	builtin, at, err := h.builtin(h.config.Sources, os.DirFS(h.root+"/"+h.repo.up))
	if err != nil {
		return c, err
	}
	if at.File != "" {
		at.File = h.show(h.repo.up + at.File)
		h.requirement = at
	}
	if c.spec, err = spec.Load(h.sources(h.config.Sources, root.FS(), builtin)...); err != nil {
		return c, err
	}
	if diags := h.config.Check(c.spec); len(diags) > 0 {
		return c, diags
	}
	return c, nil
}

// builtin returns what "builtin" means in a list of sources, and the position of the requirement that says so, if one
// does. top is the root of the repository, as it is on disk or in a commit. Builtin is not simply what this program
// embeds, because then an upgrade of lrcodes would change both sides alike. It is, in this order:
//
//   - in the module of lrcodes, which a repository may contain: the files of its spec directory
//   - the spec of the version of lrcodes that the go.mod requires there
//   - what this program embeds, and a note says so
func (h *history) builtin(sources []config.Source, top fs.FS) (spec.Source, diag.Position, error) {
	if !slices.ContainsFunc(sources, func(s config.Source) bool { return s.Path == config.BuiltinSource }) {
		return spec.Builtin(), diag.Position{}, nil
	}
	r, err := findRequirement(top, h.repo.prefix)
	switch {
	case err != nil:
		return spec.Source{}, r.at, err
	case r.spec != "":
		return spec.Source{Name: h.show(h.repo.up + r.spec), FS: top, Path: r.spec}, r.at, nil
	case r.version == "":
		if !h.noted {
			h.env.note("no go.mod requires %s, so builtin is the spec of this program, version %s", modulePath, ownVersion())
			h.noted = true
		}
		return spec.Builtin(), r.at, nil
	}
	source, err := releasedSpec(r.version)
	return source, r.at, err
}
