package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/lrcodes/lrcodes/generator"
)

// survey is how the disk differs from the plan.
type survey struct {
	targets   []target // in order of path
	orphans   []string // in order
	leftovers []string // temporary files of runs that were killed, or that are running
}

// target is a planned file and what its path is on disk.
type target struct {
	file  generator.File
	state State       // "" if the disk agrees
	diff  string      // as in Drift
	info  fs.FileInfo // of the regular file at its path, nil without one
}

func (t target) drift() Drift {
	return Drift{Path: t.file.Path, State: t.state, Diff: t.diff}
}

func (s survey) drifts() []Drift {
	var drifts []Drift
	for _, t := range s.targets {
		if t.state != "" {
			drifts = append(drifts, t.drift())
		}
	}
	for _, p := range s.orphans {
		drifts = append(drifts, Drift{Path: p, State: Orphan})
	}
	return sorted(drifts)
}

func (s survey) foreign() []Drift {
	return slices.DeleteFunc(s.drifts(), func(d Drift) bool { return d.State != Foreign })
}

// differing returns the targets to write if none is foreign.
func (s survey) differing() []target {
	return slices.DeleteFunc(slices.Clone(s.targets), func(t target) bool { return t.state == "" })
}

// survey compares every file, several at a time.
func (t *tree) survey() (survey, error) {
	s := survey{targets: make([]target, len(t.files))}
	errs := make([]error, len(t.files))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := next.Add(1) - 1; i < int64(len(t.files)); i = next.Add(1) - 1 {
				s.targets[i], errs[i] = t.compare(t.files[i])
			}
		}()
	}
	group.Wait()
	for i, err := range errs {
		if err != nil {
			return s, named(t.files[i].Path, err)
		}
	}
	err := t.findUnplanned(&s)
	return s, err
}

// compare compares a planned file with the one on disk. One that vanishes meanwhile is missing.
func (t *tree) compare(f generator.File) (target, error) {
	found := target{file: f, state: Missing}
	info, err := t.root.Lstat(f.Path)
	if err == nil && !info.Mode().IsRegular() {
		found.state = Foreign // and never opened: a pipe would wait, a device may have no end
		return found, nil
	}
	var data []byte
	var same bool
	if err == nil {
		data, same, err = t.read(f.Path, f.Data)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return found, err
	}
	if f.Target != nil && (err != nil || !same && !bytes.Equal(data, f.Target)) {
		return found, errEdited
	}
	switch {
	case same:
		found.info, found.state = info, ""
	case err == nil:
		found.info = info
		found.state, found.diff = differ(f, data)
	}
	return found, nil
}

// errEdited reports a file with sections that is not what was read. To write it would undo what someone just saved. A
// file that is as planned is fine: a concurrent run may have written it.
var errEdited = errors.New("changed while lrcodes ran, and left as it is; run lrcodes again")

// read compares a regular file with a content. If it is not the same, read returns the file's, which is no larger than
// the output of a run. Most files are the same, and are not held in memory.
func (t *tree) read(p string, content []byte) (data []byte, same bool, err error) {
	in, err := t.root.Open(p)
	if err != nil {
		return nil, false, err
	}
	defer in.Close()
	info, err := in.Stat()
	switch {
	case err != nil:
		return nil, false, err
	case !info.Mode().IsRegular():
		return nil, false, errors.New("not a regular file")
	case info.Size() > generator.MaxSize:
		return nil, false, fmt.Errorf("larger than %d MiB", generator.MaxSize>>20)
	}
	if same, err = isContent(in, content); same || err != nil {
		return nil, same, err
	}
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return nil, false, err
	}
	out := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	_, err = out.ReadFrom(io.LimitReader(in, generator.MaxSize))
	return out.Bytes(), false, err
}

// isContent reports whether a file has exactly this content. It reads no more than it needs to know.
func isContent(in io.Reader, content []byte) (bool, error) {
	buffer := make([]byte, min(len(content)+1, 64<<10))
	for {
		n, err := in.Read(buffer)
		if n > len(content) || !bytes.Equal(buffer[:n], content[:n]) {
			return false, nil
		}
		content = content[n:]
		if err == io.EOF {
			return len(content) == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// differ compares the content of a regular file with the generated one.
func differ(f generator.File, disk []byte) (State, string) {
	if !ownedAs(f, disk) {
		return Foreign, ""
	}
	was, is := lf(disk), lf(f.Data)
	switch {
	case bytes.Equal(was, is):
		return "", ""
	case f.Unread:
		return Changed, ""
	}
	_, unified, _ := bytes.Cut(diff.Diff("a/"+f.Path, was, "b/"+f.Path, is), []byte("\n")) // without the line "diff a b"
	return Changed, string(unified)
}

func lf(data []byte) []byte {
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}
