package golang

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// slot returns where the search for a key begins in a hash table of so many slots, a power of two.
func slot(key uint64, size int) int { return int(key * multiplier >> slotShift(size)) }

// tableSize returns the number of slots of a hash table for so many keys: a power of two that leaves half of them empty.
func tableSize(keys int) int { return 1 << max(1, bits.Len(uint(keys)*2)) }

// slotShift returns the number of bits that a multiplied key is shifted by to give a slot.
func slotShift(size int) int { return 64 - bits.TrailingZeros(uint(size)) }

// positionType returns the smallest type for a position in a table with so many rows after its empty entry.
func positionType(rows int) *jen.Statement {
	switch positionSize(rows) {
	case 1:
		return jen.Uint8()
	case 2:
		return jen.Uint16()
	}
	return jen.Uint32()
}

// positionSize returns the number of bytes that contain every position of a table.
func positionSize(rows int) int {
	switch {
	case rows < 1<<8:
		return 1
	case rows < 1<<16:
		return 2
	}
	return 4
}

// writeSlots writes an open-addressed hash table of positions that is at most half full, and the constant by which its
// keys are shifted.
func (f *file) writeSlots(name, shift, doc string, keys []uint64) {
	size := tableSize(len(keys))
	slots := make([]int, size)
	for i, key := range keys {
		at := slot(key, size)
		for slots[at] != 0 {
			at = (at + 1) % size
		}
		slots[at] = i + 1
	}
	var pairs []string
	for at, position := range slots {
		if position != 0 {
			pairs = append(pairs, fmt.Sprintf("%d: %d", at, position))
		}
	}
	comment(f.Group, doc)
	f.Const().Id(shift).Op("=").Lit(slotShift(size))
	f.Line()
	f.Var().Id(name).Op("=").Index(jen.Lit(size)).Add(positionType(len(keys))).Add(braces(f.tens(pairs)))
	f.Line()
}

// tens returns the elements of an array literal, ten to a line.
func (f *file) tens(elements []string) jen.Code {
	tens := slices.Collect(slices.Chunk(elements, 10))
	return f.long(list{len(tens), func(g *jen.Group, i int) { g.Op(strings.Join(tens[i], ", ") + ",") }, indent})
}
