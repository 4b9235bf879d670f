// Package spec holds the catalogue and reads it: every HTTP status and error code that LoginRadius sends.
//
// The YAML files beside this one are the source of truth, embedded as [Builtin]. [Load] reads any number of such
// sources, links them into one [Spec] and checks every rule of [Rules]:
//
//	s, err := spec.Load(spec.Builtin())
//	if err != nil {
//		return err // a Diagnostics value with every problem, or an error of the file system
//	}
//	code := s.API("cloud-directory").Codes[0]
//
// Load returns a valid, fully linked spec or all problems; never both. Its phases are the files of the package:
// load (files to values), draft (values to linked objects), rules (objects to problems).
//
// Non-goals: rendering, writing files, looking a code up by number alone. A number names a code only within an API.
package spec

//go:generate go run ../cmd/lrcodes generate -C ..
//go:generate go run ../cmd/lrcodes schema -o schema.json spec
