package golang

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/generator/golang/verbatim"
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

// Response renders response.go: the type Error, and what else follows from the envelope of the API.
func Response(p Package) ([]byte, error) {
	return p.render(func(f *file) {
		p.errorType(f.File)
		p.hiddenType(f.File)
		p.responseType(f.File)
		p.isError(f.File)
		p.apply(f.File)
		p.codeReader(f.File)
		p.readers(f.File)
		p.accessors(f.File)
		p.marshal(f.File)
		p.retryableStatus(f.File)
	})
}

func (p Package) errorType(f *jen.File) {
	empty, zero := "0", jen.Lit(0)
	if p.textual() {
		empty, zero = "empty", jen.Lit("")
	}
	comment(f.Group,
		"Error is an error response with one of "+p.codes()+". errors.Is compares it with codes, with categories and with HTTP statuses.",
		"Some of what the service sends may hold access tokens or other secrets. It stands behind accessors, and is never "+
			"printed: not by Error, nor by any verb of fmt, nor by encoding/json or log/slog.")
	f.Type().Id("Error").StructFunc(func(g *jen.Group) {
		g.Id("Code").Comment("// " + p.codeField().Name + "; " + empty + " where the body had none")
		g.Id("StatusCode").Int().Comment("// HTTP status as received; the catalogue's where it was lost")
		g.Id("Message").String().Comment("// text for people, as received")
		for _, m := range p.these(shown) {
			g.Id(m.GoName).Add(p.goType(m)).Comment("// " + m.Name + ", as received")
		}
		g.Line()
		g.Id("hidden").Op("**").Id("hidden")
	})
	f.Line()
	comment(f.Group, "none is the code of a response that has none.")
	f.Const().Id("none").Id("Code").Op("=").Add(zero)
	f.Line()
	comment(f.Group, "docsURL is where the documentation of the codes is published, or empty.")
	f.Const().Id("docsURL").Op("=").Lit(p.API.Docs)
	f.Line()
}

func (p Package) hiddenType(f *jen.File) {
	comment(f.Group, "hidden is what may hold secrets. It stands behind two pointers: fmt never calls the methods of an Error in an "+
		"unexported field of another struct, but follows a pointer in it if the verb does not fit.")
	f.Type().Id("hidden").StructFunc(func(g *jen.Group) {
		g.Id("body").String()
		g.List(jen.Id("data"), jen.Id("errors"), jen.Id("extraInfo")).Add(rawMessage())
		for _, m := range p.these(kept) {
			g.Id("field" + m.GoName).String()
		}
	})
	f.Line()
}

func (p Package) responseType(f *jen.File) {
	comment(f.Group, "response is the JSON object of an error response. What is not a text is looked at later, so that no value of an "+
		"unexpected type is in the way.")
	f.Type().Id("response").StructFunc(func(g *jen.Group) {
		add := func(name, key string, typ jen.Code) { g.Id(name).Add(typ).Tag(map[string]string{"json": key}) }
		for _, m := range p.members() {
			add(m.GoName, m.Name, p.wireType(m))
			if key := p.second(m); key != "" {
				add("Error"+m.GoName, key, p.wireType(m))
			}
		}
		for _, e := range p.extras() {
			add(e.key, e.key, rawMessage())
		}
	})
	f.Line()
}

// isError writes the method that tells a response from other JSON.
func (p Package) isError(f *jen.File) {
	var said []jen.Code
	for _, m := range p.members() {
		if !p.text(m) {
			said = append(said, jen.Id("said").Call(jen.Id("r").Dot(m.GoName)))
			continue
		}
		said = append(said, jen.Id("textOf").Call(jen.Id("r").Dot(m.GoName)).Op("!=").Lit(""))
		if p.second(m) != "" {
			said = append(said, jen.Id("textOf").Call(jen.Id("r").Dot("Error"+m.GoName)).Op("!=").Lit(""))
		}
	}
	comment(f.Group, "isError reports whether the response says anything that an error response of the API says.")
	f.Func().Params(jen.Id("r").Op("*").Id("response")).Id("isError").Params().Bool().Block(jen.Return(anyOf(said)))
	f.Line()
}

