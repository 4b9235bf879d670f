package golang

import (
	"bytes"
	"go/format"

	"github.com/dave/jennifer/jen"
)

// file is a file while it is built.
type file struct {
	*jen.File
	pkg   string
	lists []list
}

// render returns the formatted source of a file whose declarations write adds.
func render(pkg string, write func(f *file)) ([]byte, error) {
	f := &file{File: newFile(pkg), pkg: pkg}
	write(f)
	source, err := sourceOf(f.File)
	if err != nil {
		return nil, err
	}
	if source, err = format.Source(source); err != nil || len(f.lists) == 0 {
		return source, err
	}
	return f.insertLists(source)
}

// newFile returns a file that jennifer does not format: it would keep its statements in memory meanwhile.
func newFile(pkg string) *jen.File {
	f := jen.NewFile(pkg)
	f.NoFormat = true
	return f
}

// sourceOf returns the source of a file before it is formatted.
func sourceOf(f *jen.File) ([]byte, error) {
	var out bytes.Buffer
	err := f.Render(&out)
	return out.Bytes(), err
}

// braces returns braces around items that have their own commas, each on a line.
func braces(items ...jen.Code) *jen.Statement {
	return jen.Custom(jen.Options{Open: "{", Close: "}", Multi: true}, items...)
}

// lines returns the braces of a composite literal with an element per line.
func lines(add func(g *jen.Group)) *jen.Statement {
	return jen.CustomFunc(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, add)
}
