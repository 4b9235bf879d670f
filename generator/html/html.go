// Package html renders a spec as one HTML page that needs no other file, no server and no network.
//
// Every code is an article of the page, under the same permanent anchor as in the Markdown. Without a script the page is
// a list that can be read, searched by the browser and linked to. With its script, the page has a search that ranks as
// package find does, by the same tables, and filters by API, HTTP status and category.
//
// A spec may contain any text. Texts reach the page only as arguments of writeHTML, which escapes them, and the page
// allows the browser no script and no style but its own, by their hashes.
package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"text/template"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/find"
	"github.com/lrcodes/lrcodes/templates"
)

// Doctype is the first line of the page. The header of generated files comes after it, because browsers want it first.
const Doctype = "<!doctype html>\n"

// Options says what the page shows beyond the spec. The zero value shows every API, and no Go names.
type Options struct {
	APIs     []*spec.API               // the APIs to show; nil shows all of the spec
	Packages map[string]spec.GoPackage // id of an API to its Go package
}

// page is what the frame is given. Its fields are HTML, CSS and JavaScript.
type page struct {
	Style, StyleHash   string
	Script, ScriptHash string
	About              string
	Articles           string
}

// Page returns the page of a spec, without its doctype.
func Page(s *spec.Spec, o Options) ([]byte, error) {
	if o.APIs == nil {
		o.APIs = s.APIs
	}
	style, err := templates.FS.ReadFile("page.css")
	if err != nil {
		return nil, err
	}
	script, err := script()
	if err != nil {
		return nil, err
	}
	frame, err := template.ParseFS(templates.FS, "page.html.tmpl")
	if err != nil {
		return nil, err
	}
	body := articles(o)
	var out bytes.Buffer
	out.Grow(len(style) + len(script) + len(body) + 8<<10)
	err = frame.Execute(&out, page{
		Style: string(style), StyleHash: hash(style),
		Script: string(script), ScriptHash: hash(script),
		About: about(o), Articles: body,
	})
	return out.Bytes(), err
}

// script returns the script of the page: the tables of package find, and what ranks by them.
func script() ([]byte, error) {
	code, err := templates.FS.ReadFile("page.js")
	if err != nil {
		return nil, err
	}
	tables, err := json.Marshal(find.WordTables()) // which escapes <, so that no word ends the script
	if err != nil {
		return nil, err
	}
	return append([]byte("\n\"use strict\"\nconst tables = "+string(tables)+";\n"), code...), nil
}

// hash returns the hash by which a content security policy allows a style or a script.
func hash(text []byte) string {
	sum := sha256.Sum256(text)
	return base64.StdEncoding.EncodeToString(sum[:])
}

// writeHTML writes markup and texts in turn, beginning with markup. It is the only way in which texts of a spec reach the
// page, and escapes each of them for content and for attributes in quotes.
func writeHTML(b *bytes.Buffer, parts ...string) {
	for i, part := range parts {
		if i%2 == 0 {
			b.WriteString(part)
		} else {
			b.WriteString(html.EscapeString(part))
		}
	}
}
