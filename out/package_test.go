package out_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pkg is a generated package, as go list describes it.
type pkg struct {
	Dir, ImportPath, Name string
	GoFiles, Imports      []string
	Deps                  []string
}

// packages lists the packages below this directory.
func packages(t *testing.T) []pkg {
	out, err := exec.Command("go", "list", "-json=Dir,ImportPath,Name,GoFiles,Imports,Deps", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if len(p.GoFiles) > 0 {
			all = append(all, p)
		}
	}
	if len(all) < 5 {
		t.Fatalf("%d packages", len(all))
	}
	return all
}

// TestDependencies checks that the packages import the standard library alone, and only small parts of it.
func TestDependencies(t *testing.T) {
	for _, p := range packages(t) {
		for _, dep := range p.Deps {
			if strings.Contains(strings.Split(dep, "/")[0], ".") {
				t.Errorf("%s depends on %s", p.ImportPath, dep)
			}
			if slices.Contains([]string{"net", "net/http", "os/exec", "go/ast", "text/template"}, dep) {
				t.Errorf("%s depends on %s", p.ImportPath, dep)
			}
		}
	}
}

// TestDeclarations reads the source: no init function, no exported variable, no exported name without a comment.
func TestDeclarations(t *testing.T) {
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			if name == "doc.go" && len(file.Doc.Text()) < 200 {
				t.Errorf("%s: the package comment is too short for a manual", p.ImportPath)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if problem := problemOf(n); problem != "" {
					t.Errorf("%s: %s", fset.Position(n.Pos()), problem)
				}
				_, body := n.(*ast.BlockStmt)
				typ, ok := n.(*ast.TypeSpec)
				return !body && (!ok || typ.Name.IsExported())
			})
		}
	}
}

func problemOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Recv == nil && n.Name.Name == "init" {
			return "an init function"
		}
		if n.Name.IsExported() && n.Doc == nil {
			return "no comment on " + n.Name.Name
		}
	case *ast.GenDecl:
		for _, s := range n.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && n.Doc == nil {
					return "no comment on " + s.Name.Name
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() && (n.Tok == token.VAR || n.Doc == nil || n.Lparen.IsValid() && s.Doc == nil) {
					return "a variable, or no comment on " + s.Names[0].Name
				}
			}
		}
	case *ast.Field:
		if len(n.Names) > 0 && n.Names[0].IsExported() && n.Doc == nil && n.Comment == nil {
			return "no comment on the field " + n.Names[0].Name
		}
	}
	return ""
}
