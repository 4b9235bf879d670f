package golang_test

import (
	"fmt"
	"go/format"
	"runtime"
	"testing"

	"github.com/lrcodes/lrcodes/generator/golang"
	"github.com/lrcodes/lrcodes/spec"
)

// synthetic returns a package of n codes, whose texts are those of the largest API of the builtin spec over and over.
func synthetic(tb testing.TB, n int) golang.Package {
	s, err := spec.Load(spec.Builtin())
	if err != nil {
		tb.Fatal(err)
	}
	a := *s.API("customer-identity")
	model := a.Codes
	a.Codes = nil
	for i := range n {
		c := *model[i%len(model)]
		c.Number, c.Name = 1000+i+i/7, fmt.Sprintf("%s%d", c.Name, i)
		a.Codes = append(a.Codes, &c)
	}
	return golang.Package{Name: "synthetic", API: &a, Statuses: s.Statuses}
}

var sizes = []int{26, 1000, 10_000, 100_000}

// BenchmarkRender renders every file of a package, and compares with go/format, which formats the same files again.
func BenchmarkRender(b *testing.B) {
	for _, n := range sizes {
		p := synthetic(b, n)
		var sources [][]byte
		b.Run(fmt.Sprintf("render/%d", n), func(b *testing.B) {
			perCode(b, n, func() {
				sources = sources[:0]
				for _, f := range golang.Files(p) {
					source, err := f.Render()
					if err != nil {
						b.Fatal(err)
					}
					sources = append(sources, source)
				}
			})
		})
		b.Run(fmt.Sprintf("format/%d", n), func(b *testing.B) {
			perCode(b, n, func() {
				for _, source := range sources {
					if _, err := format.Source(source); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

// perCode reports the time and the allocated memory that each code costs.
func perCode(b *testing.B, n int, f func()) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		f()
	}
	runtime.ReadMemStats(&after)
	codes := float64(b.N) * float64(n)
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/codes, "ns/code")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/codes, "B/code")
}
