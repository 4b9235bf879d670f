package golang

import (
	"github.com/dave/jennifer/jen"
)

// codeReader writes the functions that read a code from a JSON value.
func (p Package) codeReader(f *jen.File) {
	if p.textual() {
		comment(f.Group, "codeOf returns the code that a JSON value stands for, or none.")
		f.Func().Id("codeOf").Params(jen.Id("value").Any()).Id("Code").Block(jen.Return(jen.Id("Code").Call(jen.Id("textOf").Call(jen.Id("value")))))
		f.Line()
		return
	}
	comment(f.Group, "codeOf returns the code that a JSON value stands for, or none: a number or a text that is a positive integer of 32 bits.")
	f.Func().Id("codeOf").Params(jen.Id("value").Any()).Id("Code").Block(
		jen.List(jen.Id("number"), jen.Id("ok")).Op(":=").Id("value").Assert(jen.Float64()),
		jen.If(jen.List(jen.Id("text"), jen.Id("isText")).Op(":=").Id("value").Assert(jen.String()), jen.Id("isText")).Block(
			jen.Var().Err().Error(),
			jen.List(jen.Id("number"), jen.Err()).Op("=").Qual("strconv", "ParseFloat").Call(jen.Qual("strings", "TrimSpace").Call(jen.Id("text")), jen.Lit(64)),
			jen.Id("ok").Op("=").Err().Op("==").Nil(),
		),
		jen.If(jen.Op("!").Id("ok").Op("||").Id("number").Op("<").Lit(1).Op("||").Id("number").Op(">").Qual("math", "MaxInt32").Op("||").
			Id("number").Op("!=").Qual("math", "Trunc").Call(jen.Id("number"))).Block(jen.Return(jen.Id("none"))),
		jen.Return(jen.Id("Code").Call(jen.Id("number"))),
	)
	f.Line()
	comment(f.Group, "UnmarshalJSON reads a code from a number, from a text that is one, or from null, which is no code.")
	f.Func().Params(jen.Id("c").Op("*").Id("Code")).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Var().Id("value").Any(),
		jen.If(jen.Err().Op(":=").Qual("encoding/json", "Unmarshal").Call(jen.Id("data"), jen.Op("&").Id("value")), jen.Err().Op("!=").Nil()).
			Block(jen.Return(jen.Err())),
		jen.Op("*").Id("c").Op("=").Id("codeOf").Call(jen.Id("value")),
		jen.If(jen.Op("*").Id("c").Op("==").Id("none").Op("&&").Id("value").Op("!=").Nil()).Block(
			jen.Return(jen.Qual("fmt", "Errorf").Call(jen.Lit("%s: %s is no error code"), jen.Id("apiID"), jen.Id("data")))),
		jen.Return(jen.Nil()),
	)
	f.Line()
}

// readers writes the functions that read a JSON value of any type as one of the types of the envelope; those alone
// that it needs.
func (p Package) readers(f *jen.File) {
	visible := append(p.messages(), p.shown()...)
	has := func(typ string) bool {
		for _, field := range visible {
			if field.Type == typ {
				return true
			}
		}
		return false
	}
	if has("string") || p.textual() {
		textReader(f)
	}
	if has("boolean") {
		flagReader(f)
	}
	if has("integer") {
		intReader(f)
	}
	if len(p.kept()) > 0 {
		rawReader(f)
	}
}

// reader writes the head of a function that reads a JSON value.
func reader(f *jen.File, name, doc string, value, result *jen.Statement) *jen.Statement {
	comment(f.Group, name+" returns "+doc)
	return f.Func().Id(name).Params(jen.Id("value").Add(value)).Add(result)
}

func textReader(f *jen.File) {
	reader(f, "textOf", "a JSON value that is a text, or the empty string.", jen.Any(), jen.String()).Block(
		jen.List(jen.Id("text"), jen.Id("_")).Op(":=").Id("value").Assert(jen.String()),
		jen.Return(jen.Id("text")),
	)
	f.Line()
}

func flagReader(f *jen.File) {
	reader(f, "flagOf", "whether a JSON value is true, or a text that says so.", jen.Any(), jen.Bool()).Block(
		jen.List(jen.Id("text"), jen.Id("_")).Op(":=").Id("value").Assert(jen.String()),
		jen.Return(jen.Id("value").Op("==").True().Op("||").Qual("strings", "EqualFold").Call(jen.Id("text"), jen.Lit("true"))),
	)
	f.Line()
}

func intReader(f *jen.File) {
	number := jen.Id("number")
	reader(f, "intOf", "a JSON value that is an integer of 32 bits, or 0.", jen.Any(), jen.Int()).Block(
		jen.List(number, jen.Id("_")).Op(":=").Id("value").Assert(jen.Float64()),
		jen.If(jen.Add(number).Op("!=").Qual("math", "Trunc").Call(number).Op("||").Qual("math", "Abs").Call(number).Op(">").Qual("math", "MaxInt32")).
			Block(jen.Return(jen.Lit(0))),
		jen.Return(jen.Int().Call(number)),
	)
	f.Line()
}

func rawReader(f *jen.File) {
	reader(f, "rawText", "a JSON value as text: a text as it is, null or nothing as the empty string, any other as its JSON.",
		jen.Qual("encoding/json", "RawMessage"), jen.String()).Block(
		jen.Var().Id("text").String(),
		jen.If(jen.Qual("encoding/json", "Unmarshal").Call(jen.Id("value"), jen.Op("&").Id("text")).Op("==").Nil()).Block(jen.Return(jen.Id("text"))),
		jen.Return(jen.String().Call(jen.Id("value"))),
	)
	f.Line()
}
