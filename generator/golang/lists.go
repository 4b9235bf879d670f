package golang

import (
	"bytes"
	"fmt"

	"github.com/dave/jennifer/jen"
)

// Constants and rows are most of what is generated. A long list is rendered a part at a time, which limits the memory
// that its statements take, and is laid out here instead of by go/format, which takes several times as long. Nothing
// parses the result again; the tests, and FuzzGenerate for any spec, compare it with that of go/format.

// list is a long list of elements, one or more lines each, within a declaration.
type list struct {
	n      int
	add    func(g *jen.Group, i int)             // adds element i
	layOut func(out *bytes.Buffer, lines []byte) // writes rendered elements as gofmt would, a tab to the right
}

// partSize is the number of elements that are rendered together.
const partSize = 256

// long returns a placeholder for a list until the rest of the file is formatted, or nothing if the list is empty.
func (f *file) long(l list) jen.Code {
	if l.n == 0 {
		return jen.Null()
	}
	f.lists = append(f.lists, l)
	return jen.Comment(mark(len(f.lists) - 1))
}

// mark returns the placeholder of a list, a line. No text of the spec can form one: comments have a space after their
// slashes, and strings have no line break.
func mark(i int) string { return fmt.Sprintf("//list:%d", i) }

// insertLists returns the source of a file with its lists in their positions.
func (f *file) insertLists(source []byte) ([]byte, error) {
	var out bytes.Buffer
	for i, l := range f.lists {
		head, tail, found := bytes.Cut(source, []byte("\n\t"+mark(i)+"\n"))
		if !found { // gofmt does not indent what is alone in its parentheses
			head, tail, found = bytes.Cut(source, []byte("\n"+mark(i)+"\n"))
		}
		if !found {
			return nil, fmt.Errorf("list %d has no position in the file", i)
		}
		out.Write(head)
		out.WriteByte('\n')
		for start := 0; start < l.n; start += partSize {
			part, err := f.part(l, start, min(start+partSize, l.n))
			if err != nil {
				return nil, err
			}
			begin := out.Len()
			l.layOut(&out, part)
			if start == 0 {
				out.Grow((out.Len() - begin) * (l.n / partSize) * 9 / 8) // for the others, which are about as long
			}
		}
		source = tail
	}
	out.Write(source)
	return out.Bytes(), nil
}

// part renders the elements of a list from start to before end.
func (f *file) part(l list, start, end int) ([]byte, error) {
	part := newFile(f.pkg)
	for i := start; i < end; i++ {
		l.add(part.Group, i)
	}
	source, err := sourceOf(part)
	return bytes.TrimPrefix(source, []byte("package "+f.pkg+"\n\n\n")), err
}

// flat writes declarations with one empty line between them.
func flat(out *bytes.Buffer, lines []byte) {
	if !bytes.HasSuffix(out.Bytes(), []byte("\n\n")) {
		out.WriteByte('\n')
	}
	empty := false
	for line := range bytes.Lines(bytes.TrimRight(lines, "\n")) {
		if !empty || line[0] != '\n' {
			out.Write(line)
		}
		empty = line[0] == '\n'
	}
	out.WriteByte('\n')
}

// indent writes lines with a tab before each, and at most one empty line between them.
func indent(out *bytes.Buffer, lines []byte) {
	empty := false
	for line := range bytes.Lines(lines) {
		switch {
		case line[0] != '\n':
			out.WriteByte('\t')
			out.Write(line)
		case !empty:
			out.WriteByte('\n')
		}
		empty = line[0] == '\n'
	}
	if !bytes.HasSuffix(lines, []byte("\n")) {
		out.WriteByte('\n')
	}
}

// columns writes elements of the form "{name: value, …}", or with more before and after the braces, with a value per
// line and the values of an element in one column.
func columns(out *bytes.Buffer, lines []byte) {
	var fields [][2][]byte
	for line := range bytes.Lines(lines) {
		name, value, isField := bytes.Cut(line, []byte(" : "))
		switch {
		case line[0] == '{':
			out.WriteByte('\t')
			out.Write(line)
		case line[0] == '}':
			writeColumn(out, fields)
			fields = fields[:0]
			fmt.Fprintf(out, "\t%s,\n", bytes.TrimSpace(line))
		case isField:
			fields = append(fields, [2][]byte{name, value})
		}
	}
}

func writeColumn(out *bytes.Buffer, fields [][2][]byte) {
	width := 0
	for _, f := range fields {
		width = max(width, len(f[0]))
	}
	for _, f := range fields {
		out.WriteString("\t\t")
		out.Write(f[0])
		out.WriteString(":")
		for range width - len(f[0]) + 1 {
			out.WriteByte(' ')
		}
		out.Write(f[1])
	}
}
