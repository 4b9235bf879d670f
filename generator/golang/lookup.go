package golang

import (
	"github.com/dave/jennifer/jen"
)

// Lookup renders lookup.go: the type Info, the methods of a code or status, and the ways to find one.
func Lookup(p Package) ([]byte, error) {
	return p.render(func(f *file) {
		l := lookup{p, p.rows(), jen.Id("c"), jen.Id(p.typ())}
		if p.API == nil {
			l.self = jen.Id("s")
		}
		l.infoType(f.File)
		l.methods(f.File)
		l.position(f.File)
		l.finders(f.File)
		l.byName(f.File)
		hashFunc(f.File)
	})
}

// lookup is what the functions that write lookup.go share.
type lookup struct {
	Package
	rows []row
	self *jen.Statement // the receiver
	typ  *jen.Statement // its type
}

func (l lookup) receiver() *jen.Statement { return jen.Add(l.self).Add(l.typ) }

func (l lookup) infoType(f *jen.File) {
	comment(f.Group, "Info is what the catalogue says of a "+l.word()+". It is a plain value: it may be copied and compared. As an error it "+
		"matches what its "+l.word()+" matches.")
	f.Type().Id("Info").StructFunc(func(g *jen.Group) {
		g.Add(l.typ)
		g.Id("Name").String().Comment("// Go name of the constant" + l.without())
		g.Id("Message").String().Comment("// text for people" + l.shared())
		g.Id("Description").String().Comment("// what it means and what to do")
		if l.API != nil {
			g.Id("Note").String().Comment("// a remark for readers, or empty")
			g.Id("HTTPStatus").Int().Comment("// status the code comes with, or 0 where the service gives none")
		}
		g.Id("Retryable").Bool().Comment("// whether the same request may succeed later")
		if l.API != nil {
			g.Id("Unused").Bool().Comment("// documented, but never sent")
			g.Line()
			g.Id("categories").Add(l.setType()).Comment("// the bit of each category that the code is in")
		}
	})
	f.Line()
	comment(f.Group, "Unwrap returns the "+l.word()+", for errors.Is.")
	f.Func().Params(jen.Id("i").Id("Info")).Id("Unwrap").Params().Error().Block(jen.Return(jen.Id("i").Dot(l.Package.typ())))
	f.Line()
}

// methods writes the methods of the type, each a look into infos.
func (l lookup) methods(f *jen.File) {
	unknown := ", or the empty string if the " + l.word() + " is unknown."
	l.errorMethod(f)
	l.getter(f, "Name", "Name returns the Go name of the "+l.word()+l.without()+unknown, jen.String())
	l.getter(f, "Message", "Message returns the message of the catalogue"+unknown, jen.String())
	l.getter(f, "Description", "Description returns what the "+l.word()+" means and what to do"+unknown, jen.String())
	if l.API != nil {
		l.getter(f, "HTTPStatus", "HTTPStatus returns the HTTP status that the code comes with, or 0 where the service gives none or the code is unknown.", jen.Int())
	}
	l.getter(f, "Retryable", "Retryable reports whether the same request may succeed later.", jen.Bool())
	comment(f.Group, "Known reports whether the catalogue has the "+l.word()+".")
	f.Func().Params(l.receiver()).Id("Known").Params().Bool().Block(jen.Return(l.at().Op("!=").Lit(0)))
	f.Line()
	if l.API != nil {
		l.categoryMethods(f)
		return
	}
	comment(f.Group, "MatchesHTTPStatus reports whether status is this one. The error responses of the API packages ask it when they are "+
		"compared with a Status by errors.Is, so that they need not import this package.")
	f.Func().Params(l.receiver()).Id("MatchesHTTPStatus").Params(jen.Id("status").Int()).Bool().
		Block(jen.Return(jen.Int().Call(l.self).Op("==").Id("status")))
	f.Line()
}

func (l lookup) without() string {
	if l.prefix() == "" {
		return ""
	}
	return " without the prefix " + l.prefix()
}

func (l lookup) shared() string {
	if l.API == nil {
		return ""
	}
	return "; several codes may share one"
}

