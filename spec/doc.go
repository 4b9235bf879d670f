// Package spec contains the catalogue, every HTTP status and error code that LoginRadius sends, and loads it.
//
// The YAML files of this directory are the source of truth, embedded as [Builtin]. [Load] reads any number of such
// sources, links them into one [Spec] and checks every rule of [Rules]:
//
//	s, err := spec.Load(spec.Builtin())
//	if err != nil {
//		return err // a diag.Diagnostics with every problem, or an error of the file system
//	}
//	code := s.API("cloud-directory").Codes[0]
//
// Load returns a valid, fully linked spec or all problems; never both. Its phases are files of the package:
//
//	source, load          files → values (package strict reads them by the shapes of format)
//	draft, link, override values → objects of model, linked
//	rules, check…         objects → problems
//
// Non-goals: rendering, writing files, looking a code up by number alone. A number is a code only within an API.
package spec

//go:generate go run ../cmd/lrcodes generate -C ..
//go:generate go run ../cmd/lrcodes schema -o schema.json spec
