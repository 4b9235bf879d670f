package golang

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/generator/golang/verbatim"
	"github.com/lrcodes/lrcodes/spec"
)

// Errors renders errors.go: how an error response matches, prints and is found in an error tree.
func Errors(p Package) ([]byte, error) { return p.verbatim("errors.go") }

// Decode renders decode.go: how the body of an error response is read.
func Decode(p Package) ([]byte, error) { return p.verbatim("decode.go") }

// verbatim returns a file of the directory verbatim as one of the package.
func (p Package) verbatim(name string) ([]byte, error) {
	source, err := verbatim.Files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
	body, ok := bytes.CutPrefix(source, []byte("package verbatim\n"))
	if !ok {
		return nil, fmt.Errorf("%s does not begin with its package clause", name)
	}
	return append([]byte("package "+p.Name+"\n"), body...), nil
}

// The fields of a response that are kept back besides those of the envelope, by their JSON keys.
var extras = []struct{ key, name string }{
	{"Data", "data"},
	{"Errors", "errors"},
	{"ExtraInfo", "extraInfo"},
}

// Response renders response.go: the type Error, and what else follows from the envelope of the API.
func Response(p Package) ([]byte, error) {
	return p.render(func(f *jen.File) {
		p.errorType(f)
		p.hiddenType(f)
		p.responseType(f)
		p.apply(f)
		p.codeReader(f)
		p.readers(f)
		p.accessors(f)
		p.marshal(f)
		p.statusTexts(f)
	})
}

// shown lists the fields of the envelope that are fields of Error, the code excepted.
func (p Package) shown() []*spec.Field {
	return p.fields(func(f *spec.Field) bool { return f.Role == spec.RoleNone && !f.Nullable })
}

// kept lists the fields of the envelope that are kept back behind accessors.
func (p Package) kept() []*spec.Field {
	return p.fields(func(f *spec.Field) bool { return f.Role == spec.RoleNone && f.Nullable })
}

func (p Package) fields(want func(*spec.Field) bool) []*spec.Field {
	var fields []*spec.Field
	for _, f := range p.API.Envelope {
		if want(f) {
			fields = append(fields, f)
		}
	}
	return fields
}

// has reports whether the envelope has a field with that JSON key or Go name, in any letter case.
func (p Package) has(key string) bool {
	return slices.ContainsFunc(p.API.Envelope, func(f *spec.Field) bool {
		return strings.EqualFold(f.Name, key) || strings.EqualFold(f.GoName, key)
	})
}

// messages lists the field of the envelope with the text for people, if there is one.
func (p Package) messages() []*spec.Field {
	return p.fields(func(f *spec.Field) bool { return f.Role == spec.RoleMessage })
}

func (p Package) errorType(f *jen.File) {
	comment(f.Group,
		"Error is an error response of the "+p.title()+". errors.Is compares it with codes, with categories and with HTTP statuses.",
		"Some of what the service sends may hold access tokens or other secrets. It stands behind accessors, and is never "+
			"printed: not by Error, nor by any verb of fmt, nor by encoding/json or log/slog.")
	f.Type().Id("Error").StructFunc(func(g *jen.Group) {
		g.Id("Code").Comment("// " + p.codeField().Name + "; " + p.zero() + " where the body had none")
		g.Id("StatusCode").Int().Comment("// HTTP status as received; the catalogue's where it was lost")
		g.Id("Message").String().Comment("// text for people, as received")
		for _, field := range p.shown() {
			g.Id(field.GoName).Add(goType(field))
		}
		g.Line()
		g.Id("hidden").Op("*").Id("hidden")
	})
	f.Line()
	comment(f.Group, "none is the code of a response that has none.")
	f.Const().Id("none").Id("Code").Op("=").Add(p.zeroLit())
	f.Line()
	comment(f.Group, "docsURL is where the documentation of the codes is published, or empty.")
	f.Const().Id("docsURL").Op("=").Lit(p.API.Docs)
	f.Line()
}

func (p Package) hiddenType(f *jen.File) {
	comment(f.Group, "hidden is what may hold secrets. It stands behind a pointer, which printing does not follow, so that a copy of Error "+
		"keeps it back too.")
	f.Type().Id("hidden").StructFunc(func(g *jen.Group) {
		g.Id("body").String()
		for _, e := range extras {
			g.Id(e.name).Qual("encoding/json", "RawMessage")
		}
		for _, field := range p.kept() {
			g.Id(keptName(field)).String()
		}
	})
	f.Line()
}

func keptName(f *spec.Field) string { return "field" + f.GoName }

func goType(f *spec.Field) *jen.Statement {
	switch f.Type {
	case "integer":
		return jen.Int()
	case "boolean":
		return jen.Bool()
	}
	return jen.String()
}

func (p Package) zero() string {
	if p.textual() {
		return "empty"
	}
	return "0"
}

func (p Package) zeroLit() *jen.Statement {
	if p.textual() {
		return jen.Lit("")
	}
	return jen.Lit(0)
}

// second returns the other key under which the service sends a field, or the empty string.
func (p Package) second(f *spec.Field) string {
	if key := "Error" + f.Name; (strings.EqualFold(f.Name, "Message") || strings.EqualFold(f.Name, "Description")) && !p.has(key) {
		return key
	}
	return ""
}

