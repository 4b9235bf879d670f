package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec/compat"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// entries returns the changes that fail as entries of the file of decisions, to be appended to it, with the keys that the
// file lacks in front of them. Their reasons are empty, so that the file is invalid until a person writes them. The error
// says that nothing can be appended to the file.
func (c *comparison) entries() (string, error) {
	open := c.open()
	if len(open) == 0 {
		return "", nil
	}
	file := string(c.decisions)
	if file != "" && !strings.HasSuffix(file, "\n") {
		file += "\n"
	}
	old, _ := decisionsIn(file)
	for _, keys := range []string{"", "accept:\n", fmt.Sprintf("version: %d\naccept:\n", compat.AcceptVersion)} {
		for _, indent := range []string{"  ", ""} {
			text := file + keys + entriesOf(open, indent, "x")
			if n, ok := decisionsIn(text); ok && n == old+len(open) {
				return file[len(c.decisions):] + keys + entriesOf(open, indent, ""), nil
			}
		}
	}
	return "", fmt.Errorf("%s: entries cannot be appended: accept must be the last key, with its items on lines of their own that are "+
		"indented by two spaces; remove the brackets of an empty list", c.acceptFile)
}

// decisionsIn returns how many entries a file of decisions has, and whether all of the file can be read.
func decisionsIn(file string) (int, bool) {
	root, diags := strict.Decode("", []byte(file), compat.Format())
	return len(root.Key("accept").Items()), len(diags) == 0
}

// entriesOf returns changes as entries of the file of decisions, all with one reason.
func entriesOf(changes []compat.Change, indent, reason string) string {
	var b strings.Builder
	for _, change := range changes {
		fmt.Fprintf(&b, "%s# %s\n%[1]s- rule: %[3]s\n", indent, printable(change.Message), change.ID)
		for _, key := range []struct{ name, value string }{{"api", change.API}, {"code", change.Code}, {"name", change.Name}} {
			if key.value != "" {
				fmt.Fprintf(&b, "%s  %s: %s\n", indent, key.name, entryValue(key.name, key.value))
			}
		}
		fmt.Fprintf(&b, "%s  reason: %q\n", indent, reason)
	}
	return b.String()
}

// What YAML reads as a text or a number as it is.
var (
	plainWord   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	plainNumber = regexp.MustCompile(`^-?[1-9][0-9]{0,8}$`)
)

// entryValue writes the value of a key of an entry, in quotes unless every YAML reader takes it for what it is.
func entryValue(key, s string) string {
	switch strings.ToLower(s) {
	case "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return strconv.Quote(s)
	}
	if plainWord.MatchString(s) || key == "code" && plainNumber.MatchString(s) {
		return s
	}
	return strconv.Quote(s)
}
