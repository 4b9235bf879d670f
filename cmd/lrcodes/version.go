package main

import (
	"flag"
	"fmt"
	"runtime/debug"
	"strconv"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/spec/compat"
)

const modulePath = "github.com/lrcodes/lrcodes"

func versionCommand() command {
	return command{
		name:  "version",
		short: "print the version of lrcodes",
		long:  "Version prints the version of the module that the program was built from.",
		define: func(e *env, _ *flag.FlagSet) func([]string) error {
			return func([]string) error {
				fmt.Fprintf(e.stdout, "lrcodes %s\n", ownVersion())
				return nil
			}
		},
	}
}

// ownVersion returns the version of the module that the program was built from, "(devel)" if it is not known. The module
// is the main one, or a dependency if a program of another module has this one as a tool.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	for _, m := range append(info.Deps, &info.Main) {
		if m.Path == modulePath && m.Version != "" {
			return m.Version
		}
	}
	return "(devel)"
}

// schemaAddress returns the address of a file of this module, in the version of this program: editors check a file by the
// schema of the lrcodes that reads it. A program without a version, or with one that was not released, gets that of main.
func schemaAddress(file string) string {
	revision := "main"
	if v := ownVersion(); semver.IsValid(v) && semver.Build(v) == "" {
		revision = v
		if commit, err := module.PseudoVersionRev(v); err == nil {
			revision = commit
		}
	}
	return "https://raw.githubusercontent.com/lrcodes/lrcodes/" + revision + "/" + file
}

// bump is how much of a version number a release raises.
type bump string

const (
	bumpNone  bump = "none" // no change
	bumpPatch bump = "patch"
	bumpMinor bump = "minor"
	bumpMajor bump = "major"
)

// isRelease reports whether a tag is vX.Y.Z: neither a pre-release nor shortened.
func isRelease(tag string) bool {
	return semver.IsValid(tag) && semver.Canonical(tag) == tag && semver.Prerelease(tag) == ""
}

// bumpOf returns what changes ask of the version number after an older version, which may be "". Below v1.0.0 a minor
// release may break, and a patch release may add.
func bumpOf(older string, changes []compat.Change) bump {
	worst, any := compat.Worst(changes)
	unstable := older != "" && semver.Major(older) == "v0"
	switch {
	case !any:
		return bumpNone
	case worst == compat.Breaking && !unstable:
		return bumpMajor
	case worst == compat.Breaking, worst != compat.Text && !unstable:
		return bumpMinor
	}
	return bumpPatch
}

// next returns the lowest version that a release with these changes may have, or "" if the older version is "".
// A pre-release comes before its version, which is the next one if it raises enough.
func (b bump) next(older string) string {
	if older == "" {
		return ""
	}
	core := strings.Split(strings.TrimPrefix(releaseOf(older), "v"), ".")
	n := make([]int, len(core))
	for i := range core {
		n[i], _ = strconv.Atoi(core[i]) // a valid version has numbers, and one that overflows is not used
	}
	major, minor, patch := n[0], n[1], n[2]
	before := semver.Prerelease(older) != ""
	switch {
	case b == bumpMajor && !(before && minor == 0 && patch == 0):
		major, minor, patch = major+1, 0, 0
	case b == bumpMinor && !(before && patch == 0):
		minor, patch = minor+1, 0
	case (b == bumpPatch || b == bumpNone) && !before:
		patch++
	}
	return fmt.Sprintf("v%d.%d.%d", major, minor, patch)
}

// releaseOf returns a version without its pre-release and its build, of which semver.Canonical leaves out the latter.
func releaseOf(version string) string {
	version = semver.Canonical(version)
	return strings.TrimSuffix(version, semver.Prerelease(version))
}
