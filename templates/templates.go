// Package templates contains the templates of the documentation: one per Markdown page.
//
// Package markdown executes them, and documents what they see.
package templates

import "embed"

// FS contains the template of each Markdown page, named after the page: api.md.tmpl for the page "api".
//
//go:embed *.md.tmpl
var FS embed.FS