// at returns the call that finds the receiver in infos.
func (l lookup) at() *jen.Statement { return jen.Add(l.self).Dot("position").Call() }

func (l lookup) getter(f *jen.File, name, doc string, result *jen.Statement) {
	comment(f.Group, doc)
	f.Func().Params(l.receiver()).Id(name).Params().Add(result).Block(
		jen.Return(jen.Id("infos").Index(l.at()).Dot(name)))
	f.Line()
}

func (l lookup) errorMethod(f *jen.File) {
	wire := jen.Qual("strconv", "Itoa").Call(jen.Int().Call(l.self))
	shown := jen.Add(l.self).Dot("wire").Call()
	if l.textual() {
		wire = jen.String().Call(l.self)
		shown = jen.Qual("strings", "Map").Call(jen.Id("printable"), shown)
	}
	subject := jen.Lit("HTTP ")
	if l.API != nil {
		subject = jen.Id("apiID").Op("+").Lit(" ")
	}
	comment(f.Group, "Error returns the "+l.word()+" and the message of the catalogue.")
	f.Func().Params(l.receiver()).Id("Error").Params().String().Block(
		jen.If(jen.Id("message").Op(":=").Add(l.self).Dot("Message").Call(), jen.Id("message").Op("!=").Lit("")).Block(
			jen.Return(jen.Add(l.self).Dot("text").Call().Op("+").Lit(": ").Op("+").Id("message"))),
		jen.Return(jen.Add(l.self).Dot("text").Call()),
	)
	f.Line()
	comment(f.Group, "text returns the "+l.word()+" as errors name it.")
	f.Func().Params(l.receiver()).Id("text").Params().String().Block(jen.Return(subject.Op("+").Add(shown)))
	f.Line()
	comment(f.Group, "wire returns the "+l.word()+" as it stands on the wire.")
	f.Func().Params(l.receiver()).Id("wire").Params().String().Block(jen.Return(wire))
	f.Line()
}

func (l lookup) categoryMethods(f *jen.File) {
	comment(f.Group, "Is reports whether target is a category of the code, for errors.Is.")
	f.Func().Params(l.receiver()).Id("Is").Params(jen.Id("target").Error()).Bool().Block(
		jen.List(jen.Id("category"), jen.Id("ok")).Op(":=").Id("target").Assert(jen.Id("Category")),
		jen.Return(jen.Id("ok").Op("&&").Id("infos").Index(l.at()).Dot("in").Call(jen.Id("category"))),
	)
	f.Line()
	info, category := jen.Id("info"), jen.Id("category")
	comment(f.Group, "Categories returns the categories of the code in a fresh slice; none if the code is unknown.")
	f.Func().Params(l.receiver()).Id("Categories").Params().Index().Id("Category").Block(
		jen.Var().Id("held").Index().Id("Category"),
		jen.Add(info).Op(":=").Op("&").Id("infos").Index(l.at()),
		jen.For(jen.Id("i").Op(":=").Range().Id("categories")).Block(
			jen.If(jen.Add(category).Op(":=").Id("Category").Call(jen.Id("i")), jen.Add(info).Dot("in").Call(category)).Block(
				jen.Id("held").Op("=").Append(jen.Id("held"), category))),
		jen.Return(jen.Id("held")),
	)
	f.Line()
	l.inMethod(f)
}

// position writes the way from a value to its position in infos, by the kind of index that Table writes.
func (l lookup) position(f *jen.File) {
	comment(f.Group, "position returns where infos tells of "+l.self.GoString()+", or 0 where it does not.")
	head := f.Func().Params(l.receiver()).Id("position").Params().Int()
	if l.dense(l.rows) {
		head.Block(
			jen.If(jen.Id("i").Op(":=").Uint().Call(jen.Add(l.self).Op("-").Id("lowest")), jen.Id("i").Op("<").Uint().Call(jen.Len(jen.Id("index")))).
				Block(jen.Return(jen.Int().Call(jen.Id("index").Index(jen.Id("i"))))),
			jen.Return(jen.Lit(0)),
		)
	} else {
		key := jen.Uint64().Call(l.self)
		if l.textual() {
			key = jen.Id("hash").Call(jen.String().Call(l.self))
		}
		head.Block(
			search("index", key, len(l.rows), jen.Id("infos").Index(jen.Id("p")).Dot(l.Package.typ()).Op("==").Add(l.self),
				jen.Return(jen.Int().Call(jen.Id("p")))),
			jen.Return(jen.Lit(0)),
		)
	}
	f.Line()
}

