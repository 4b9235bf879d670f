package export_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/spec/export"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestReadReturnsWhatWasWritten writes what was read, and compares.
func TestReadReturnsWhatWasWritten(t *testing.T) {
	for name, doc := range map[string]*export.Document{
		"plain":  export.New(spectest.Builtin(t), nil),
		"traced": export.Traced(spectest.Parse(t, everything), nil),
	} {
		s, err := export.Read(doc.JSON())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		again := export.New(s, nil)
		if name == "traced" {
			again = export.Traced(s, nil)
		}
		if !bytes.Equal(again.JSON(), doc.JSON()) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, again.JSON(), doc.JSON())
		}
	}
}

const everything = `version: 1
statuses:
  - {status: 403, name: Forbidden, message: Forbidden, description: No., retryable: true}
api: {id: acme, title: Acme, source: "https://a.example", docs: "https://b.example", note: A note., sdk: loginradius, texts: summary, package: lib,
  envelope: [{name: code, type: integer, role: code}, {name: text, type: string, role: message}, {name: more, type: string, nullable: true}]}
categories:
  - {name: Denied, description: Not allowed.}
codes:
  - {code: 1, name: A, aliases: [B], message: a, also: [b], description: D., note: N., http: 403, categories: [Denied], retryable: true,
     data: [{name: Data.x, type: string, description: X., example: x}]}
  - {code: -2, name: C, message: c, unused: true}
retired:
  - {code: 3, name: Old, aliases: [Older], reason: R.}
synthetic:
  - {sdk: Java, codes: [101], description: S.}
`

func TestReadReportsWhatIsNoDocument(t *testing.T) {
	for data, want := range map[string]string{
		``:               "unexpected end",
		`{}`:             "version of the document is 0",
		`{"version": 2}`: "version of the document is 2",
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": 1.5}]}]}`:                          `api "a": code 1.5: a code is an integer`,
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": 1e300}]}]}`:                        "a code is an integer",
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": ""}]}]}`:                           "a code is an integer",
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": 1, "http": 403}]}]}`:               "HTTP status 403 is not in the document",
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": 1, "categories": ["Denied"]}]}]}`:  `category "Denied" is not in the document`,
		`{"version": 1, "apis": [{"id": "a", "retired": [{"code": null}]}]}`:                       "retired code <nil>",
		`{"version": 1, "apis": [{"id": "a", "codes": [{"code": 1}], "envelope": [{"name": 1}]}]}`: "cannot unmarshal number",
	} {
		if s, err := export.Read([]byte(data)); s != nil || err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, %v", data, s, err)
		}
	}
}
