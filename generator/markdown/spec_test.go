package markdown

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
)

// draft is a spec in JSON, with statuses and categories by name; link makes a spec of it.
type draft struct {
	Statuses  []*spec.Status
	Synthetic []*spec.Synthetic
	APIs      []struct {
		spec.API
		Codes []struct {
			spec.Code
			HTTP       int
			Categories []string
		}
	}
}

func decodeSpec(t testing.TB, data []byte) *spec.Spec {
	t.Helper()
	var d draft
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		t.Fatal(err)
	}
	return d.link()
}

func (d draft) link() *spec.Spec {
	s := &spec.Spec{Statuses: d.Statuses, Synthetic: d.Synthetic}
	statuses := map[int]*spec.Status{}
	for _, status := range d.Statuses {
		statuses[status.Number] = status
	}
	for i := range d.APIs {
		a := &d.APIs[i].API
		categories := map[string]*spec.Category{}
		for _, k := range a.Categories {
			categories[k.Name] = k
		}
		for _, raw := range d.APIs[i].Codes {
			c := &raw.Code
			c.HTTP = statuses[raw.HTTP]
			for _, name := range raw.Categories {
				k := categories[name]
				c.Categories = append(c.Categories, k)
				k.Codes = append(k.Codes, c)
			}
			a.Codes = append(a.Codes, c)
		}
		s.APIs = append(s.APIs, a)
	}
	return s
}
