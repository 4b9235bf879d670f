package generator

import (
	"bytes"
	"encoding/json"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// exported returns the export as a generated JSON file.
func (p *planner) exported(o *config.JSON) ([]byte, error) {
	d := p.document(o)
	d.Comment = Header
	return d.JSON(), nil
}

// execute renders the export with the user's template.
func (p *planner) execute(o *config.Template) ([]byte, error) {
	t, err := template.New("template").Funcs(functions).Parse(o.Template.Data)
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

// functions are those that a template has besides the ones of text/template.
var functions = template.FuncMap{
	"header":  func() string { return Header },
	"json":    quoted,
	"comment": comment,
	"lower":   strings.ToLower,
	"upper":   strings.ToUpper,
}

// quoted returns a value as JSON on one line, which is also a literal of JavaScript and TypeScript.
func quoted(v any) (string, error) {
	if list := reflect.ValueOf(v); list.Kind() == reflect.Slice && list.Len() == 0 {
		return "[]", nil // not null: a list that is absent is empty
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(out.String(), "\n"), err
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "*/", "* /")

// comment puts a prefix before every line of a text, and lets no text end a block comment.
func comment(prefix, text string) string {
	lines := strings.Split(lineBreaks.Replace(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(prefix+line, " \t")
	}
	return strings.Join(lines, "\n")
}

var templateError = regexp.MustCompile(`(?s)^template: [^:]*:(\d+)(?::(\d+))?: (?:executing "[^"]*" )?(.*)$`)

// templateProblem makes an error of text/template a diagnostic of the user's template; without one it is ours.
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
