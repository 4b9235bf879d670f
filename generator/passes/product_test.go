package passes

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"
)

// product is the directory, in that of a case, with programs that have every combination of what is below. No finding is
// expected there by a comment; what counts is that the fixes build, and that a second run has nothing left to fix.
const product = "/product/"

// Conditions and the statements around them. Q is how the file qualifies names of the generated package.
var (
	conditions = []string{
		"err OP Q.ErrEmailNotVerified", "Q.ErrEmailNotVerified OP err", "(load()) OP (Q.ErrAccountLocked)", "err OP code",
		"err OP Q.Code(970)", "Q.Code(970) OP err", "err OP Q.Code(notVerified)", "h.err OP Q.ErrAccountLocked",
		"code OP 970", "0x3CA OP code", "code OP notVerified", "code OP Q.Code(970)", "int(code) OP 970", "970 OP int64((code))",
		"int(Q.Code(970)) OP int(code)", "h.e.Code OP 1198", "int(Q.CodeOf(err)) OP 970", "code OP 900+70", "code+1 OP 970",
		"err /* why */ OP Q.ErrEmailNotVerified", "code OP Q.Code( /* why */ 970)",
		"errors_Is(Q.ErrEmailNotVerified, err) OP true", "errors_Is(err, Q.Code(970)) OP true",
	}
	statements = []string{
		"if IT { return }", "if ok := IT; !ok && IT { return }", "var m boolean = IT; _ = m", "m := boolean(IT); _ = m",
		"var b bool = !(IT); _ = b", "for IT { break }", "switch { case IT: case true: }", "switch IT { case true: }",
		"_ = func() bool { return IT }()", "_ = []any{IT, IT}", "_ = fmt.Sprint(IT,\n\t// why\n\tIT)",
	}
	wholes = []string{
		"switch err { case Q.ErrEmailNotVerified: case Q.Code(1198): }", "switch err { case nil: case Q.ErrEmailNotVerified: }",
		"switch (load()) { case Q.ErrEmailNotVerified: default: }", "switch code { case 970, (1198), Q.Code(4242): }",
		"switch int(code) { case 970: }", "switch err := load(); err { case Q.ErrAccountLocked: }",
		"e, ok := err.(*Q.Error); _, _ = e, ok", "var e, ok = (err).(*Q.Error); _, _ = e, ok",
		"if e, ok := load().(*Q.Error); ok && e.Code == 970 { return }", "var m boolean; _, m = err.(*Q.Error); _ = m",
		"var e error; var ok bool; e, ok = err.(*Q.Error); _, _ = e, ok", "_, ok := err.(Q.Code); _ = ok",
		"list := []Q.Code{970, 5: 1198}; list[0] = 970", "_ = map[Q.Code]Q.Code{970: 1198}", "_ = struct{ c Q.Code }{970}",
		"const c Q.Code = 970; _ = c", "var c Q.Code = notVerified; _ = c", "_ = append([]Q.Code{}, 970, notVerified)",
	}
	// Q, and the imports and the declaration in each function that change what names mean.
	surroundings = [][3]string{
		{"customeridentity", "import (\n\"fmt\"\n\n\"GEN\"\n)", ""},
		{"customeridentity", "import \"errors\"\nimport \"fmt\"\nimport \"GEN\"", ""},
		{"ci", "import (\n\tstd \"errors\" // the usual one\n\t\"fmt\"\n\n\tci \"GEN\"\n)\nvar _ = std.New", ""},
		{"ci", "import ci \"GEN\"\nimport \"fmt\"", "errors := 1; _ = errors"},
		{"ci", "import (\n// why\nci \"GEN\"\n\"fmt\"\n)", "ErrEmailNotVerified, customeridentity := 1, 2; _, _ = ErrEmailNotVerified, customeridentity"},
		{"", "import \"fmt\"\nimport . \"GEN\"", ""},
		{"", "import \"fmt\"\nimport . \"GEN\"", "ErrAccountLockedTemporarily := 1; _ = ErrAccountLockedTemporarily"},
	}
)

