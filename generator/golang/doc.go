package golang

import (
	"fmt"

	"github.com/dave/jennifer/jen"
)

// Doc renders doc.go: the package comment, which is the manual of the package.
func Doc(p Package) ([]byte, error) {
	return p.render(func(f *jen.File) {
		for _, line := range p.manual() {
			f.PackageComment("// " + line)
		}
	})
}

func (p Package) manual() []string {
	if p.API == nil {
		return wrap(fmt.Sprintf("Package %s lists the HTTP statuses that the service documents: constants, what they mean, and whether a retry may help.", p.Name))
	}
	return wrap(fmt.Sprintf("Package %s lists the codes of the %s.", p.Name, p.title()))
}
