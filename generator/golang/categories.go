package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

// Categories renders categories.go: the type Category, its constants and its methods.
func Categories(p Package) ([]byte, error) {
	return p.render(func(f *file) {
		comment(f.Group, "Category is a group of codes that a caller would branch on. It is an error: errors.Is(err, category) "+
			"holds where err is a code of the category, or an error response that carries one.")
		f.Type().Id("Category").Uint8()
		f.Line()
		if len(p.API.Categories) > 0 {
			comment(f.Group, "The categories of "+p.codes()+".")
			f.Const().DefsFunc(p.categoryConstants)
			f.Line()
		}
		p.categoryTable(f.File)
		categoryMethods(f.File)
	})
}

func (p Package) categoryConstants(g *jen.Group) {
	for i, c := range p.API.Categories {
		if i > 0 {
			g.Line()
		}
		text := prose(c.Description)
		if len(text) == 0 {
			text = []string{"a group of codes."}
		}
		text[0] = "Err" + c.Name + ": " + text[0]
		comment(g, text...)
		g.Id("Err" + c.Name).Id("Category").Op("=").Lit(i + 1)
	}
}

// categoryTable writes the names and descriptions of the categories. The empty entry stands for every unknown one.
func (p Package) categoryTable(f *jen.File) {
	comment(f.Group, "categories tells of each category, behind an empty entry that stands for every unknown one.")
	f.Var().Id("categories").Op("=").Index(jen.Op("...")).Struct(jen.List(jen.Id("name"), jen.Id("description")).String()).
		Add(lines(func(g *jen.Group) {
			g.Values()
			for _, c := range p.API.Categories {
				g.Values(jen.Lit(c.Name), jen.Lit(c.Description))
			}
		}))
	f.Line()
}

func categoryMethods(f *jen.File) {
	receiver := jen.Id("c").Id("Category")
	comment(f.Group, "position returns where categories tells of c, or 0 where it does not.")
	f.Func().Params(receiver).Id("position").Params().Int().Block(
		jen.If(jen.Int().Call(jen.Id("c")).Op("<").Len(jen.Id("categories"))).Block(jen.Return(jen.Int().Call(jen.Id("c")))),
		jen.Return(jen.Lit(0)),
	)
	f.Line()
	comment(f.Group, "Name returns the name of the category, without the prefix Err, or the empty string if the category is unknown.")
	f.Func().Params(receiver).Id("Name").Params().String().Block(jen.Return(categoryField("name")))
	f.Line()
	comment(f.Group, "Description returns what the codes of the category have in common, or the empty string if the category is unknown.")
	f.Func().Params(receiver).Id("Description").Params().String().Block(jen.Return(categoryField("description")))
	f.Line()
	comment(f.Group, "Error returns the API and the name of the category.")
	f.Func().Params(receiver).Id("Error").Params().String().Block(
		jen.If(jen.Id("name").Op(":=").Id("c").Dot("Name").Call(), jen.Id("name").Op("!=").Lit("")).Block(
			jen.Return(jen.Id("apiID").Op("+").Lit(" ").Op("+").Id("name"))),
		jen.Return(jen.Id("apiID").Op("+").Lit(" category ").Op("+").Qual("strconv", "Itoa").Call(jen.Int().Call(jen.Id("c")))),
	)
	f.Line()
	comment(f.Group, "Codes returns the codes of the category, in order, in a fresh slice.")
	f.Func().Params(receiver).Id("Codes").Params().Index().Id("Code").Block(
		jen.Var().Id("codes").Index().Id("Code"),
		jen.For(jen.List(jen.Id("code"), jen.Id("info")).Op(":=").Range().Id("All").Call()).Block(
			jen.If(jen.Id("info").Dot("in").Call(jen.Id("c"))).Block(
				jen.Id("codes").Op("=").Append(jen.Id("codes"), jen.Id("code"))),
		),
		jen.Return(jen.Id("codes")),
	)
}

func categoryField(name string) *jen.Statement {
	return jen.Id("categories").Index(jen.Id("c").Dot("position").Call()).Dot(name)
}

// words returns the number of 64-bit words that hold a bit for each category, and one for none.
func (p Package) words() int { return len(p.API.Categories)/64 + 1 }

// setType returns the type of a set of categories.
func (p Package) setType() *jen.Statement {
	if n := p.words(); n > 1 {
		return jen.Index(jen.Lit(n)).Uint64()
	}
	return jen.Uint64()
}

// set returns the set of a code's categories, spaced as gofmt spaces it.
func (p Package) set(r row) string {
	words := make([][]string, p.words())
	for i, c := range p.API.Categories {
		bit := "Err" + c.Name
		if i+1 >= 64 {
			bit = "(" + bit + " % 64)"
		}
		if word := &words[(i+1)/64]; slices.Contains(r.Categories, c) {
			*word = append(*word, bit)
		}
	}
	sets := make([]string, len(words))
	for i, bits := range words {
		switch len(bits) {
		case 0:
			sets[i] = "0"
		case 1:
			sets[i] = "1 << " + bits[0]
		default:
			sets[i] = strings.ReplaceAll("1<<"+strings.Join(bits, " | 1<<"), " % ", "%")
		}
	}
	if len(sets) == 1 {
		return sets[0]
	}
	return fmt.Sprintf("[%d]uint64{%s}", len(sets), strings.Join(sets, ", "))
}

// inMethod writes the method of Info that tells whether a code is in a category.
func (p Package) inMethod(f *jen.File) {
	set, c := jen.Id("i").Dot("categories"), jen.Id("c")
	has := func(set, bit *jen.Statement) *jen.Statement {
		return jen.Add(set).Op(">>").Add(bit).Op("&").Lit(1).Op("!=").Lit(0)
	}
	holds := has(set, c)
	if p.words() > 1 {
		word := jen.Add(c).Op("/").Lit(64)
		holds = jen.Int().Call(word).Op("<").Len(set).Op("&&").Add(has(jen.Add(set).Index(word), jen.Parens(jen.Add(c).Op("%").Lit(64))))
	}
	comment(f.Group, "in reports whether the code is in a category. No code is in the zero Category, nor in one that is unknown.")
	f.Func().Params(jen.Id("i").Op("*").Id("Info")).Id("in").Params(jen.Id("c").Id("Category")).Bool().Block(jen.Return(holds))
	f.Line()
}

// lines returns a composite literal's braces with an element per line.
func lines(add func(g *jen.Group)) *jen.Statement {
	return jen.CustomFunc(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, add)
}
