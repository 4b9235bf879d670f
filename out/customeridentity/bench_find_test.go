package customeridentity_test

import (
	"slices"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

func names() (names []string) {
	for _, info := range ci.All() {
		names = append(names, info.Name)
	}
	return names
}

func BenchmarkByName(b *testing.B) {
	m := make(map[string]ci.Code)
	for c, info := range ci.All() {
		m[info.Name] = c
	}
	var longer, others []string
	for _, name := range names() {
		longer, others = append(longer, "Err"+name), append(others, name+"X")
	}
	hits, prefixed, misses := mixed(names()), mixed(longer), mixed(others)
	find := func(name string) int {
		c, ok := ci.ByName(name)
		return int(c) + count(ok)
	}
	get := func(name string) int {
		c, ok := m[name]
		return int(c) + count(ok)
	}
	b.Run("hit", func(b *testing.B) { sink += hits.total(b.N, find) })
	b.Run("prefixed", func(b *testing.B) { sink += prefixed.total(b.N, find) })
	b.Run("miss", func(b *testing.B) { sink += misses.total(b.N, find) })
	b.Run("map", func(b *testing.B) { sink += hits.total(b.N, get) })
	b.Run("map/miss", func(b *testing.B) { sink += misses.total(b.N, get) })
}

func BenchmarkByHTTPStatus(b *testing.B) {
	m := make(map[int][]ci.Code)
	for c, info := range ci.All() {
		m[info.HTTPStatus] = append(m[info.HTTPStatus], c)
	}
	used := mixed([]int{400, 401, 403, 404, 405, 429, 500})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		sink += used.total(b.N, func(n int) int { return len(ci.ByHTTPStatus(n)) })
	})
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		sink += used.total(b.N, func(n int) int { return len(slices.Clone(m[n])) })
	})
}

func BenchmarkMap(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sink += len(ci.Map())
	}
}
