package compat_test

import (
	"fmt"
	"testing"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/compat"
)

// BenchmarkCompare compares large specs. The time per code must not grow with their number.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		for name, after := range map[string]*spec.Spec{"equal": large(n, "a"), "changed": large(n, "b")} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				before := large(n, "a")
				for b.Loop() {
					compat.Compare(before, after)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/code")
			})
		}
	}
}

// large returns a spec of n codes. Specs with another variant have another message and another name for each code.
func large(n int, variant string) *spec.Spec {
	category := &spec.Category{Name: "Denied"}
	a := &spec.API{ID: "acme", Categories: []*spec.Category{category}}
	for i := range n {
		a.Codes = append(a.Codes, &spec.Code{
			Number: i + 1, Name: fmt.Sprintf("Name%d%s", i, variant), Aliases: []string{fmt.Sprintf("Alias%d", i)},
			Message: fmt.Sprintf("message %d %s", i, variant), Categories: a.Categories,
		})
	}
	category.Codes = a.Codes
	return &spec.Spec{APIs: []*spec.API{a}}
}
