package golang

import (
	"math/bits"

	"github.com/dave/jennifer/jen"
)

// multiplier spreads the bits of a key over a word: 2^64 divided by the golden ratio, made odd.
const multiplier = 0x9E3779B97F4A7C15

// hash is the function that hashFunc writes: the two must agree on every string.
func hash(s string) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		h = (h ^ chunk(s)) * multiplier
		h ^= h >> 32
	}
	var last uint64
	for i := range len(s) {
		last = last<<8 | uint64(s[i])
	}
	return h ^ last
}

func chunk(s string) uint64 {
	var c uint64
	for i := range 8 {
		c |= uint64(s[i]) << (8 * i)
	}
	return c
}

// slot returns where the search for a key begins in a table of so many slots, a power of two.
func slot(key uint64, size int) int { return int(key * multiplier >> slotShift(size)) }

// tableSize returns the number of slots of a hash table for so many keys: a power of two that leaves half of them empty.
func tableSize(keys int) int { return 1 << max(1, bits.Len(uint(keys)*2)) }

func slotShift(size int) int { return 64 - bits.TrailingZeros(uint(size)) }

// hashFunc writes the function hash of the generated package.
func hashFunc(f *jen.File) {
	h, s := jen.Id("h"), jen.Id("s")
	at := func(i int) *jen.Statement { return jen.Uint64().Call(jen.Id("s").Index(jen.Lit(i))) }
	word := at(0)
	for i := 1; i < 8; i++ {
		word.Op("|").Add(at(i)).Op("<<").Lit(8 * i)
	}
	comment(f.Group, "multiplier spreads the bits of a key over a word.")
	f.Const().Id("multiplier").Op("=").Op("0x9E3779B97F4A7C15")
	f.Line()
	comment(f.Group, "hash returns a number that is the same for equal strings and probably differs for others. It reads eight bytes at a time.")
	f.Func().Id("hash").Params(jen.Id("s").String()).Uint64().Block(
		jen.Add(h).Op(":=").Uint64().Call(jen.Len(s)),
		jen.For(jen.Empty(), jen.Len(s).Op(">=").Lit(8), jen.Add(s).Op("=").Add(s).Index(jen.Lit(8), jen.Empty())).Block(
			jen.Id("word").Op(":=").Add(word),
			jen.Add(h).Op("=").Params(jen.Add(h).Op("^").Id("word")).Op("*").Id("multiplier"),
			jen.Add(h).Op("^=").Add(h).Op(">>").Lit(32),
		),
		jen.Var().Id("last").Uint64(),
		jen.For(jen.Id("i").Op(":=").Range().Len(s)).Block(
			jen.Id("last").Op("=").Id("last").Op("<<").Lit(8).Op("|").Uint64().Call(jen.Add(s).Index(jen.Id("i"))),
		),
		jen.Return(jen.Add(h).Op("^").Id("last")),
	)
	f.Line()
}
