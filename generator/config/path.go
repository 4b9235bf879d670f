package config

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// pathPattern is the part of PathProblem that an editor can tell.
const pathPattern = `^[^/\\:*?"<>|][^\\:*?"<>|]*$`

// PathProblem says why a configuration cannot name a path, or returns the empty string: whatever it names lies below
// its own directory, under a name that every system allows.
func PathProblem(s string) string {
	switch clean := path.Clean(s); {
	case strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || strings.ContainsRune("\\:*?\"<>|\x7f", r) }):
		return fmt.Sprintf("path %q has a character that not every system allows; write it with slashes", s)
	case path.IsAbs(s):
		return fmt.Sprintf("path %q is absolute; write it relative to the configuration", s)
	case clean == ".." || strings.HasPrefix(clean, "../"):
		return fmt.Sprintf("path %q leaves the directory of the configuration", s)
	case !fs.ValidPath(clean):
		return fmt.Sprintf("path %q is not a relative path", s)
	case slices.ContainsFunc(strings.Split(clean, "/"), unportable):
		return fmt.Sprintf("path %q has a name that Windows does not allow", s)
	}
	return ""
}

// device matches the names that Windows keeps for devices, with any extension.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

func unportable(name string) bool {
	return device.MatchString(name) || name != "." && strings.TrimRight(name, " .") != name
}

// throughLink reports whether a file system that is bound to a directory refused a symbolic link that leaves it. The
// error of package os has no name.
func throughLink(err error) bool { return strings.Contains(err.Error(), "path escapes from parent") }
