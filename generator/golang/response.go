package golang

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// writeResponse writes response.go: the type Error, and the functions that follow from the envelope.
func writeResponse(p Package, f *file) {
	p.writeError(f)
	comment(f.Group, "codePath is where a response has its code.")
	f.Const().Id("codePath").Op("=").Lit(p.codeField().Name)
	f.Line()
	comment(f.Group, "statusKey is the key of the HTTP status in the JSON of an Error. No service sends it.")
	f.Const().Id("statusKey").Op("=").Lit(p.statusKey())
	f.Line()
	p.writeRead(f)
	p.writeSame(f)
	p.writeMembers(f)
	p.writeMade(f)
	p.writeDetail(f)
	p.writeAccessors(f)
}

// use says what becomes of a field of the envelope.
type use int

const (
	asCode    use = iota // the code
	asMessage            // the text for people
	shown                // a field of Error
	hidden               // read by a method, and never printed
)

// use returns what becomes of a field. A field called Message is the message even if none has that role.
func (p Package) use(f *spec.Field) use {
	switch {
	case f.Role == spec.RoleCode:
		return asCode
	case f.Role == spec.RoleMessage || f.GoName == "Message":
		return asMessage
	case f.Nullable:
		return hidden
	}
	return shown
}

// fields lists the fields of the envelope with one of the uses, in order.
func (p Package) fields(uses ...use) []*spec.Field {
	var fields []*spec.Field
	for _, f := range p.API.Envelope {
		for _, u := range uses {
			if p.use(f) == u {
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// codeField returns the field of the envelope that contains the code.
func (p Package) codeField() *spec.Field { return p.fields(asCode)[0] }

// goName returns the name of a field of Error.
func (p Package) goName(f *spec.Field) string {
	switch p.use(f) {
	case asCode:
		return "Code"
	case asMessage:
		return "Message"
	}
	return f.GoName
}

// goType returns the type of a field of Error.
func (p Package) goType(f *spec.Field) *jen.Statement {
	switch {
	case p.use(f) == asCode:
		return jen.Id("Code")
	case p.use(f) == shown && f.Type == "integer":
		return jen.Int()
	case p.use(f) == shown && f.Type == "boolean":
		return jen.Bool()
	}
	return jen.String()
}

func (p Package) writeError(f *file) {
	paragraphs := []string{"Error is an error response of " + p.service() + ". errors.Is compares it with codes, categories and HTTP statuses. The " +
		"methods of a nil *Error answer like those of the zero value."}
	secrets := "The body of the response, which may contain secrets, is hidden: only methods return it or parts of it. It does not appear " +
		"where an Error is printed, logged or marshalled, whatever the package that does so."
	comment(f.Group, append(paragraphs, secrets)...)
	f.Type().Id("Error").StructFunc(func(g *jen.Group) {
		member := func(name string, typ *jen.Statement, key, doc string) {
			g.Id(name).Add(typ).Tag(map[string]string{"json": key}).Comment("// " + doc)
		}
		member("Code", jen.Id("Code"), p.codeField().Name, "the code of the response, or the zero Code if it has none")
		member("StatusCode", jen.Int(), p.statusKey(), "the HTTP status as received; if that was lost, the one of the catalogue, or 0")
		member("Message", jen.String(), p.messageKey(), "what went wrong, as the service says it; may be empty")
		for _, field := range p.fields(shown) {
			member(field.GoName, p.goType(field), field.Name, p.fieldDoc(field))
		}
		g.Line()
		g.Id("hidden").Func().Params().String().Comment("// returns the body; reflection cannot look into a function")
	})
	f.Line()
}

// messageKey returns the JSON key of the message.
func (p Package) messageKey() string {
	if fields := p.fields(asMessage); len(fields) > 0 {
		return fields[0].Name
	}
	return "-"
}

// statusKey returns the JSON key of the HTTP status, which is left out if a field of the envelope has that key.
func (p Package) statusKey() string {
	if p.hasKey("StatusCode") {
		return "-"
	}
	return "StatusCode"
}

// meanings documents the fields of LoginRadius.
var meanings = map[string]string{
	"Description":           "the longer text that the service sends for developers; it varies with the request",
	"IsProviderError":       "whether a social provider or another outside service failed, and not LoginRadius",
	"ProviderErrorResponse": "what the social provider or other outside service answered",
	"error_uri":             "address of a page about the error; may be empty",
}

// fieldDoc returns the comment of a field of Error.
func (p Package) fieldDoc(f *spec.Field) string {
	if doc := meanings[f.Name]; doc != "" && p.isLoginRadius() {
		return doc
	}
	return "the field " + f.Name + " of the response"
}

// writeRead writes the method that copies the fields of a response into an Error.
func (p Package) writeRead(f *file) {
	comment(f.Group, "read copies the fields of a response, a JSON object, into e.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("read").Params(jen.Id("doc").Index().Byte()).BlockFunc(func(g *jen.Group) {
		for _, field := range p.fields(asCode, asMessage, shown) {
			if p.use(field) == asCode {
				g.Id("e").Dot("Code").Op("=").Id("codeIn").Call(jen.Id("doc"))
				continue
			}
			g.Id("e").Dot(p.goName(field)).Op("=").Add(p.reading(field))
		}
	})
	f.Line()
}

// reading returns the expression that reads a field of a response other than the code.
func (p Package) reading(f *spec.Field) *jen.Statement {
	value := jen.Id("lookup").Call(jen.Id("doc"), jen.Lit(f.Name))
	switch {
	case p.use(f) == shown && f.Type == "integer":
		return jen.Id("intOf").Call(value)
	case p.use(f) == shown && f.Type == "boolean":
		return jen.Id("flagOf").Call(value)
	}
	paths := []jen.Code{jen.Id("doc")}
	for _, key := range p.keys(f) {
		paths = append(paths, jen.Lit(key))
	}
	return jen.Id("textAt").Call(paths...)
}

// keys lists the keys under which the service sends a field: LoginRadius has two for Message and for Description.
func (p Package) keys(f *spec.Field) []string {
	second := "Error" + f.Name
	if p.isLoginRadius() && (f.Name == "Message" || f.Name == "Description") && !p.hasKey(second) {
		return []string{f.Name, second}
	}
	return []string{f.Name}
}

// hasKey reports whether the envelope has a field with that key in any letter case.
func (p Package) hasKey(key string) bool {
	for _, f := range p.API.Envelope {
		if strings.EqualFold(f.Name, key) {
			return true
		}
	}
	return false
}

// writeSame writes the method that compares the fields of Error.
func (p Package) writeSame(f *file) {
	e, other := jen.Id("e"), jen.Id("other")
	names := []string{"Code", "StatusCode", "Message"}
	for _, field := range p.fields(shown) {
		names = append(names, field.GoName)
	}
	comment(f.Group, "same reports whether e and other have the same fields.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("same").Params(jen.Id("other").Op("*").Id("Error")).Bool().Block(
		jen.Return(jen.CustomFunc(jen.Options{Separator: " &&"}, func(g *jen.Group) {
			for i, name := range names {
				equal := jen.Add(e).Dot(name).Op("==").Add(other).Dot(name)
				if i > 0 && i%3 == 0 {
					equal = jen.Line().Add(equal)
				}
				g.Add(equal)
			}
		})))
	f.Line()
}

// writeMembers writes the method that lists the fields of a response by their paths.
func (p Package) writeMembers(f *file) {
	comment(f.Group, "members returns the fields of a response by their paths. What e keeps hidden is null.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("members").Params().Index().Id("member").Block(
		jen.Return(jen.Index().Id("member").Add(lines(func(g *jen.Group) {
			for _, field := range p.API.Envelope {
				value := jen.Nil()
				if p.use(field) != hidden {
					value = jen.Id("e").Dot(p.goName(field))
				}
				g.Values(jen.Lit(field.Name), value)
			}
		}))))
	f.Line()
}

// writeMade writes the method that makes a response of a code.
func (p Package) writeMade(f *file) {
	comment(f.Group, "response returns the response that the service would send with c, with the texts of the catalogue.")
	f.Func().Params(jen.Id("c").Id("Code")).Id("response").Params().Op("*").Id("Error").Block(
		jen.Return(jen.Op("&").Id("Error").ValuesFunc(func(g *jen.Group) {
			g.Id("Code").Op(":").Id("c")
			g.Id("StatusCode").Op(":").Id("c").Dot("HTTPStatus").Call()
			g.Id("Message").Op(":").Id("c").Dot("Message").Call()
			if p.hasDescription() {
				g.Id("Description").Op(":").Id("c").Dot("Description").Call()
			}
		})))
	f.Line()
}

// hasDescription reports whether Error has a field Description that is a text.
func (p Package) hasDescription() bool {
	for _, f := range p.fields(shown) {
		if f.GoName == "Description" && f.Type == "string" {
			return true
		}
	}
	return false
}

// writeDetail writes the method that returns what a Problem passes on.
func (p Package) writeDetail(f *file) {
	detail, provider := jen.Id("e").Dot("Message"), false
	if p.hasDescription() {
		detail = jen.Qual("cmp", "Or").Call(jen.Id("e").Dot("Description"), detail)
	}
	doc := "detail returns what the service says about this response."
	for _, field := range p.fields(shown) {
		if field.GoName == "IsProviderError" && field.Type == "boolean" && p.isLoginRadius() {
			provider, doc = true, "detail returns what the service says about this response, unless an outside provider said it."
		}
	}
	comment(f.Group, doc)
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("detail").Params().String().BlockFunc(func(g *jen.Group) {
		if provider {
			g.If(jen.Id("e").Dot("IsProviderError")).Block(jen.Return(jen.Lit("")))
		}
		g.Return(detail)
	})
	f.Line()
}

// writeAccessors writes a method for each hidden field of the envelope.
func (p Package) writeAccessors(f *file) {
	for _, field := range p.fields(hidden) {
		comment(f.Group, field.GoName+" returns "+p.fieldDoc(field)+": a text as it is, any other value as its JSON, or the empty string "+
			"if nothing or null came. It may contain secrets.")
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id(field.GoName).Params().String().Block(
			jen.Return(jen.Id("rawText").Call(jen.Id("e").Dot("at").Call(jen.Lit(field.Name)))))
		f.Line()
	}
	if p.hasData() {
		comment(f.Group, "Data returns a copy of the JSON value that comes as Data with some codes, such as what the user's next step needs, "+
			"or nil if there is none. It may contain secrets, such as an access token.")
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("Data").Params().Qual("encoding/json", "RawMessage").Block(
			jen.Return(jen.Id("e").Dot("at").Call(jen.Lit("Data"))))
		f.Line()
	}
}
