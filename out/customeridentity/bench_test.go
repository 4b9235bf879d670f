package customeridentity_test

import (
	"math/rand/v2"
	"net/http"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

// The benchmarks of this package include what a program would use instead, so that one run gives the ratios.

// mix is the arguments that a benchmark goes through: all values many times over, each time in another order, so that
// no branch predictor learns them by heart.
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

// total calls a function n times and adds up the results, so that no call is optimized away. It is inlined, and the
// function with it.
func (m *mix[T]) total(n int, f func(T) int) (sum int) {
	for i := range n {
		sum += f(m[i%len(m)])
	}
	return sum
}

var sink int

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// known lists the numbers of the catalogue, and unknown as many that lie among them.
func known() (numbers []int) {
	for c := range ci.All() {
		numbers = append(numbers, int(c))
	}
	return numbers
}

func unknown() (numbers []int) {
	for n := 850; len(numbers) < len(known()); n++ {
		if !ci.Code(n).Known() {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// statuses lists the numbers that http.StatusText knows.
func statuses() (numbers []int) {
	for n := range 600 {
		if http.StatusText(n) != "" {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// infos and pointers are the maps that a program would build instead of the generated table.
func infos() map[int]ci.Info {
	m := make(map[int]ci.Info)
	for c, info := range ci.All() {
		m[int(c)] = info
	}
	return m
}

func pointers() map[int]*ci.Info {
	m := make(map[int]*ci.Info)
	for n, info := range infos() {
		m[n] = &info
	}
	return m
}

func BenchmarkStatusText(b *testing.B) {
	hits, misses := mixed(statuses()), mixed(unknown())
	b.Run("hit", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return len(http.StatusText(n)) })
	})
	b.Run("miss", func(b *testing.B) {
		sink += misses.total(b.N, func(n int) int { return len(http.StatusText(n)) })
	})
}

func BenchmarkMessage(b *testing.B) {
	hits, misses, m := mixed(known()), mixed(unknown()), pointers()
	b.Run("hit", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return len(ci.Code(n).Message()) })
	})
	b.Run("miss", func(b *testing.B) {
		sink += misses.total(b.N, func(n int) int { return len(ci.Code(n).Message()) })
	})
	b.Run("map", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return len(m[n].Message) })
	})
}

func BenchmarkName(b *testing.B) {
	hits, m := mixed(known()), pointers()
	b.Run("hit", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return len(ci.Code(n).Name()) })
	})
	b.Run("map", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return len(m[n].Name) })
	})
}

func BenchmarkHTTPStatus(b *testing.B) {
	hits, m := mixed(known()), pointers()
	b.Run("hit", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return ci.Code(n).HTTPStatus() })
	})
	b.Run("map", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return m[n].HTTPStatus })
	})
}

func BenchmarkKnown(b *testing.B) {
	hits, misses, m := mixed(known()), mixed(unknown()), pointers()
	b.Run("hit", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return count(ci.Code(n).Known()) })
	})
	b.Run("miss", func(b *testing.B) {
		sink += misses.total(b.N, func(n int) int { return count(ci.Code(n).Known()) })
	})
	b.Run("map", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int { return count(m[n] != nil) })
	})
}

func BenchmarkLookup(b *testing.B) {
	hits, misses, m := mixed(known()), mixed(unknown()), infos()
	lookup := func(n int) int {
		info, ok := ci.Lookup(n)
		return len(info.Message) + count(ok)
	}
	b.Run("hit", func(b *testing.B) { sink += hits.total(b.N, lookup) })
	b.Run("miss", func(b *testing.B) { sink += misses.total(b.N, lookup) })
	b.Run("map", func(b *testing.B) {
		sink += hits.total(b.N, func(n int) int {
			info, ok := m[n]
			return len(info.Message) + count(ok)
		})
	})
}
