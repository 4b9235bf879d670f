package golang

// multiplier spreads the bits of a key over a word: 2^64 divided by the golden ratio, made odd.
const multiplier = 0x9E3779B97F4A7C15

// hash returns a number that is the same for equal strings and probably differs for others. It reads eight bytes at a
// time.
func hash(s string) uint64 {
	h := uint64(len(s))
	for ; len(s) >= 8; s = s[8:] {
		word := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = (h ^ word) * multiplier
		h ^= h >> 32
	}
	var last uint64
	for i := range len(s) {
		last = last<<8 | uint64(s[i])
	}
	return h ^ last
}
