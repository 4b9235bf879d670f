package generator

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// TestTotalSize renders files that are larger together than the bound.
func TestTotalSize(t *testing.T) {
	half := plan{path: "a", render: func() ([]byte, error) { return make([]byte, 3<<20), nil }}
	if files, err := render([]plan{half, half}, 6<<20); err != nil || len(files) != 2 {
		t.Errorf("at the bound: %d files, %v", len(files), err)
	}
	_, err := render([]plan{half, half, half}, 6<<20)
	if err == nil || !strings.HasPrefix(err.Error(), "the generated files are larger than 6 MiB together") {
		t.Errorf("beyond the bound: %v", err)
	}
}

// endless is a file without line breaks or end, such as a device.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	if e.read += len(p); e.read > 16<<20 {
		return 0, errors.New("read too much")
	}
	return len(p), nil
}

func TestHasHeader(t *testing.T) {
	if owned, err := HasHeader(&endless{}, Header); owned || err != nil {
		t.Errorf("a file without an end: %v, %v", owned, err)
	}
	for _, line := range []string{"% " + Header, "%% " + Header, "' " + Header, "''' " + Header, "''' " + Header + " '''", `""" ` + Header + ` """`, "-- " + Header, "; " + Header} {
		if owned, err := HasHeader(bytes.NewReader([]byte(line+"\n")), Header); !owned || err != nil {
			t.Errorf("%q: %v, %v", line, owned, err)
		}
	}
}
