// Package golang renders an api of the spec, or its HTTP statuses, as the source of a Go package. [Files] and
// [StatusFiles] are the tables of the files of a package.
//
// What follows from the spec is built with jennifer: constants, tables, and the type Error. What is the same in every
// package is ordinary Go that is compiled and tested in the directory verbatim, and copied with another package clause.
//
// Rendering is pure: equal input gives equal bytes. Files may be rendered concurrently. Names are taken as they are;
// rules of the spec guarantee that distinct names give distinct identifiers.
//
// Non-goals: reading specs, writing files, deciding which packages exist.
package golang

import (
	"bytes"
	"embed"
	"fmt"
	"path"

	"github.com/lrcodes/lrcodes/spec"
)

// Package describes the Go package of an api.
type Package struct {
	Name     string
	API      *spec.API
	Statuses []*spec.Status // of the whole spec
}

// StatusPackage describes the Go package of the HTTP statuses.
type StatusPackage struct {
	Name     string
	Statuses []*spec.Status
}

// File is a file of a package.
type File struct {
	Name   string // within the directory of the package
	Render func() ([]byte, error)
	Unread bool // whether nobody reads the file, so that its changes need not be shown
}

// indexFile is the file of a package that nobody reads: hash tables, and the guard against files of two runs.
const indexFile = "index.go"

// Files lists the files of the package of an api.
func Files(p Package) []File {
	written := func(name string, write func(p Package, f *file)) File {
		return File{Name: name, Render: func() ([]byte, error) { return render(p.Name, func(f *file) { write(p, f) }) }, Unread: name == indexFile}
	}
	files := []File{
		written("doc.go", writeDoc),
		written("codes.go", writeCodes),
		written("categories.go", writeCategories),
		written("response.go", writeResponse),
		written("table.go", writeTable),
		written(indexFile, writeIndex),
	}
	for _, name := range p.verbatim() {
		files = append(files, copied(p.Name, name))
	}
	return files
}

// verbatim lists the files that are copied: those of every package, and those of the features that the api has.
func (p Package) verbatim() []string {
	kind := "verbatim/number.go"
	if p.API.Textual() {
		kind = "verbatim/text/text.go"
	}
	names := []string{"verbatim/code.go", kind, "verbatim/category.go", "verbatim/lookup.go", "verbatim/decode.go", "verbatim/error.go",
		"verbatim/find.go", "verbatim/problem.go", "verbatim/body.go", "verbatim/json.go", "retry.go", "hash.go"}
	for _, optional := range []struct {
		name   string
		wanted bool
	}{
		{"verbatim/message.go", p.hasServiceTexts()},
		{"verbatim/data.go", len(p.dataKeys()) > 0},
		{"verbatim/fields.go", p.hasFieldErrors()},
		{"verbatim/sdk.go", p.isLoginRadius()},
	} {
		if optional.wanted {
			names = append(names, optional.name)
		}
	}
	return names
}

// isLoginRadius reports whether the api is one of LoginRadius: its SDK passes the responses on, and its fields have the
// meaning and the second spellings that LoginRadius gives them.
func (p Package) isLoginRadius() bool { return p.API.SDK == spec.SDKLoginRadius }

// StatusFiles lists the files of the package of the HTTP statuses.
func StatusFiles(p StatusPackage) []File {
	written := func(name string, write func(p StatusPackage, f *file)) File {
		return File{Name: name, Render: func() ([]byte, error) { return render(p.Name, func(f *file) { write(p, f) }) }, Unread: name == indexFile}
	}
	return []File{
		written("doc.go", writeStatusDoc),
		written("statuses.go", writeStatuses),
		written("table.go", writeStatusTable),
		written(indexFile, writeStatusIndex),
		copied(p.Name, "verbatim/status/status.go"),
		copied(p.Name, "retry.go"),
		copied(p.Name, "hash.go"),
	}
}

//go:embed hash.go retry.go verbatim/code.go verbatim/number.go verbatim/text/text.go verbatim/category.go verbatim/lookup.go
//go:embed verbatim/decode.go verbatim/error.go verbatim/find.go verbatim/problem.go verbatim/body.go verbatim/json.go
//go:embed verbatim/message.go verbatim/data.go verbatim/fields.go verbatim/sdk.go verbatim/status/status.go
var sources embed.FS

// copied is a file of this directory or of verbatim, with the package clause of another package.
func copied(pkg, name string) File {
	return File{Name: path.Base(name), Render: func() ([]byte, error) {
		source, err := sources.ReadFile(name)
		if err != nil {
			return nil, err
		}
		source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
		clause, body, _ := bytes.Cut(source, []byte("\n"))
		if !bytes.HasPrefix(clause, []byte("package ")) {
			return nil, fmt.Errorf("%s does not begin with its package clause", name)
		}
		return append([]byte("package "+pkg+"\n"), body...), nil
	}}
}
