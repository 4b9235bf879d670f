package output

import (
	"bytes"

	"github.com/lrcodes/lrcodes/generator"
)

// Owned reports whether data is the content of a file that lrcodes wrote: whether it has the header, see
// generator.HasHeader.
func Owned(data []byte) bool {
	owned, _ := generator.HasHeader(bytes.NewReader(data)) // a bytes.Reader has no error but io.EOF
	return owned
}

// ownedAs reports whether content, found or planned at the path of f, belongs to lrcodes. A hand-written file with
// sections has no header: whoever planned it has read it.
func ownedAs(f generator.File, content []byte) bool {
	return f.Target != nil || Owned(content)
}
