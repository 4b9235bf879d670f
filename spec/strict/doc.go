// Package strict reads YAML against a description of what may stand there, and keeps the position of every value.
//
// A [Shape] describes a value: its type, its keys, its range. From the one Shape come both the reading, by
// [Decode], and the JSON Schema for editors, by [Schema], so that the two cannot tell different stories.
//
// Decode walks the YAML node tree instead of decoding into Go types, because only nodes carry columns, duplicate
// keys and later documents. Every problem of a file is reported in one run; a problem in one value never hides
// those of another. What Decode returns may be read from several goroutines.
//
// Non-goals: writing YAML, decoding into user types, formats that refer to themselves.
package strict
