package config

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// The parts of PathProblem and GoPathProblem that an editor can check.
const (
	pathPattern   = `^[^/\\:*?"<>|][^\\:*?"<>|]*$`
	goPathPattern = `^[A-Za-z0-9.~+-][A-Za-z0-9._~+/-]*$`
)

// PathProblem returns why a configuration cannot name a path, or "". What it names is below the directory of the
// configuration, under a name that every system allows.
func PathProblem(s string) string {
	clean, special := path.Clean(s), strings.IndexFunc(s, isSpecial)
	switch {
	case special >= 0 && s[special] == '\\':
		return fmt.Sprintf("path %q has the character %q, which not every system allows; write it with slashes", s, s[special])
	case special >= 0:
		return fmt.Sprintf("path %q has the character %q, which not every system allows; leave it out", s, s[special])
	case path.IsAbs(s):
		return fmt.Sprintf("path %q is absolute; write it relative to the configuration", s)
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return fmt.Sprintf("path %q leaves the directory of the configuration; move %s up to a directory that contains both: one file may serve several modules", s, Name)
	case !fs.ValidPath(clean):
		return fmt.Sprintf("path %q is not a relative path", s)
	case slices.ContainsFunc(strings.Split(clean, "/"), unportable):
		return fmt.Sprintf("path %q has a name that Windows does not allow", s)
	}
	return ""
}

// isSpecial reports whether Windows does not allow a character in a name.
func isSpecial(r rune) bool { return r < ' ' || strings.ContainsRune("\\:*?\"<>|\x7f", r) }

// GoPathProblem returns why a configuration cannot name the directory of a Go package, or "". Besides what is wrong
// with any path, it reports names that the go command rejects in an import path, and those that it ignores.
func GoPathProblem(s string) string {
	if problem := PathProblem(s); problem != "" || path.Clean(s) == "." {
		return problem
	}
	for _, name := range strings.Split(path.Clean(s), "/") {
		switch {
		case strings.Trim(name, importable) != "":
			return fmt.Sprintf("directory %q cannot be imported: an import path takes ASCII letters, digits and - . _ ~ +, not %q", s, strings.Trim(name, importable))
		case name == "testdata" || name[0] == '_' || name[0] == '.':
			return fmt.Sprintf("directory %q cannot be imported: the go command ignores directories called testdata or that begin with a dot or underscore, such as %q", s, name)
		case name == "vendor":
			return fmt.Sprintf("directory %q cannot be imported: vendor is for copies of other modules", s)
		}
	}
	return ""
}

// importable lists the characters of an import path; a name trimmed of them must be empty.
const importable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~+"

// unportable reports whether Windows does not allow the name of a file.
func unportable(name string) bool {
	return spec.IsDevice(name) || name != "." && strings.TrimRight(name, " .") != name
}

// throughLink reports whether an os.Root rejected a symbolic link that leaves it. Its error has no name.
func throughLink(err error) bool { return strings.Contains(err.Error(), "path escapes from parent") }