func (p Package) responseType(f *jen.File) {
	comment(f.Group, "response is the JSON object of an error response. Its fields take any value, so that none of an unexpected type is in the way.")
	f.Type().Id("response").StructFunc(func(g *jen.Group) {
		member := func(name, key string, typ jen.Code) { g.Id(name).Add(typ).Tag(map[string]string{"json": key}) }
		for _, field := range p.API.Envelope {
			if field.Role == spec.RoleNone && field.Nullable {
				member(field.GoName, field.Name, jen.Qual("encoding/json", "RawMessage"))
			} else {
				member(field.GoName, field.Name, jen.Any())
			}
			if key := p.second(field); key != "" {
				member("Error"+field.GoName, key, jen.Any())
			}
		}
		for _, e := range extras {
			if !p.has(e.key) {
				member(e.key, e.key, jen.Qual("encoding/json", "RawMessage"))
			}
		}
	})
	f.Line()
}

// apply writes the method that carries a response over into an Error.
func (p Package) apply(f *jen.File) {
	comment(f.Group, "apply copies what the response says into e. It reports whether the response says anything that an error response of the API says.")
	f.Func().Params(jen.Id("r").Op("*").Id("response")).Id("apply").Params(jen.Id("e").Op("*").Id("Error")).Bool().BlockFunc(func(g *jen.Group) {
		r := func(name string) *jen.Statement { return jen.Id("r").Dot(name) }
		said := []jen.Code{r(p.codeField().GoName).Op("!=").Nil()}
		g.Id("e").Dot("Code").Op("=").Id("codeOf").Call(r(p.codeField().GoName))
		for _, field := range append(p.messages(), p.shown()...) {
			said = append(said, r(field.GoName).Op("!=").Nil())
			value := jen.Id(map[string]string{"string": "textOf", "boolean": "flagOf", "integer": "intOf"}[field.Type]).Call(r(field.GoName))
			if p.second(field) != "" {
				said = append(said, r("Error"+field.GoName).Op("!=").Nil())
				value = jen.Qual("cmp", "Or").Call(value, jen.Id("textOf").Call(r("Error"+field.GoName)))
			}
			g.Id("e").Dot(field.GoName).Op("=").Add(value)
		}
		for _, field := range p.kept() {
			kept := jen.Id("e").Dot("hidden").Dot(keptName(field))
			said = append(said, jen.Add(kept).Op("!=").Lit(""))
			g.Add(kept).Op("=").Id("rawText").Call(r(field.GoName))
		}
		for _, e := range extras {
			if !p.has(e.key) {
				g.Id("e").Dot("hidden").Dot(e.name).Op("=").Add(r(e.key))
			}
		}
		g.Return(jen.CustomFunc(jen.Options{Separator: " ||", Multi: false}, func(g *jen.Group) {
			for i, s := range said {
				if i > 0 && i%3 == 0 {
					s = jen.Line().Add(s)
				}
				g.Add(s)
			}
		}))
	})
	f.Line()
}

// accessors writes a method for each field that is kept back.
func (p Package) accessors(f *jen.File) {
	for _, field := range p.kept() {
		comment(f.Group, fmt.Sprintf("%s returns what came as %s: a text as it is, any other value as its JSON, or the empty string "+
			"where nothing or null came. It may hold secrets.", field.GoName, field.Name))
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id(field.GoName).Params().String().Block(
			jen.If(jen.Id("e").Dot("hidden").Op("==").Nil()).Block(jen.Return(jen.Lit(""))),
			jen.Return(jen.Id("e").Dot("hidden").Dot(keptName(field))),
		)
		f.Line()
	}
	detail := jen.Lit("")
	for _, field := range p.shown() {
		if field.GoName == "Description" && field.Type == "string" {
			detail = jen.Id("e").Dot("Description")
		}
	}
	comment(f.Group, "detail returns what the service says of this response beyond its message.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("detail").Params().String().Block(jen.Return(detail))
	f.Line()
}

// marshal writes MarshalJSON.
func (p Package) marshal(f *jen.File) {
	comment(f.Group, "MarshalJSON returns the response under the keys of the service, and the HTTP status as StatusCode, without what the "+
		"accessors keep back.")
	f.Func().Params(jen.Id("e").Id("Error")).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).BlockFunc(func(g *jen.Group) {
		type member struct {
			name  string
			typ   *jen.Statement
			key   string
			value *jen.Statement
		}
		var members []member
		for _, field := range p.API.Envelope {
			switch {
			case field.Role == spec.RoleCode:
				members = append(members, member{"Code", jen.Id("Code"), field.Name, jen.Id("e").Dot("Code")})
			case !field.Nullable:
				members = append(members, member{field.GoName, goType(field), field.Name, jen.Id("e").Dot(field.GoName)})
			}
		}
		if !p.has("StatusCode") {
			members = append(members, member{"StatusCode", jen.Int(), "StatusCode", jen.Id("e").Dot("StatusCode")})
		}
		g.Return(jen.Qual("encoding/json", "Marshal").Call(jen.StructFunc(func(g *jen.Group) {
			for _, m := range members {
				g.Id(m.name).Add(m.typ).Tag(map[string]string{"json": m.key})
			}
		}).ValuesFunc(func(g *jen.Group) {
			for _, m := range members {
				g.Add(m.value)
			}
		})))
	})
	f.Line()
}

// statusTexts writes the judgement of statuses that a response without a known code is left with.
func (p Package) statusTexts(f *jen.File) {
	var retryable []jen.Code
	for _, s := range p.Statuses {
		if s.Retryable {
			retryable = append(retryable, jen.Lit(s.Number))
		}
	}
	comment(f.Group, "retryableStatus reports whether a request that was answered with an HTTP status may succeed later.")
	f.Func().Id("retryableStatus").Params(jen.Id("status").Int()).Bool().BlockFunc(func(g *jen.Group) {
		if len(retryable) == 0 {
			g.Return(jen.False())
			return
		}
		g.Switch(jen.Id("status")).Block(jen.Case(retryable...).Block(jen.Return(jen.True())))
		g.Return(jen.False())
	})
}