// search returns the loop over the slots of a hash table that may hold a key; found runs where the slot's position p
// proves to be the one.
func search(table string, key *jen.Statement, keys int, proof *jen.Statement, found ...jen.Code) *jen.Statement {
	size := tableSize(keys)
	slot := jen.Id("slot")
	return jen.For(
		jen.Add(slot).Op(":=").Add(key).Op("*").Id("multiplier").Op(">>").Lit(slotShift(size)),
		jen.Id(table).Index(slot).Op("!=").Lit(0),
		jen.Add(slot).Op("=").Params(jen.Add(slot).Op("+").Lit(1)).Op("%").Lit(size),
	).Block(
		jen.If(jen.Id("p").Op(":=").Id(table).Index(slot), proof).Block(found...),
	)
}

func (l lookup) finders(f *jen.File) {
	typ, seq := l.typ, jen.Qual("iter", "Seq2").Types(l.typ, jen.Id("Info"))
	comment(f.Group, "Lookup returns what the catalogue says of a "+l.word()+". It does not allocate.")
	f.Func().Id("Lookup").Params(jen.Id(l.word()).Add(l.basic())).Params(jen.Id("Info"), jen.Bool()).Block(
		jen.Id("p").Op(":=").Add(typ).Call(jen.Id(l.word())).Dot("position").Call(),
		jen.Return(jen.Id("infos").Index(jen.Id("p")), jen.Id("p").Op("!=").Lit(0)),
	)
	f.Line()
	comment(f.Group, "All returns the whole catalogue in order.")
	f.Func().Id("All").Params().Add(seq).Block(jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(typ, jen.Id("Info")).Bool()).Block(
		jen.For(jen.Id("i").Op(":=").Lit(1), jen.Id("i").Op("<").Len(jen.Id("infos")), jen.Id("i").Op("++")).Block(
			jen.If(jen.Op("!").Id("yield").Call(jen.Id("infos").Index(jen.Id("i")).Dot(l.Package.typ()), jen.Id("infos").Index(jen.Id("i")))).
				Block(jen.Return())),
	)))
	f.Line()
	comment(f.Group, "Map returns the whole catalogue in a fresh map, for callers that want one. Lookup is faster.")
	f.Func().Id("Map").Params().Map(typ).Id("Info").Block(jen.Return(jen.Qual("maps", "Collect").Call(jen.Id("All").Call())))
	f.Line()
	if l.API == nil {
		return
	}
	comment(f.Group, "ByHTTPStatus returns the codes that come with an HTTP status, in order, in a fresh slice.")
	l.filter(f, "ByHTTPStatus", jen.Id("status").Int(), func(info *jen.Statement) *jen.Statement {
		return jen.Id("status").Op("!=").Lit(0).Op("&&").Add(info).Dot("HTTPStatus").Op("==").Id("status")
	})
	comment(f.Group, "ByMessage returns every code with a message of the catalogue, in order, in a fresh slice. Messages are not unique, "+
		"and the service may word them otherwise: compare codes wherever there is one.")
	l.filter(f, "ByMessage", jen.Id("message").String(), func(info *jen.Statement) *jen.Statement {
		same := jen.Add(info).Dot("Message").Op("==").Id("message")
		if l.chatty(l.rows) {
			same.Op("||").Id("alsoSent").Call(jen.Add(info).Dot("Code"), jen.Id("message"))
		}
		return same
	})
	if l.chatty(l.rows) {
		l.alsoSent(f)
	}
}

