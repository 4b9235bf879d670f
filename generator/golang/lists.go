package golang

import (
	"bytes"
	"fmt"

	"github.com/dave/jennifer/jen"
)

// Constants, rows and the like are most of what is generated, and look all alike. So a long list is rendered a part at
// a time, which keeps its statements from filling the memory, and is laid out here instead of by go/format, which
// takes several times as long. The tests compare the result with that of go/format.

// list is a long list of elements, one or more lines each, within a declaration.
type list struct {
	n      int
	add    func(g *jen.Group, i int)             // adds element i
	layOut func(out *bytes.Buffer, lines []byte) // writes rendered elements as gofmt would, a tab to the right
}

// partSize is the number of elements that are rendered together.
const partSize = 256

// long returns what stands for a list until the rest of the file is formatted; nothing where the list is empty.
func (f *file) long(l list) jen.Code {
	if l.n == 0 {
		return jen.Null()
	}
	f.lists = append(f.lists, l)
	return jen.Comment(mark(len(f.lists) - 1))
}

// mark returns the line that stands for a list. No text of the spec can form one: comments have a space behind their
// slashes, and no string has a line break.
func mark(i int) string { return fmt.Sprintf("//list:%d", i) }

// insertLists returns the source of a file with its lists in their places.
func (p Package) insertLists(source []byte, lists []list) ([]byte, error) {
	var out bytes.Buffer
	for i, l := range lists {
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
			part, err := p.part(l, start, min(start+partSize, l.n))
			if err != nil {
				return nil, err
			}
			l.layOut(&out, part)
		}
		source = tail
	}
	out.Write(source)
	return out.Bytes(), nil
}

// part renders the elements of a list from one to before another.
func (p Package) part(l list, start, end int) ([]byte, error) {
	source, err := p.source(func(f *jen.File) {
		for i := start; i < end; i++ {
			l.add(f.Group, i)
		}
	})
	return bytes.TrimPrefix(source, []byte("package "+p.Name+"\n\n\n")), err
}

// indent writes lines with a tab before each, and at most one empty line between them.
func indent(out *bytes.Buffer, lines []byte) {
	out.Grow(len(lines) + bytes.Count(lines, []byte("\n")) + 2)
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

// columns writes elements of the form "{name: value, …}", a line each, with the values of an element in one column.
func columns(out *bytes.Buffer, lines []byte) {
	out.Grow(len(lines) * 5 / 4)
	var fields [][2][]byte
	for line := range bytes.Lines(lines) {
		name, value, ok := bytes.Cut(line, []byte(" : "))
		switch {
		case ok:
			fields = append(fields, [2][]byte{name, value})
		case name[0] == '}':
			column(out, fields)
			fields = fields[:0]
		}
	}
}

func column(out *bytes.Buffer, fields [][2][]byte) {
	width := 0
	for _, f := range fields {
		width = max(width, len(f[0]))
	}
	out.WriteString("\t{\n")
	for _, f := range fields {
		out.WriteString("\t\t")
		out.Write(f[0])
		out.WriteString(":")
		for range width - len(f[0]) + 1 {
			out.WriteByte(' ')
		}
		out.Write(f[1])
	}
	out.WriteString("\t},\n")
}
