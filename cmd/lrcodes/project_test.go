package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// TestReadRegular reads what is no file of a reasonable size. The large one has no content, so the test costs no space.
func TestReadRegular(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, strict.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]error{dir: errIrregular, large: strict.ErrTooLarge, large + "r": fs.ErrNotExist, "": fs.ErrNotExist} {
		if _, err := readRegular(file); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", filepath.Base(file), err, want)
		}
	}
	if err := os.Truncate(large, strict.MaxSize); err != nil {
		t.Fatal(err)
	}
	if data, err := readRegular(large); err != nil || len(data) != strict.MaxSize {
		t.Errorf("got %d bytes, %v", len(data), err)
	}
}
