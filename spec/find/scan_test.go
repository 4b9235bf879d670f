package find_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/lrcodes/lrcodes/spec/find"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestScan scans the text of each archive in testdata/scan, in the builtin spec or that of the archive.
func TestScan(t *testing.T) {
	for path, archive := range spectest.Archives(t, "testdata/scan/*.txtar") {
		t.Run(path, func(t *testing.T) {
			files := spectest.FS(archive, "")
			s := spectest.Builtin(t)
			if files["a.yaml"] != nil {
				s = spectest.Load(t, spectest.Sources(archive, "")...)
			}
			x := find.New(s, find.Options{})
			text := string(files["text"].Data)
			got := scan(t, x, text)
			spectest.Want(t, path, archive, "want", got)
			if crlf := scan(t, x, strings.ReplaceAll(text, "\n", "\r\n")); crlf != got {
				t.Errorf("with CRLF: got\n%s\nwant\n%s", crlf, got)
			}
			if wide := scan(t, x, utf16le(text)); wide != got {
				t.Errorf("in UTF-16: got\n%s\nwant\n%s", wide, got)
			}
		})
	}
}

func scan(t testing.TB, x *find.Index, text string) string {
	t.Helper()
	seen, err := x.Scan(iotest.HalfReader(strings.NewReader(text)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, s := range seen {
		api := s.API
		switch {
		case !s.Known:
			api = "unknown"
		case api == "":
			api = "several"
		}
		fmt.Fprintf(&out, "%s %s: %d, line %d\n", api, s.Wire, s.Count, s.Line)
	}
	return out.String()
}

func utf16le(text string) string {
	var out bytes.Buffer
	for _, unit := range utf16.Encode([]rune(text)) {
		out.Write([]byte{byte(unit), byte(unit >> 8)})
	}
	return out.String()
}

// TestScanLong checks that it does not matter where a long text is divided, nor how long a line is.
func TestScanLong(t *testing.T) {
	x := find.New(spectest.Builtin(t), find.Options{})
	body := `{"ErrorCode":970,"Message":"x"}`
	for shift := range len(body) + 2 {
		line := strings.Repeat("x", 256<<10-len(body)+shift)
		if got, want := scan(t, x, line+body+"\n"+body), "customer-identity 970: 2, line 1\n"; got != want {
			t.Fatalf("shifted by %d: got %q, want %q", shift, got, want)
		}
		if got, want := scan(t, x, strings.Repeat("\n", len(line))+body), fmt.Sprintf("customer-identity 970: 1, line %d\n", len(line)+1); got != want {
			t.Fatalf("below %d lines: got %q, want %q", len(line), got, want)
		}
	}
}

// TestScanUnknown checks that a text of distinct unknown numbers does not fill the memory.
func TestScanUnknown(t *testing.T) {
	var text strings.Builder
	for n := range 5000 {
		fmt.Fprintf(&text, "ErrorCode=%d\n", 700000+n)
	}
	text.WriteString("ErrorCode=970\n")
	seen, err := find.New(spectest.Builtin(t), find.Options{}).Scan(strings.NewReader(text.String()))
	if err != nil || len(seen) != 1001 || seen[0].Wire != "970" || seen[1].Near != "" {
		t.Errorf("got %d codes, the first is %v, %v", len(seen), seen[0], err)
	}
}

func TestScanError(t *testing.T) {
	if _, err := find.New(spectest.Builtin(t), find.Options{}).Scan(iotest.ErrReader(iotest.ErrTimeout)); err != iotest.ErrTimeout {
		t.Errorf("got %v, want %v", err, iotest.ErrTimeout)
	}
}

func FuzzScan(f *testing.F) {
	s := spectest.Builtin(f)
	x := find.New(s, find.Options{})
	for _, archive := range spectest.Archives(f, "testdata/scan/*.txtar") {
		f.Add(spectest.FS(archive, "")["text"].Data)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		seen, err := x.Scan(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range seen {
			if a := x.Codes(s); s.Known == a.Empty() || s.Line < 1 || s.Count < 1 {
				t.Errorf("%v means %v", s, a)
			}
		}
	})
}
