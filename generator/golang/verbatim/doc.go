// Package verbatim is the part of a generated package that is the same for every API, as real Go: it is compiled and
// vetted here, and copied with another package clause. What differs between APIs is generated beside it; the file
// standin.go says what that is, and is not copied.
package verbatim

import "embed"

// Files holds the source of errors.go and decode.go.
//
//go:embed errors.go decode.go
var Files embed.FS
