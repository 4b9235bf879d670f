// Package templates contains the templates of the documentation: one per Markdown page, and the parts of the HTML page.
//
// Package markdown executes the former and documents what they see; package html puts the latter together.
package templates

import "embed"

// FS contains the template of each Markdown page, named after the page: api.md.tmpl for the page "api". Of the HTML page
// it contains the frame, the style and the script.
//
//go:embed *.md.tmpl page.html.tmpl page.css page.js
var FS embed.FS
