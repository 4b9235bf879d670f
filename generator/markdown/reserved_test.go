package markdown

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/spectest"
)

// TestReservedIDs shows that no api can have an id whose page would overwrite another page, in any letter case.
func TestReservedIDs(t *testing.T) {
	s := spectest.Builtin(t)
	for _, p := range Pages(s, Options{Rules: []Rule{{ID: "a"}}}) {
		id := strings.ToLower(strings.TrimSuffix(p.File, ".md"))
		if s.API(id) != nil {
			continue
		}
		fsys := fstest.MapFS{"a.yaml": {Data: []byte("version: 1\napi: {id: " + id + ", title: T}\n" + spectest.Envelope)}}
		if _, err := spec.Load(spec.Source{Name: "a.yaml", FS: fsys, Path: "a.yaml"}); err == nil || !strings.Contains(err.Error(), "[bad-api]") {
			t.Errorf("an api can have the id %s, whose page is %s: got %v", id, p.File, err)
		}
	}
}
