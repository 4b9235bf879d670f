// Package peers compares the generated package with what programs use instead. It is a module of its own, so that
// the requirements of the peers are nobody else's. In this directory, run
//
//	go test -bench .
//
// The files that the peers generate were made by gen.go and by the commands below it.
package peers

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"google.golang.org/grpc/codes"
)

//go:generate go run gen.go
//go:generate go run golang.org/x/tools/cmd/stringer@v0.42.0 -type Number -output numbers_string.go .
//go:generate go run github.com/abice/go-enum@v0.9.2 -f enum.go

// mix is the arguments of a benchmark, many times over and each time in another order.
type mix[T any] [4096]T

func mixed[T any](values []T) *mix[T] {
	r := rand.New(rand.NewPCG(1, 2))
	var m mix[T]
	for rest := m[:]; len(rest) > 0; {
		r.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		rest = rest[copy(rest, values):]
	}
	return &m
}

func (m *mix[T]) total(n int, f func(T) int) (sum int) {
	for i := range n {
		sum += f(m[i%len(m)])
	}
	return sum
}

var sink int

func numbers() (all []int) {
	for c := range ci.All() {
		all = append(all, int(c))
	}
	return all
}

func names() (all []string) {
	for _, info := range ci.All() {
		all = append(all, info.Name)
	}
	return all
}

// BenchmarkName turns a number into the name of its constant.
func BenchmarkName(b *testing.B) {
	m := mixed(numbers())
	b.Run("lrcodes", func(b *testing.B) { sink += m.total(b.N, func(n int) int { return len(ci.Code(n).Name()) }) })
	b.Run("stringer", func(b *testing.B) { sink += m.total(b.N, func(n int) int { return len(Number(n).String()) }) })
	b.Run("go-enum", func(b *testing.B) { sink += m.total(b.N, func(n int) int { return len(Enum(n).String()) }) })
	few := mixed([]codes.Code{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	b.Run("grpc, 17 codes", func(b *testing.B) { sink += few.total(b.N, func(c codes.Code) int { return len(c.String()) }) })
}

// BenchmarkParse turns a name into a number.
func BenchmarkParse(b *testing.B) {
	m := mixed(names())
	b.Run("lrcodes", func(b *testing.B) {
		sink += m.total(b.N, func(name string) int { c, _ := ci.ByName(name); return int(c) })
	})
	b.Run("go-enum", func(b *testing.B) {
		sink += m.total(b.N, func(name string) int { c, _ := ParseEnum(name); return int(c) })
	})
}

// BenchmarkKnown reports whether a number is known.
func BenchmarkKnown(b *testing.B) {
	m := mixed(numbers())
	b.Run("lrcodes", func(b *testing.B) {
		sink += m.total(b.N, func(n int) int {
			if ci.Code(n).Known() {
				return 1
			}
			return 0
		})
	})
	b.Run("go-enum", func(b *testing.B) {
		sink += m.total(b.N, func(n int) int {
			if Enum(n).IsValid() {
				return 1
			}
			return 0
		})
	})
	b.Run("map of errors", func(b *testing.B) {
		sink += m.total(b.N, func(n int) int {
			if Errors[n] != nil {
				return 1
			}
			return 0
		})
	})
}

// BenchmarkError turns the number of a response into an error, wraps it and compares it with a sentinel.
func BenchmarkError(b *testing.B) {
	m := mixed(numbers())
	b.Run("lrcodes", func(b *testing.B) {
		b.ReportAllocs()
		sink += m.total(b.N, func(n int) int { return matched(&ci.Error{Code: ci.Code(n)}, ci.ErrEmailNotVerified) })
	})
	b.Run("map of errors", func(b *testing.B) {
		b.ReportAllocs()
		verified := Errors[970]
		sink += m.total(b.N, func(n int) int { return matched(Errors[n], verified) })
	})
}

func matched(err, target error) int {
	if errors.Is(fmt.Errorf("w: %w", err), target) {
		return 1
	}
	return 0
}

// BenchmarkText prints an error.
func BenchmarkText(b *testing.B) {
	m := mixed(numbers())
	b.Run("lrcodes", func(b *testing.B) {
		b.ReportAllocs()
		sink += m.total(b.N, func(n int) int { return len(ci.Code(n).Error()) })
	})
	b.Run("map of errors", func(b *testing.B) {
		b.ReportAllocs()
		sink += m.total(b.N, func(n int) int { return len(Errors[n].Error()) })
	})
}
