package generator

import (
	"bytes"
	"path"
	"reflect"
	"strconv"
	"text/template"

	"github.com/lrcodes/lrcodes/generator/config"
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
	p.namePackages(d)
	return d
}

// execute renders the export with the user's template.
func (p *planner) execute(o *config.Template) ([]byte, error) {
	t, err := template.New("template").Funcs(functions()).Parse(o.Template.Data)
	if err != nil {
		return nil, templateProblem(err, o.Template, "template", reflect.TypeFor[*export.Document]())
	}
	var out bytes.Buffer
	if err := t.Execute(&out, p.document(o)); err != nil {
		return nil, templateProblem(err, o.Template, "template", reflect.TypeFor[*export.Document]())
	}
	if owned, _ := HasHeader(bytes.NewReader(out.Bytes()), Header); !owned { // a bytes.Reader has no error but io.EOF
		return nil, templateDiagnostic(o.Template, 1, 1, "the first "+strconv.Itoa(HeaderLines)+
			" lines of the output lack the header, by which lrcodes recognizes its own files; write {{header}} in a comment that fills a line, such as // {{header}}")
	}
	return out.Bytes(), nil
}

// shown returns the path of a file that the configuration names as diagnostics give it.
func shown(text config.Text) string { return path.Join(path.Dir(text.Position.File), text.Path) }
