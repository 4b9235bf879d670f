// Package templates holds the Markdown templates, one file per page.
//
// What a template sees is told by package markdown, which executes them.
package templates

import "embed"

// FS holds the templates: index.md.tmpl, statuses.md.tmpl, api.md.tmpl and rules.md.tmpl.
//
//go:embed *.md.tmpl
var FS embed.FS
