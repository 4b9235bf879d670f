package output

import (
	"bufio"
	"bytes"
	"io"
	"regexp"

	"github.com/lrcodes/lrcodes/generator"
)

// headerLines is how far down the header may stand: below a shebang, an XML declaration or an opening brace.
const headerLines = 5

var header = regexp.QuoteMeta(generator.Header)

// marked matches the header as a whole line: bare (inside a block comment), as a comment, or as a JSON member.
var marked = regexp.MustCompile(`^\x{FEFF}?\s*(?:` +
	`(?://+|#+|--+|;+)?\s*` + header + `|` +
	`(?:/\*+)?\s*` + header + `\s*(?:\*+/)?|` +
	`(?:<!--)?\s*` + header + `\s*(?:-->)?|` +
	`"\$comment"\s*:\s*"` + header + `"\s*,?` +
	`)\s*$`)

// Owned reports whether data is the content of a file that lrcodes wrote: one of its first five lines consists of
// generator.Header and nothing else, apart from a byte order mark, white space, and the punctuation of a comment
// (//, #, --, ;, /* */, <!-- -->) or of a JSON member ("$comment": "…",).
func Owned(data []byte) bool {
	owned, _ := bearsHeader(bytes.NewReader(data)) // a bytes.Reader has no error but io.EOF
	return owned
}

// bearsHeader is Owned for a file that need not fit in memory. A line longer than the reader's buffer is skipped.
func bearsHeader(r io.Reader) (bool, error) {
	in := bufio.NewReader(r)
	for range headerLines {
		line, more, err := in.ReadLine()
		if err == nil && !more && marked.Match(line) {
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

// ours reports whether content found or planned at f's path belongs to lrcodes. It is the one place that knows.
func ours(_ generator.File, content []byte) bool {
	return Owned(content)
}