// apply writes the method that carries a response over into an Error.
func (p Package) apply(f *jen.File) {
	read := map[string]string{"boolean": "flagOf", "integer": "intOf"}
	comment(f.Group, "apply copies what the response says into e, and what is kept back into kept.")
	f.Func().Params(jen.Id("r").Op("*").Id("response")).Id("apply").Params(jen.Id("e").Op("*").Id("Error"), jen.Id("kept").Op("*").Id("hidden")).BlockFunc(func(g *jen.Group) {
		for _, m := range p.members() {
			from, to := jen.Id("r").Dot(m.GoName), jen.Id("e").Dot(m.GoName)
			switch {
			case m.as == asCode:
				g.Id("e").Dot("Code").Op("=").Id("codeOf").Call(from)
			case m.as == kept:
				g.Id("kept").Dot("field" + m.GoName).Op("=").Id("rawText").Call(from)
			case p.second(m) != "":
				other := jen.Id("r").Dot("Error" + m.GoName)
				g.Add(to).Op("=").Qual("cmp", "Or").Call(jen.Id("textOf").Call(from), jen.Id("textOf").Call(other))
			case p.text(m):
				g.Add(to).Op("=").Id("textOf").Call(from)
			default:
				g.Add(to).Op("=").Id(read[m.Type]).Call(from)
			}
		}
		for _, e := range p.extras() {
			g.Id("kept").Dot(e.name).Op("=").Id("r").Dot(e.key)
		}
	})
	f.Line()
}

// anyOf joins conditions, three to a line.
func anyOf(conditions []jen.Code) *jen.Statement {
	return jen.CustomFunc(jen.Options{Separator: " ||"}, func(g *jen.Group) {
		for i, c := range conditions {
			if i > 0 && i%3 == 0 {
				c = jen.Line().Add(c)
			}
			g.Add(c)
		}
	})
}

// accessors writes a method for each field that is kept back.
func (p Package) accessors(f *jen.File) {
	for _, m := range p.these(kept) {
		comment(f.Group, fmt.Sprintf("%s returns what came as %s: a text as it is, any other value as its JSON, or the empty string "+
			"where nothing or null came. It may hold secrets.", m.GoName, m.Name))
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id(m.GoName).Params().String().Block(
			jen.Return(jen.Id("e").Dot("kept").Call().Dot("field" + m.GoName)))
		f.Line()
	}
	p.detail(f)
}

// detail writes the method that says what may be passed on to a client.
func (p Package) detail(f *jen.File) {
	detail, provider := jen.Id("e").Dot("Message"), false
	for _, m := range p.these(shown) {
		if m.GoName == "Description" && m.Type == "string" {
			detail = jen.Qual("cmp", "Or").Call(jen.Id("e").Dot("Description"), detail)
		}
		provider = provider || m.GoName == "IsProviderError" && m.Type == "boolean"
	}
	comment(f.Group, "detail returns what the service says of this response, unless a provider behind it said so.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("detail").Params().String().BlockFunc(func(g *jen.Group) {
		if provider {
			g.If(jen.Id("e").Dot("IsProviderError")).Block(jen.Return(jen.Lit("")))
		}
		g.Return(detail)
	})
	f.Line()
}

// marshal writes MarshalJSON.
func (p Package) marshal(f *jen.File) {
	comment(f.Group, "MarshalJSON returns the response under the keys of the service, and the HTTP status as StatusCode, without what the "+
		"accessors keep back.")
	f.Func().Params(jen.Id("e").Id("Error")).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).BlockFunc(func(g *jen.Group) {
		var fields, values []jen.Code
		add := func(name, key string, typ jen.Code) {
			fields = append(fields, jen.Id(name).Add(typ).Tag(map[string]string{"json": key}))
			values = append(values, jen.Id("e").Dot(name))
		}
		for _, m := range p.members() {
			switch {
			case m.as == asCode:
				add("Code", m.Name, jen.Id("Code"))
			case m.as != kept:
				add(m.GoName, m.Name, p.goType(m))
			}
		}
		if !p.has("StatusCode") {
			add("StatusCode", "StatusCode", jen.Int())
		}
		g.Return(jen.Qual("encoding/json", "Marshal").Call(jen.Struct(fields...).Values(values...)))
	})
	f.Line()
}

// retryableStatus writes the judgement of statuses that a response without a known code is left with.
func (p Package) retryableStatus(f *jen.File) {
	judged := map[int]bool{408: true, 425: true, 429: true, 502: true, 503: true, 504: true} // by HTTP itself
	for _, s := range p.Statuses {
		judged[s.Number] = s.Retryable
	}
	var retryable []jen.Code
	for _, status := range slices.Sorted(maps.Keys(judged)) {
		if judged[status] {
			retryable = append(retryable, jen.Lit(status))
		}
	}
	comment(f.Group, "retryableStatus reports whether a request that was answered with an HTTP status may succeed later: by the "+
		"catalogue, or by the meaning of the status where the catalogue does not have it.")
	f.Func().Id("retryableStatus").Params(jen.Id("status").Int()).Bool().BlockFunc(func(g *jen.Group) {
		if len(retryable) == 0 {
			g.Return(jen.False())
			return
		}
		g.Switch(jen.Id("status")).Block(jen.Case(retryable...).Block(jen.Return(jen.True())))
		g.Return(jen.False())
	})
}
