package spec_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

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
	if len(statuses) != 8 || len(codes) != 26 {
		t.Errorf("the spec has %d statuses and %d codes, the page 8 and 26", len(statuses), len(codes))
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
			t.Errorf("%s stands in the spec, but not on the page", row[0])
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
		t.Errorf("%s stands on the page, but not in the spec", number)
	}
}

// TestTone holds the catalogue's own texts, not the published ones, to one voice, and its files to one order.
func TestTone(t *testing.T) {
	s := spectest.Builtin(t)
	synonyms := map[string]string{"Wrong": "Invalid", "Incorrect": "Invalid", "Illegal": "Invalid", "Absent": "Missing",
		"Secondfactor": "MFA", "Passcode": "OTPCode", "Outdated": "Expired"}
	for _, a := range s.APIs {
		for _, c := range a.Categories {
			checkTone(t, c.Position, c.Description)
		}
		for i, c := range a.Codes {
			if a.ID != "cloud-directory" { // whose texts are the published ones
				checkTone(t, c.Position, c.Description)
			}
			if c.Note != "" {
				checkTone(t, c.Position, c.Note)
			}
			for word, good := range synonyms {
				if strings.Contains(c.Name, word) {
					t.Errorf("%s: name %s says %s; this catalogue says %s", c.Position, c.Name, word, good)
				}
			}
			if i > 0 && a.Codes[i-1].Position.File == c.Position.File && a.Codes[i-1].Position.Line > c.Position.Line {
				t.Errorf("%s: code %s stands before code %s", c.Position, c.Wire(), a.Codes[i-1].Wire())
			}
		}
	}
}

func checkTone(t *testing.T, at diag.Position, text string) {
	t.Helper()
	if !strings.HasSuffix(text, ".") || strings.ToUpper(text[:1]) != text[:1] {
		t.Errorf("%s: %q is not a sentence that begins with a capital and ends with a full stop", at, text)
	}
}
