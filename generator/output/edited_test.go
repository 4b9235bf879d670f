package output

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/lrcodes/lrcodes/generator"
)

// page is a plan of a page that contains old, with another file that is written too.
func page(old string) []generator.File {
	return []generator.File{
		file("a.go", "new\n"),
		{Path: "sub/README.md", Data: []byte("generated\n"), Target: []byte(old)},
	}
}

// save writes the page of the plan, as its author's editor or a git checkout does.
func save(t *testing.T, root, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Join(root, "sub"), 0o777))
	must(t, os.WriteFile(filepath.Join(root, "sub", "README.md"), []byte(text), 0o666))
}

const editedError = "error: sub/README.md: changed while lrcodes ran, and left as it is; run lrcodes again\n"

// TestEditedBeforeSurvey saves a page after it was read and before it is compared.
func TestEditedBeforeSurvey(t *testing.T) {
	for name, run := range map[string]func(string, []string, []generator.File) ([]Drift, error){"Check": Check, "Write": Write} {
		root := t.TempDir()
		save(t, root, "edited\n")
		before := snapshot(t, root)
		if got := report(run(root, nil, page("read\n"))); got != editedError {
			t.Errorf("%s of an edited page: %s", name, got)
		}
		must(t, os.Remove(filepath.Join(root, "sub", "README.md")))
		if got := report(run(root, nil, page("read\n"))); got != editedError {
			t.Errorf("%s of a removed page: %s", name, got)
		}
		save(t, root, "edited\n")
		if after := snapshot(t, root); !maps.Equal(before, after) {
			t.Errorf("%s changed the tree: %q", name, after)
		}
	}
}

// TestEditedBeforeRename saves a page after everything was compared. Nothing may be replaced then, not even the files
// that come first in order of path.
func TestEditedBeforeRename(t *testing.T) {
	root := t.TempDir()
	save(t, root, "read\n")
	done, err := stagedWrite(t, root, page("read\n"), func(*tree) { save(t, root, "edited\n") })
	if got := report(done, err); got != editedError {
		t.Error(got)
	}
	if got := snapshot(t, root); len(got) != 2 || got["sub/README.md"] != "edited\n" {
		t.Errorf("left %q", got)
	}
}

// TestWrittenByAnother writes a page that a concurrent run has written already, which is no edit.
func TestWrittenByAnother(t *testing.T) {
	root := t.TempDir()
	save(t, root, "read\n")
	done, err := stagedWrite(t, root, page("read\n"), func(*tree) { save(t, root, "generated\n") })
	if err != nil || len(done) != 2 {
		t.Error(report(done, err))
	}
}
