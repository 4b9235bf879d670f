package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// comparison is what the command reports.
type comparison struct {
	since, until catalogue
	changes      []compat.Change
	fail         string           // value of -fail
	bump         bump             // what the changes ask for
	next         string           // the lowest version that the next release may have, or ""
	release      string           // value of -release
	decisions    []byte           // content of the file of decisions
	acceptFile   string           // what messages call that file
	diagnostics  diag.Diagnostics // of that file
	requirement  diag.Position    // of lrcodes in the go.mod of the newer side, where the builtin spec comes from
}

// compareNamed compares two catalogues that arguments name.
func (e *env) compareNamed(o *changesOptions, old, new string) (*comparison, error) {
	c := &comparison{acceptFile: acceptFile}
	var err error
	if c.since, err = e.namedCatalogue(old, spec.LoadOld); err != nil {
		return nil, unreadable(old, err)
	}
	if c.until, err = e.namedCatalogue(new, spec.LoadExtension); err != nil {
		return nil, err
	}
	if *o.accept != "" {
		if c.acceptFile, c.decisions, err = e.readDecisions(*o.accept); err != nil {
			return nil, err
		}
	}
	c.changes = compat.Compare(c.since.spec, c.until.spec)
	return c, e.judge(c, o, false)
}

// compareInTime compares a project with what it was.
func (e *env) compareInTime(o *changesOptions) (*comparison, error) {
	h, err := e.openHistory(*o.config)
	if err != nil {
		return nil, err
	}
	defer h.repo.Close()
	since := *o.since
	if since == "" {
		since, err = h.base(*o.until)
	} else {
		err = h.noteBranch(since)
	}
	if err != nil {
		return nil, err
	}
	c := &comparison{}
	if c.since, err = h.at(since, spec.LoadOld); err != nil {
		return nil, unreadable(since, err)
	}
	if c.until, err = h.newer(*o.until); err != nil {
		return nil, err
	}
	c.requirement = h.requirement
	c.changes = h.relevant(c.since.spec, c.until.spec, *o.api)
	if c.acceptFile, c.decisions, err = h.decisions(*o.accept); err != nil {
		return nil, err
	}
	last, err := h.lastRelease(*o.until)
	if err != nil {
		return nil, err
	}
	return c, e.judge(c, o, since == last)
}

// unreadable returns the error of an older side, which is trouble even if it is a problem of a spec: what cannot be
// read must not be taken for what did not change.
func unreadable(title string, err error) error {
	var diags diag.Diagnostics
	if !errors.As(err, &diags) {
		return err
	}
	more := ""
	if len(diags) > 1 {
		more = fmt.Sprintf(", and %s more", count(len(diags)-1, "problem"))
	}
	return fmt.Errorf("%s cannot be read: %s%s", title, diags[0], more)
}

// relevant returns the changes of the apis that an output of the project shows, of the one that the user names, and of
// what belongs to no api. A package that has another name in the spec is relevant only if the generated one has.
func (h *history) relevant(before, after *spec.Spec, named string) []compat.Change {
	changes := compat.Compare(before, after)
	if h.file == "" || len(h.config.Outputs) == 0 {
		return changes
	}
	shown, renamed := map[string]bool{named: true}, make(map[string]bool)
	for _, o := range h.config.Outputs {
		if _, ok := o.(*config.HTTPStatus); ok {
			continue // it shows no api
		}
		for _, a := range slices.Concat(config.Selected(o, before), config.Selected(o, after)) {
			shown[a.ID] = true
		}
		if o, ok := o.(*config.Go); ok && o.PackageName(before) != o.PackageName(after) {
			renamed[o.APIs[0].ID] = true
		}
	}
	all := len(changes)
	changes = slices.DeleteFunc(changes, func(c compat.Change) bool {
		return c.API != "" && !shown[c.API] || c.ID == "package-renamed" && !renamed[c.API]
	})
	if n := all - len(changes); n > 0 {
		h.env.note("left out %s of apis that no output of %s shows", count(n, "change"), h.show(h.file))
	}
	return changes
}

// decisions returns the file of decisions of the project and its content; there need not be one.
func (h *history) decisions(name string) (string, []byte, error) {
	if name != "" {
		return h.env.readDecisions(name)
	}
	data, err := os.ReadFile(filepath.Join(h.root, acceptFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", nil, fmt.Errorf("%s: %w", h.show(acceptFile), diag.Cause(err))
	}
	return h.show(acceptFile), data, nil
}

// readDecisions returns a file of decisions that the user names, and its content.
func (e *env) readDecisions(name string) (string, []byte, error) {
	full := name
	if !filepath.IsAbs(name) {
		full = filepath.Join(e.dir, name)
	}
	data, err := os.ReadFile(full)
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", name, diag.Cause(err))
	}
	return filepath.ToSlash(name), data, nil
}

// judge applies -api, the decisions and -release. sinceLast reports whether the older side is the last release: only
// then a decision that accepts nothing is a finding.
func (e *env) judge(c *comparison, o *changesOptions, sinceLast bool) error {
	c.fail, c.release = *o.fail, *o.release
	accepted, diags := compat.ReadAcceptances(c.acceptFile, c.decisions)
	if len(diags) > 0 {
		return diags
	}
	if id := *o.api; id != "" {
		if c.since.spec.API(id) == nil && c.until.spec.API(id) == nil {
			return unknownAPI(c.until.spec, id)
		}
		c.changes = slices.DeleteFunc(c.changes, func(c compat.Change) bool { return c.API != id })
		accepted = slices.DeleteFunc(accepted, func(a *compat.Acceptance) bool { return a.API != id })
	}
	for _, d := range compat.Apply(accepted, c.changes, e.now()) {
		if d.Rule == compat.RuleAcceptUnused && !sinceLast {
			e.note("%s", d)
		} else {
			c.diagnostics = append(c.diagnostics, d)
		}
	}
	c.bump = bumpOf(c.since.version, c.changes)
	c.next = c.bump.next(c.since.version)
	if c.release != "" && c.next == "" {
		return usageError(fmt.Sprintf("-release needs an older side that is a version, and %s is not", c.since.title))
	}
	return nil
}

// fails reports whether the command finds fault: with a change, with the decisions, or with the version under test.
func (c *comparison) fails() bool {
	return len(c.open()) > 0 || len(c.diagnostics) > 0 || c.tooLow()
}

// open returns the changes that count for -fail and that no decision accepts.
func (c *comparison) open() []compat.Change {
	return slices.DeleteFunc(slices.Clone(c.changes), func(change compat.Change) bool {
		return change.Accepted != nil || change.Level > failLevel(c.fail)
	})
}

// tooLow reports whether the version under test is lower than the changes ask for. A pre-release counts as its release.
func (c *comparison) tooLow() bool {
	return c.release != "" && semver.Compare(releaseOf(c.release), c.next) < 0
}
