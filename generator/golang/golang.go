// Package golang renders an api of the spec, or its HTTP statuses, as the source of a Go package: one function per
// file of the package, from resolved values to formatted bytes.
//
// What follows from the spec is built with jennifer: constants, tables, lookups, the fields of an error response.
// What is the same in every package (reading tolerant JSON, walking an error tree) is real Go that is compiled and
// tested where it stands, in the directory verbatim, and copied with another package clause.
//
// The functions are pure: equal input gives equal bytes. They may be called concurrently on one spec. Names are
// taken as they are; rules of the spec guarantee that distinct names stay distinct in Go.
//
// Non-goals: reading specs, writing files, deciding which packages exist.
package golang

import (
	"go/format"
	"go/parser"
	"go/token"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// Package is what one Go package is rendered from.
type Package struct {
	Name     string         // of the package
	API      *spec.API      // whose codes it holds; nil for the package of the HTTP statuses
	Statuses []*spec.Status // of the whole spec
}

// file is a file while it is built.
type file struct {
	*jen.File
	lists []list
}

// render returns the formatted source of a file whose declarations add writes.
func (p Package) render(add func(f *file)) ([]byte, error) {
	f := &file{}
	source, err := p.source(func(built *jen.File) {
		f.File = built
		add(f)
	})
	if err != nil {
		return nil, err
	}
	if source, err = format.Source(source); err != nil || len(f.lists) == 0 {
		return source, err
	}
	if source, err = p.insertLists(source, f.lists); err != nil {
		return nil, err
	}
	_, err = parser.ParseFile(token.NewFileSet(), "", source, parser.SkipObjectResolution)
	return source, err
}

// source returns the source of a file before it is formatted. Formatting is not left to jennifer, which would keep
// its statements in memory meanwhile.
func (p Package) source(add func(f *jen.File)) ([]byte, error) {
	f := jen.NewFile(p.Name)
	f.NoFormat = true
	add(f)
	var out whole
	err := f.Render(&out)
	return out, err
}

// whole is a writer that keeps what is written. Jennifer writes a file in one piece, so that nothing need be copied.
type whole []byte

func (w *whole) Write(data []byte) (int, error) {
	if *w == nil {
		*w = data
	} else {
		*w = append(*w, data...)
	}
	return len(data), nil
}

// prefix returns what stands before the names of the package's constants.
func (p Package) prefix() string {
	if p.API == nil {
		return ""
	}
	return "Err"
}

// typ returns the type of the package's constants.
func (p Package) typ() string {
	if p.API == nil {
		return "Status"
	}
	return "Code"
}

// textual reports whether the constants are strings.
func (p Package) textual() bool { return p.API != nil && p.API.Textual() }

// row is one constant of the package and what the catalogue says of it.
type row struct {
	*spec.Code
	constant string
}

// rows lists the constants of the package in the order of their values.
func (p Package) rows() []row {
	if p.API != nil {
		rows := make([]row, 0, len(p.API.Codes))
		for _, c := range p.API.Codes {
			rows = append(rows, row{c, "Err" + c.Name})
		}
		return rows
	}
	var rows []row
	for _, s := range p.Statuses {
		c := &spec.Code{Number: s.Number, Name: s.Name, Message: s.Message, Description: s.Description, Retryable: s.Retryable}
		rows = append(rows, row{c, s.Name})
	}
	return rows
}

// value returns the constant's value as a literal.
func (r row) value() *jen.Statement {
	if r.Text != "" {
		return jen.Lit(r.Text)
	}
	return jen.Lit(r.Number)
}
