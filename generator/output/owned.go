package output

import (
	"bytes"
	"cmp"

	"github.com/lrcodes/lrcodes/generator"
)

// Owned reports whether data is the content of a file that an output wrote: whether it has the header, see
// generator.HasHeader.
func Owned(data []byte) bool { return hasHeader(data, generator.Header) }

func hasHeader(data []byte, sentence string) bool {
	has, _ := generator.HasHeader(bytes.NewReader(data), sentence) // a bytes.Reader has no error but io.EOF
	return has
}

// ownedAs reports whether content, found or planned at the path of f, belongs to lrcodes. A hand-written file with
// sections has no header: whoever planned it has read it.
func ownedAs(f generator.File, content []byte) bool {
	return f.Target != nil || hasHeader(content, headerOf(f))
}

// headerOf returns the sentence that makes a file one that f may overwrite.
func headerOf(f generator.File) string {
	return cmp.Or(f.Header, generator.Header)
}
