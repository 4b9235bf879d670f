package verbatim

import (
	"iter"
	"maps"
)

// Info is what the catalogue says about a code. It is a plain value, which may be copied, compared and marshalled.
type Info struct {
	Code        Code   // the code itself
	Name        string // name of the constant without the prefix Err
	Message     string // what went wrong, in a few words; several codes may share a message
	Description string // what the code means and what to do about it
	Note        string // a remark for readers of the catalogue, or ""
	HTTPStatus  int    // the HTTP status that comes with the code, or 0 if the catalogue gives none
	Retryable   bool   // whether the same request may succeed after a pause
	Unused      bool   // whether the code is documented as not in use
}

// entry is a row of the catalogue.
type entry struct {
	Info
	categories []Category // the most telling one first
}

// alias is a former name of a code.
type alias struct {
	name string
	code Code
}

// ByName returns the code with the name of a constant, given with or without the prefix Err. Former names count too.
// It does not allocate.
func ByName(name string) (Code, bool) {
	if len(name) > 3 && name[:3] == "Err" && 'A' <= name[3] && name[3] <= 'Z' {
		name = name[3:]
	}
	for slot := hash(name) * multiplier >> nameShift; names[slot] != 0; slot = (slot + 1) % uint64(len(names)) {
		p := int(names[slot])
		if p < len(infos) {
			if infos[p].Name == name {
				return infos[p].Code, true
			}
		} else if a := &aliases[p-len(infos)]; a.name == name {
			return a.code, true
		}
	}
	return none, false
}

// ByHTTPStatus returns the codes that come with an HTTP status, in order, in a fresh slice.
func ByHTTPStatus(status int) []Code {
	var codes []Code
	for i := 1; i < len(infos); i++ {
		if status != 0 && infos[i].HTTPStatus == status {
			codes = append(codes, infos[i].Code)
		}
	}
	return codes
}

// All returns the whole catalogue, in order.
func All() iter.Seq2[Code, Info] {
	return func(yield func(Code, Info) bool) {
		for i := 1; i < len(infos); i++ {
			if !yield(infos[i].Code, infos[i].Info) {
				return
			}
		}
	}
}

// Map returns the whole catalogue in a fresh map. [Lookup] is faster than a map.
func Map() map[Code]Info { return maps.Collect(All()) }
