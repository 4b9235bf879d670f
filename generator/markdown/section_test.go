package markdown

import (
	"strings"
	"testing"
)

func TestSection(t *testing.T) {
	s, o := namedCase(t, "service")
	for i, a := range s.APIs {
		one := o
		one.APIs = s.APIs[i : i+1]
		lines := strings.Split(string(Section(s, one)), "\n")
		if lines[0] != "| Code | HTTP | Go constant | Message |" || len(lines) != len(a.Codes)+3 {
			t.Errorf("%s: %d codes give\n%s", a.ID, len(a.Codes), strings.Join(lines, "\n"))
		}
	}
	if head, _, _ := strings.Cut(string(Section(s, o)), "\n"); head != "| API | Code | HTTP | Go constant | Message |" {
		t.Errorf("several APIs: %s", head)
	}
}

// TestSectionIsOneTable renders hostile texts: every line must remain a row of as many cells as the first.
func TestSectionIsOneTable(t *testing.T) {
	for _, name := range specs {
		lines := strings.Split(strings.TrimSuffix(string(Section(namedCase(t, name))), "\n"), "\n")
		for _, line := range lines {
			if !strings.HasPrefix(line, "| ") || cells(line) != cells(lines[0]) {
				t.Errorf("%s: %d cells, want %d: %s", name, cells(line), cells(lines[0]), line)
			}
			if strings.Contains(line, "<!--") {
				t.Errorf("%s: a text opens a comment: %s", name, line)
			}
		}
	}
}

// cells counts the cells of a row as GitHub does, for which a pipe in a code span separates too.
func cells(row string) int {
	n := -1
	for i := range len(row) {
		if row[i] == '|' && (i == 0 || row[i-1] != '\\') {
			n++
		}
	}
	return n
}
