package golang

import (
	"github.com/dave/jennifer/jen"
)

// reader writes the head of a function that reads a value of a response.
func reader(f *jen.File, name, doc string, value, result *jen.Statement) *jen.Statement {
	comment(f.Group, name+" returns "+doc)
	return f.Func().Id(name).Params(jen.Id("value").Add(value)).Add(result)
}

// codeReader writes the functions that read a code from a JSON value.
func (p Package) codeReader(f *jen.File) {
	if p.textual() {
		reader(f, "codeOf", "the code that a text is, or none.", jen.Op("*").String(), jen.Id("Code")).
			Block(jen.Return(jen.Id("Code").Call(jen.Id("textOf").Call(jen.Id("value")))))
		f.Line()
		return
	}
	numberReader(f)
	number := jen.Id("number")
	reader(f, "codeOf", "the code that a JSON value stands for, or none: a number or a text that is a positive integer of 32 bits.",
		rawMessage(), jen.Id("Code")).Block(
		parseNumber(),
		jen.If(jen.Op("!").Id("ok").Op("||").Add(number).Op("<").Lit(1).Op("||").Add(number).Op(">").Qual("math", "MaxInt32")).
			Block(jen.Return(jen.Id("none"))),
		jen.Return(jen.Id("Code").Call(number)),
	)
	f.Line()
	comment(f.Group, "UnmarshalJSON reads a code from an integral number, or from a text that is one; null changes nothing.")
	f.Func().Params(jen.Id("c").Op("*").Id("Code")).Id("UnmarshalJSON").Params(jen.Id("value").Index().Byte()).Error().Block(
		parseNumber(),
		jen.Switch().Block(
			jen.Case(jen.Id("ok")).Block(jen.Op("*").Id("c").Op("=").Id("Code").Call(number)),
			jen.Case(jen.Id("said").Call(jen.Id("value"))).Block(
				jen.Return(jen.Qual("errors", "New").Call(jen.Id("apiID").Op("+").Lit(": the JSON value is no error code"))))),
		jen.Return(jen.Nil()),
	)
	f.Line()
}

// numberReader writes the function that reads a JSON value as a number.
func numberReader(f *jen.File) {
	number, text := jen.Id("number"), jen.Id("text")
	comment(f.Group, "numberOf returns the integer that a JSON value is, or that a text stands for in the same form.")
	f.Func().Id("numberOf").Params(jen.Id("value").Add(rawMessage())).Params(jen.Int64(), jen.Bool()).Block(
		jen.Add(text).Op(":=").Qual("strings", "TrimSpace").Call(jen.Id("rawText").Call(jen.Id("value"))),
		jen.List(number, jen.Err()).Op(":=").Qual("strconv", "ParseFloat").Call(text, jen.Lit(64)),
		jen.Id("ok").Op(":=").Err().Op("==").Nil().Op("&&").Add(number).Op("==").Qual("math", "Trunc").Call(number).Op("&&").
			Qual("math", "Abs").Call(number).Op("<=").Lit(1).Op("<<").Lit(53).Op("&&").
			Qual("encoding/json", "Valid").Call(jen.Index().Byte().Call(text)),
		jen.Return(jen.Int64().Call(number), jen.Id("ok")),
	)
	f.Line()
}

// parseNumber writes the statement that reads a JSON value as a number.
func parseNumber() *jen.Statement {
	return jen.List(jen.Id("number"), jen.Id("ok")).Op(":=").Id("numberOf").Call(jen.Id("value"))
}

// readers writes the functions that read a JSON value of any type as one of the types of the envelope; those alone
// that it needs.
func (p Package) readers(f *jen.File) {
	needs := map[string]bool{"raw": !p.textual() || len(p.these(kept)) > 0}
	for _, m := range p.members() {
		needs["text"] = needs["text"] || p.text(m)
		if m.as == shown && m.Type != "string" {
			needs[m.Type], needs["raw"] = true, true
		}
	}
	if needs["text"] {
		textReader(f)
	}
	if needs["boolean"] {
		flagReader(f)
	}
	if needs["integer"] {
		if p.textual() {
			numberReader(f)
		}
		intReader(f)
	}
	if needs["raw"] {
		rawReader(f)
	}
}

func textReader(f *jen.File) {
	reader(f, "textOf", "a text of a response, or the empty string where none came.", jen.Op("*").String(), jen.String()).Block(
		jen.If(jen.Id("value").Op("==").Nil()).Block(jen.Return(jen.Lit(""))),
		jen.Return(jen.Op("*").Id("value")),
	)
	f.Line()
}

func flagReader(f *jen.File) {
	reader(f, "flagOf", "whether a JSON value is true, or a text that says so.", rawMessage(), jen.Bool()).Block(
		jen.Return(jen.Qual("strings", "EqualFold").Call(jen.Id("rawText").Call(jen.Id("value")), jen.Lit("true"))),
	)
	f.Line()
}

func intReader(f *jen.File) {
	number := jen.Id("number")
	reader(f, "intOf", "the integer of 32 bits that a JSON value stands for, or 0.", rawMessage(), jen.Int()).Block(
		parseNumber(),
		jen.If(jen.Op("!").Id("ok").Op("||").Add(number).Op("<").Qual("math", "MinInt32").Op("||").Add(number).Op(">").Qual("math", "MaxInt32")).
			Block(jen.Return(jen.Lit(0))),
		jen.Return(jen.Int().Call(number)),
	)
	f.Line()
}

func rawReader(f *jen.File) {
	reader(f, "rawText", "a JSON value as text: a text as it is, null or nothing as the empty string, any other as its JSON.",
		rawMessage(), jen.String()).Block(
		jen.Switch().Block(
			jen.Case(jen.Op("!").Id("said").Call(jen.Id("value"))).Block(jen.Return(jen.Lit(""))),
			jen.Case(jen.Id("value").Index(jen.Lit(0)).Op("!=").LitRune('"')).Block(jen.Return(jen.String().Call(jen.Id("value")))),
		),
		jen.Var().Id("text").String(),
		jen.Id("_").Op("=").Qual("encoding/json", "Unmarshal").Call(jen.Id("value"), jen.Op("&").Id("text")).Comment("// it is a JSON string"),
		jen.Return(jen.Id("text")),
	)
	f.Line()
}
