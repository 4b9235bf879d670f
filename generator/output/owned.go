package output

import (
	"bufio"
	"bytes"
	"io"

	"github.com/lrcodes/lrcodes/generator"
)

// Owned reports whether data is the content of a file that lrcodes wrote: one of its first generator.HeaderLines lines
// is a header, see generator.IsHeader.
func Owned(data []byte) bool {
	owned, _ := bearsHeader(bytes.NewReader(data)) // a bytes.Reader has no error but io.EOF
	return owned
}

// bearsHeader is Owned for a file that need not fit in memory. A line longer than the reader's buffer is skipped.
func bearsHeader(r io.Reader) (bool, error) {
	in := bufio.NewReader(r)
	for range generator.HeaderLines {
		line, more, err := in.ReadLine()
		if err == nil && !more && generator.IsHeader(line) {
			return true, nil
		}
		for more && err == nil {
			_, more, err = in.ReadLine()
		}
		if err == io.EOF {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return false, nil
}

// ours reports whether content found or planned at f's path belongs to lrcodes. It is the one place that knows. A file
// of which only sections are ours bears no header: whoever planned it has read it.
func ours(f generator.File, content []byte) bool {
	return f.Section || Owned(content)
}