// filter writes a function that returns the codes for which a condition on their info holds.
func (l lookup) filter(f *jen.File, name string, param *jen.Statement, holds func(info *jen.Statement) *jen.Statement) {
	f.Func().Id(name).Params(param).Index().Id("Code").Block(
		jen.Var().Id("codes").Index().Id("Code"),
		jen.For(jen.Id("i").Op(":=").Lit(1), jen.Id("i").Op("<").Len(jen.Id("infos")), jen.Id("i").Op("++")).Block(
			jen.If(holds(jen.Id("infos").Index(jen.Id("i")))).Block(
				jen.Id("codes").Op("=").Append(jen.Id("codes"), jen.Id("infos").Index(jen.Id("i")).Dot("Code")))),
		jen.Return(jen.Id("codes")),
	)
	f.Line()
}

func (l lookup) alsoSent(f *jen.File) {
	comment(f.Group, "alsoSent reports whether a message comes with a code besides its usual one.")
	f.Func().Id("alsoSent").Params(jen.Id("code").Id("Code"), jen.Id("message").String()).Bool().Block(
		jen.For(jen.List(jen.Id("_"), jen.Id("a")).Op(":=").Range().Id("also")).Block(
			jen.If(jen.Id("a").Dot("code").Op("==").Id("code").Op("&&").Id("a").Dot("message").Op("==").Id("message")).
				Block(jen.Return(jen.True()))),
		jen.Return(jen.False()),
	)
	f.Line()
}

func (l lookup) byName(f *jen.File) {
	zero := jen.Lit(0)
	if l.textual() {
		zero = jen.Lit("")
	}
	names, aliased := len(l.rows), l.aliased(l.rows)
	for _, r := range l.rows {
		names += len(r.Aliases)
	}
	doc := "ByName returns the " + l.word() + " with a Go name. It does not allocate."
	if l.prefix() != "" {
		doc = "ByName returns the " + l.word() + " with a Go name, given with or without the prefix Err. Former names count too. It does not allocate."
	}
	comment(f.Group, doc)
	f.Func().Id("ByName").Params(jen.Id("name").String()).Params(l.typ, jen.Bool()).BlockFunc(func(g *jen.Group) {
		if l.prefix() != "" {
			g.If(jen.Len(jen.Id("name")).Op(">").Lit(3).Op("&&").Id("name").Index(jen.Empty(), jen.Lit(3)).Op("==").Lit("Err").
				Op("&&").LitRune('A').Op("<=").Id("name").Index(jen.Lit(3)).Op("&&").Id("name").Index(jen.Lit(3)).Op("<=").LitRune('Z')).Block(
				jen.Id("name").Op("=").Id("name").Index(jen.Lit(3), jen.Empty()))
		}
		found := jen.Return(jen.Id("infos").Index(jen.Id("p")).Dot(l.Package.typ()), jen.True())
		proof := jen.Id("infos").Index(jen.Id("p")).Dot("Name").Op("==").Id("name")
		if aliased {
			proof = jen.Id("nameAt").Call(jen.Int().Call(jen.Id("p"))).Op("==").Id("name")
			found = jen.Return(jen.Id("codeAt").Call(jen.Int().Call(jen.Id("p"))), jen.True())
		}
		g.Add(search("names", jen.Id("hash").Call(jen.Id("name")), names, proof, found))
		g.Return(zero, jen.False())
	})
	f.Line()
	if aliased {
		l.aliasAccess(f)
	}
}

// aliasAccess writes the functions that see aliases as the continuation of infos.
func (l lookup) aliasAccess(f *jen.File) {
	write := func(name, doc, field, alias string, result *jen.Statement) {
		comment(f.Group, doc)
		f.Func().Id(name).Params(jen.Id("p").Int()).Add(result).Block(
			jen.If(jen.Id("p").Op("<").Len(jen.Id("infos"))).Block(jen.Return(jen.Id("infos").Index(jen.Id("p")).Dot(field))),
			jen.Return(jen.Id("aliases").Index(jen.Id("p").Op("-").Len(jen.Id("infos"))).Dot(alias)),
		)
		f.Line()
	}
	write("nameAt", "nameAt returns the name at a position in infos, or behind it in aliases.", "Name", "name", jen.String())
	write("codeAt", "codeAt returns the code at a position in infos, or behind it in aliases.", "Code", "code", jen.Id("Code"))
}

// basic returns the type under the package's constants.
func (l lookup) basic() *jen.Statement {
	if l.textual() {
		return jen.String()
	}
	return jen.Int()
}
