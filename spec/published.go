package spec

import (
	"io/fs"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// GoPackage is the Go package of an API, or that of the HTTP statuses, as documentation names it. The zero value is none.
type GoPackage struct {
	Name       string
	ImportPath string // of a package that this module publishes, or "": it declares the names of the builtin spec, and no others
}

// Declares reports whether the package has a constant for a name that the spec has at a position.
func (p GoPackage) Declares(at diag.Position) bool {
	return p.Name != "" && (p.ImportPath == "" || IsBuiltin(at))
}

// Constant returns the Go constant of a code or category with that name, as its own package names it.
func Constant(name string) string { return "Err" + name }

// IsBuiltin reports whether a position is in the builtin spec.
func IsBuiltin(at diag.Position) bool {
	name, ok := strings.CutPrefix(at.File, Builtin().Name+"/")
	if !ok {
		return false
	}
	_, err := fs.Stat(builtin, name)
	return err == nil
}
