package config

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

var (
	errIrregular = errors.New("not a regular file")
	errDirectory = errors.New("a directory, not a file")
)

// readFile reads a regular file of at most strict.MaxSize bytes. It does not open anything else: to open a pipe could
// wait forever, and a device may have no end.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errDirectory
	case !info.Mode().IsRegular():
		return nil, errIrregular
	case info.Size() > strict.MaxSize: // one that grows is found below, after so much is read
		return nil, strict.ErrTooLarge
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, strict.MaxSize+1))
	if len(data) > strict.MaxSize {
		err = strict.ErrTooLarge
	}
	return data, cmp.Or(err, f.Close())
}

// template reads a template. CRLF becomes LF, so that what it renders does not depend on how it was checked out.
func (l *loader) template(v *strict.Value) Text {
	t := l.read(v, "template")
	t.Data = strings.ReplaceAll(t.Data, "\r\n", "\n")
	return t
}

// target reads the file of an Inject. To replace a symbolic link by a file would break it.
func (l *loader) target(v *strict.Value) Text {
	if name := clean(v); l.isLink(name) {
		l.diags.Add(v.Position(), RulePath, "file %q is a symbolic link; name the file that it links to", name)
		return Text{}
	}
	return l.read(v, "file")
}

// read reads a file that the configuration names.
func (l *loader) read(v *strict.Value, what string) Text {
	t := Text{Path: clean(v), Position: v.Position()}
	data, err := readFile(l.fsys, t.Path)
	if err != nil {
		l.reportUnreadable(v.Position(), fmt.Sprintf("%s %q", what, t.Path), err, "")
	}
	t.Data = string(data)
	return t
}

func (l *loader) isLink(name string) bool {
	entries, _ := fs.ReadDir(l.fsys, path.Dir(name)) // an error is reported when the file is read
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return e.Name() == path.Base(name) && e.Type()&fs.ModeSymlink != 0
	})
}

// checkLinks reports the spec files of a source that are symbolic links out of the root.
func (l *loader) checkLinks(s Source, dir string) {
	entries, _ := fs.ReadDir(l.fsys, dir) // an error is reported when the spec is loaded
	for _, e := range entries {
		if e.Type()&fs.ModeSymlink == 0 || !spec.IsFileName(e.Name()) {
			continue
		}
		if _, err := fs.Stat(l.fsys, path.Join(dir, e.Name())); err != nil && throughLink(err) {
			l.reportUnreadable(s.Position, fmt.Sprintf("file %q of source %q", path.Join(dir, e.Name()), s.Path), err, "")
		}
	}
}

// checkOutputDir reports a directory to write in that is no directory, or that leaves the root by a symbolic link. One
// that does not exist yet is fine.
func (l *loader) checkOutputDir(v *strict.Value, dir string) {
	if v == nil || dir == "." {
		return
	}
	info, err := fs.Stat(l.fsys, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		l.reportUnreadable(v.Position(), fmt.Sprintf("directory %q", dir), err, "")
	case !info.IsDir():
		l.diags.Add(v.Position(), RuleClash, "%q is a file, not a directory", dir)
	}
}

// reportUnreadable reports why a file cannot be read: at its position if the configuration names the wrong one, as
// trouble if the system fails.
func (l *loader) reportUnreadable(at diag.Position, what string, err error, hint string) {
	switch {
	case throughLink(err):
		l.diags.Add(at, RulePath, "%s leaves the directory of the configuration by a symbolic link", what)
	case errors.Is(err, fs.ErrNotExist):
		l.diags.Add(at, RuleUnreadable, "%s does not exist%s", what, hint)
	case err == errDirectory, err == errIrregular, err == strict.ErrTooLarge:
		l.diags.Add(at, RuleUnreadable, "%s is %v", what, err)
	default:
		l.trouble = cmp.Or(l.trouble, fmt.Errorf("%s: %s: %w", at, what, diag.Cause(err)))
	}
}
