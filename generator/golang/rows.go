package golang

import (
	"bytes"
	"fmt"
	"go/parser"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Rows are most of what is generated and look all alike. So they are rendered some at a time, which keeps their
// statements from filling the memory, and laid out here instead of by go/format, which takes ten times as long for
// nested literals. The tests compare the result with that of go/format.

// rowsAtOnce is the number of rows that are rendered together.
const rowsAtOnce = 256

// emptyRow is the first element of infos, behind which the rows stand.
const emptyRow = "\t{},\n"

// insertRows returns the source of a table with the rows behind its empty one.
func (p Package) insertRows(source []byte, rows []row) ([]byte, error) {
	head, tail, found := bytes.Cut(source, []byte(emptyRow))
	if !found {
		return nil, fmt.Errorf("the table of package %s has no empty row", p.Name)
	}
	var out bytes.Buffer
	out.Write(head)
	out.WriteString(emptyRow)
	for some := range slices.Chunk(rows, rowsAtOnce) {
		source, err := p.source(func(f *jen.File) {
			for _, r := range some {
				f.Add(p.row(r))
			}
		})
		if err != nil {
			return nil, err
		}
		start := out.Len()
		layOut(&out, string(source))
		if _, err := parser.ParseExpr("[]Info{\n" + string(out.Bytes()[start:]) + "}"); err != nil {
			return nil, err
		}
	}
	out.Write(tail)
	return out.Bytes(), nil
}

// layOut writes rows as gofmt would: a line per field, the values of a row in one column.
func layOut(out *bytes.Buffer, source string) {
	var fields [][2]string
	for line := range strings.Lines(source) {
		switch name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " : "); {
		case ok:
			fields = append(fields, [2]string{name, value})
		case name == "}":
			layOutRow(out, fields)
			fields = fields[:0]
		}
	}
}

func layOutRow(out *bytes.Buffer, fields [][2]string) {
	width := 0
	for _, f := range fields {
		width = max(width, len(f[0]))
	}
	out.WriteString("\t{\n")
	for _, f := range fields {
		out.WriteString("\t\t" + f[0] + ":")
		for range width - len(f[0]) + 1 {
			out.WriteByte(' ')
		}
		out.WriteString(f[1] + "\n")
	}
	out.WriteString("\t},\n")
}
