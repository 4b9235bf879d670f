package spec

import (
	"iter"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// shape is what a part of a body is, by the first path that leads through it.
type shape struct {
	array bool
	name  string
	at    diag.Position
}

// shapes are the objects and arrays in a body, by their paths in lower case.
type shapes map[string]shape

// add adds the parts that a path leads through.
func (s shapes) add(name string, at diag.Position) {
	for part, rest := range outerParts(name) {
		if key := strings.ToLower(part); s[key].name == "" {
			s[key] = shape{startsWithIndex(rest), name, at}
		}
	}
}

// clash returns the first part that would be an array by one path and an object by another, and its shape by the other.
func (s shapes) clash(name string) (part string, old shape, ok bool) {
	for part, rest := range outerParts(name) {
		if old := s[strings.ToLower(part)]; old.name != "" && old.array != startsWithIndex(rest) {
			return part, old, true
		}
	}
	return "", shape{}, false
}

// outerParts returns the parts of a body that a path leads through, from the outermost, each with the rest of the path.
func outerParts(name string) iter.Seq2[string, string] {
	return func(yield func(part, rest string) bool) {
		for i, c := range name {
			if c == '.' && !yield(name[:i], name[i+1:]) {
				return
			}
		}
	}
}

// startsWithIndex reports whether a path begins with the index of an array. Keys begin with a letter.
func startsWithIndex(path string) bool { return path != "" && '0' <= path[0] && path[0] <= '9' }
