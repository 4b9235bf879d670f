package diag

import "strconv"

// Position is the position of a value: a file, and a line and a column, both counted from 1. Columns count characters.
type Position struct {
	File         string
	Line, Column int
}

// String returns the position as file:line:column, the form that editors and terminals turn into a link.
func (p Position) String() string {
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}