// writeProduct writes a package for each of the surroundings to a case that has a package customeridentity.
func writeProduct(t *testing.T, gopath, name string) {
	for i, around := range surroundings {
		qualifier, imports, declaration := around[0], around[1], around[2]
		var b strings.Builder
		fmt.Fprintf(&b, "package p\n\n%s\n\nconst notVerified = 970\n\ntype boolean bool\n\ntype holder struct {\n\terr error\n\te *Q.Error\n}\n\n"+
			"func load() error { return nil }\n\nvar _ = fmt.Sprint\n", strings.ReplaceAll(imports, "GEN", name+"/customeridentity"))
		all := slices.Clone(wholes)
		for _, condition := range conditions {
			for j, statement := range statements {
				all = append(all, strings.ReplaceAll(statement, "IT", strings.ReplaceAll(condition, "OP", []string{"==", "!="}[j%2])))
			}
		}
		for j, body := range all {
			fmt.Fprintf(&b, "\nfunc f%d(err error, code Q.Code, h holder) {\n\t%s\n\t%s\n}\n", j, declaration, body)
		}
		errorsIs := "errors.Is"
		switch {
		case strings.Contains(imports, "std "):
			errorsIs = "std.Is"
		case !strings.Contains(imports, `"errors"`):
			errorsIs = "func(error, error) bool { return false }"
		}
		source := strings.NewReplacer("errors_Is", errorsIs, "Q.", strings.TrimPrefix(qualifier+".", ".")).Replace(b.String())
		write(t, gopath, fmt.Sprintf("%s%sp%d/p.go", name, product, i), []byte(source))
	}
}

// checkProduct applies the fixes of a package, and reports what no longer builds and what a second run would fix.
func checkProduct(t *testing.T, result *analysistest.Result) {
	edits := editsOf(result)
	if len(edits) == 0 {
		t.Errorf("%s: no fixes", result.Pass.Pkg.Path())
	}
	for file, edits := range edits {
		source := apply(t, result.Pass, file, edits)
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if before, after := len(commentsOf(result.Pass.Files)), len(commentsOf([]*ast.File{parsed})); before != after {
			t.Errorf("%s: %d comments before the fixes, %d after", file, before, after)
		}
		pass := typecheck(t, result.Action.Package, fset, parsed)
		pass.Report = func(d analysis.Diagnostic) {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: a second run fixes %s", fset.Position(d.Pos), d.Message)
			}
		}
		usage, err := findMembers(pass)
		if err != nil {
			t.Fatal(err)
		}
		pass.ResultOf = map[*analysis.Analyzer]any{codemembers: usage}
		if _, err := together.Run(pass); err != nil {
			t.Fatal(err)
		}
	}
}

// checkSecrets compares what codesecret takes for a secret with a generated package, whose comments say what is one.
func checkSecrets(t *testing.T, pass *analysis.Pass) {
	secrets := 0
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || f.Recv == nil || types.ExprString(f.Recv.List[0].Type) != "*Error" {
				continue
			}
			isSecret := strings.Contains(f.Doc.Text(), "secret")
			if isSecret {
				secrets++
			}
			if got := returnsSecret(pass.TypesInfo.Defs[f.Name].(*types.Func)); got != isSecret {
				t.Errorf("codesecret takes %s for a secret: %v; its comment: %s", f.Name, got, f.Doc.Text())
			}
		}
	}
	if secrets != 5 {
		t.Errorf("%d methods of the generated package return secrets", secrets)
	}
}

func commentsOf(files []*ast.File) []*ast.CommentGroup {
	var all []*ast.CommentGroup
	for _, f := range files {
		all = append(all, f.Comments...)
	}
	return all
}

// typecheck checks a file like a package that was loaded, and returns a pass over it without facts.
func typecheck(t *testing.T, like *packages.Package, fset *token.FileSet, file *ast.File) *analysis.Pass {
	loaded := make(map[string]*types.Package)
	packages.Visit([]*packages.Package{like}, nil, func(p *packages.Package) { loaded[p.PkgPath] = p.Types })
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
		Scopes: make(map[ast.Node]*types.Scope), Instances: make(map[*ast.Ident]types.Instance),
	}
	conf := types.Config{
		Importer: importer(loaded),
		Error:    func(err error) { t.Errorf("after the fixes: %v", err) },
	}
	pkg, _ := conf.Check(like.PkgPath, fset, []*ast.File{file}, info)
	return &analysis.Pass{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: like.TypesSizes,
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
	}
}

// importer finds packages among those that were loaded.
type importer map[string]*types.Package

func (i importer) Import(path string) (*types.Package, error) {
	if pkg := i[path]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("%q was not loaded, but only %q", path, slices.Sorted(maps.Keys(i)))
}
