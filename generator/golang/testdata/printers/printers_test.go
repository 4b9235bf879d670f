// Package printers prints error responses with the packages by which programs and their tests print values: nothing
// that is hidden may appear. It is a module of its own, so that the requirements of these packages are nobody else's.
// In this directory, run
//
//	go test .
package printers

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/davecgh/go-spew/spew"
	"github.com/google/go-cmp/cmp"
	"github.com/k0kubun/pp/v3"
	"github.com/kr/pretty"
	"github.com/onsi/gomega"
	"github.com/stretchr/testify/assert"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

const secret = "S3CR3T-T0K3N"

// collector collects what an assertion prints when it fails.
type collector struct{ strings.Builder }

func (c *collector) Errorf(format string, args ...any) { fmt.Fprintf(c, format, args...) }
func (c *collector) Fatalf(format string, args ...any) { fmt.Fprintf(c, format, args...) }
func (c *collector) Helper()                           {}

func decode(token string) *ci.Error {
	e, _ := ci.Decode(403, fmt.Appendf(nil, `{"ErrorCode":1194,"Message":"m","ProviderErrorResponse":%[1]q,"Data":{"access_token":%[1]q}}`, token))
	return e
}

func TestPrinters(t *testing.T) {
	e, other := decode(secret), decode("another")
	plain := spew.ConfigState{DisableMethods: true, DisablePointerMethods: true, Indent: " "}
	for name, v := range map[string]any{
		"pointer": e, "value": *e, "wrapped": fmt.Errorf("w: %w", e), "struct": struct{ Err error }{e}, "slice": []*ci.Error{e},
		"values": []ci.Error{*e}, "map": map[string]any{"err": *e}, "unexported": struct{ err *ci.Error }{e},
	} {
		var c collector
		assert.Equal(&c, other, v)
		assert.NoError(&c, e)
		assert.ElementsMatch(&c, []any{other}, []any{v})
		g := gomega.NewWithT(&c)
		g.Expect(e).NotTo(gomega.HaveOccurred())
		g.Expect(v).To(gomega.Equal(other))
		g.Expect(e).To(gomega.MatchError(other))
		for printer, text := range map[string]string{
			"testify and gomega": c.String(),
			"spew":               spew.Sdump(v),
			"spew, no methods":   plain.Sdump(v) + plain.Sprintf("%#+v", v),
			"pp":                 pp.Sprint(v),
			"pretty":             pretty.Sprint(v) + fmt.Sprintf("%# v", pretty.Formatter(v)),
			"go-cmp, unexported": cmp.Diff(v, any(other), cmp.Exporter(func(reflect.Type) bool { return true })),
		} {
			if strings.Contains(text, secret) {
				t.Errorf("%s prints a %s:\n%.500s", printer, name, text)
			}
		}
	}
}

// TestEqual compares pointers with go-cmp, which calls Equal.
func TestEqual(t *testing.T) {
	if diff := cmp.Diff(decode(secret), decode(secret)); diff != "" {
		t.Errorf("equal responses differ: %s", diff)
	}
	if diff := cmp.Diff(decode(secret), decode("another")); diff == "" || strings.Contains(diff, secret) {
		t.Errorf("different responses give %q", diff)
	}
}
