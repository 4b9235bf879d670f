// Package strict decodes YAML that a [Shape] describes, and keeps the position of every value.
//
// A Shape describes a value: its type, its keys, its range. Both the decoder, [Decode], and the JSON Schema for editors,
// [Schema], are derived from it, so that they cannot diverge.
//
// Decode walks the YAML node tree instead of decoding into Go types, because only nodes have columns, duplicate keys and
// later documents. It reports every problem of a file in one run; a problem in one value never hides those of another.
// Goroutines may share what Decode returns.
//
// Non-goals: writing YAML, decoding into user types, formats that refer to themselves.
package strict
