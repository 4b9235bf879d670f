package spec_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

var tableRow = regexp.MustCompile(`^\| \d+ \|`)

// published reads the rows of the tables of a published page, by their number of cells.
func published(t *testing.T, file string) map[int][][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := make(map[int][][]string)
	for _, line := range strings.Split(string(data), "\n") {
		if !tableRow.MatchString(line) {
			continue
		}
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows[len(cells)] = append(rows[len(cells)], cells)
	}
	return rows
}

// TestPublishedPage compares the Cloud Directory page with the spec, value by value and in both directions.
func TestPublishedPage(t *testing.T) {
	rows := published(t, "testdata/cloud-directory-api-codes.txt")
	s := spectest.Builtin(t)
	var statuses, codes [][]string
	for _, st := range s.Statuses {
		statuses = append(statuses, []string{strconv.Itoa(st.Number), st.Message, st.Description})
	}
	for _, c := range s.API("cloud-directory").Codes {
		http := "Not in Use"
		if !c.Unused {
			http = strconv.Itoa(c.HTTPStatus())
		}
		codes = append(codes, []string{c.Wire(), c.Message, c.Description, http})
	}
	if len(rows[3]) == 0 || len(rows[4]) == 0 {
		t.Fatal("the page has no rows")
	}
	compareRows(t, statuses, rows[3])
	compareRows(t, codes, rows[4])
}

// compareRows compares rows by their first cell.
func compareRows(t *testing.T, spec, page [][]string) {
	t.Helper()
	want := make(map[string][]string)
	for _, row := range page {
		want[row[0]] = row
	}
	for _, row := range spec {
		on, ok := want[row[0]]
		if !ok {
			t.Errorf("%s is in the spec, but not on the page", row[0])
			continue
		}
		delete(want, row[0])
		for i := range row {
			if row[i] != on[i] {
				t.Errorf("%s: the spec says %q, the page %q", row[0], row[i], on[i])
			}
		}
	}
	for number := range want {
		t.Errorf("%s is on the page, but not in the spec", number)
	}
}

// TestIsBuiltin asks for files of the builtin spec, and of a directory called builtin.
func TestIsBuiltin(t *testing.T) {
	for file, want := range map[string]bool{"builtin/sso.yaml": true, "builtin/own.yaml": false, "builtin/": false, "codes/sso.yaml": false, "sso.yaml": false} {
		if got := spec.IsBuiltin(diag.Position{File: file, Line: 1, Column: 1}); got != want {
			t.Errorf("%s: %v", file, got)
		}
	}
}
