package strict

import "strconv"

// Place is where a value stands: a file, a line and a column, both counted from 1. The column counts characters.
type Place struct {
	File         string
	Line, Column int
}

// String returns the place as file:line:column, the form that editors and terminals turn into a link.
func (p Place) String() string {
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}
