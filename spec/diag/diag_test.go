package diag_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec/diag"
)

func TestNearest(t *testing.T) {
	words := []string{"message", "description", "categories", "http"}
	for misspelled, want := range map[string]string{
		"mesage": "message", "Message": "message", "category": "categories", "htp": "http", "foo": "", "": "", "descripton": "description",
	} {
		if got := diag.Nearest(misspelled, words); got != want {
			t.Errorf("%q: got %q, want %q", misspelled, got, want)
		}
	}
}

func TestSorted(t *testing.T) {
	var ds diag.Diagnostics
	at := diag.Position{File: "b", Line: 2, Column: 1}
	ds.Add(at, "r", "second, see %s", diag.Position{File: "a", Line: 1, Column: 9})
	ds.Add(diag.Position{File: "a", Line: 10, Column: 1}, "r", "first")
	ds.Add(at, "r", "second, see %s", diag.Position{File: "a", Line: 1, Column: 9})
	got := ds.Sorted()
	if want := "a:10:1: first [r]\nb:2:1: second, see a:1:9 [r]"; got.Error() != want || len(got[1].Related) != 1 {
		t.Errorf("got %s %v", got, got[1].Related)
	}
}

func TestDidYouMean(t *testing.T) {
	for misspelled, want := range map[string]string{"genrate": `; did you mean "generate"?`, "xyz": "; there is generate, check"} {
		if got := diag.DidYouMean(misspelled, []string{"generate", "check"}); got != want {
			t.Errorf("%q: got %q, want %q", misspelled, got, want)
		}
	}
	if got := diag.DidYouMean("xyz", nil); got != "" {
		t.Errorf("without words: got %q", got)
	}
}

func TestCause(t *testing.T) {
	_, err := fstest.MapFS{}.Open("a")
	if got := diag.Cause(err); got != fs.ErrNotExist {
		t.Errorf("got %v, want %v", got, fs.ErrNotExist)
	}
	if other := errors.New("other"); diag.Cause(other) != other {
		t.Errorf("an error of another kind is not returned as it is")
	}
}
