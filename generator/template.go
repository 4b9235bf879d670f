package generator

import (
	"bytes"
	"cmp"
	"path"
	"regexp"
	"strconv"
	"text/template"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
)

// exported returns the export as a generated JSON file.
func (p *planner) exported(o *config.JSON) ([]byte, error) {
	d := p.document(o)
	d.Comment = Header
	return d.JSON(), nil
}

// document returns the export of what an output shows, with the names of the packages that are generated.
func (p *planner) document(o config.Output) *export.Document {
	d := export.New(p.spec, config.Selected(o, p.spec))
	for i := range d.APIs {
		d.APIs[i].Package = cmp.Or(p.packages[d.APIs[i].ID].Name, d.APIs[i].Package)
	}
	return d
}

// execute renders the export with the user's template.
func (p *planner) execute(o *config.Template) ([]byte, error) {
	t, err := template.New("template").Funcs(functions()).Parse(o.Template.Data)
	if err != nil {
		return nil, templateProblem(err, o.Template)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, p.document(o)); err != nil {
		return nil, templateProblem(err, o.Template)
	}
	if owned, _ := HasHeader(bytes.NewReader(out.Bytes())); !owned { // a bytes.Reader has no error but io.EOF
		return nil, templateDiagnostic(o.Template, 1, 1, "the first "+strconv.Itoa(HeaderLines)+
			" lines of the output lack the header, by which lrcodes recognizes its own files; write {{header}} in a comment that fills a line, such as // {{header}}")
	}
	return out.Bytes(), nil
}

var templateError = regexp.MustCompile(`(?s)^template: [^:]*:(\d+)(?::(\d+))?: (?:executing "[^"]*" )?(.*)$`)

// templateProblem makes an error of text/template a diagnostic of the user's template. It returns any other error, and
// one of a built-in template, as it is.
func templateProblem(err error, text config.Text) error {
	if err == nil || text.Path == "" {
		return err
	}
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return templateDiagnostic(text, 1, 1, err.Error())
	}
	line, _ := strconv.Atoi(m[1])
	column, _ := strconv.Atoi(m[2]) // counted from 0, and absent where a template cannot be parsed
	return templateDiagnostic(text, max(line, 1), column+1, m[3])
}

func templateDiagnostic(text config.Text, line, column int, message string) error {
	at := diag.Position{File: shown(text), Line: line, Column: column}
	return diag.Diagnostics{{Position: at, Rule: config.RuleTemplate, Message: message}}
}

// shown returns the path of a file that the configuration names as diagnostics give it.
func shown(text config.Text) string { return path.Join(path.Dir(text.Position.File), text.Path) }
