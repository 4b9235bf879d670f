package golang

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/lrcodes/lrcodes/spec"
)

// member is a field of the envelope as the generated types hold it.
type member struct {
	*spec.Field
	as form
}

// form tells how a field is read, and whether Error shows it.
type form int

const (
	asCode    form = iota // the code
	asMessage             // the text for people
	shown                 // a field of Error
	kept                  // behind an accessor, never printed
)

// members lists the fields of the envelope. A field called Message is the message even where none has that role.
func (p Package) members() []member {
	var members []member
	for _, f := range p.API.Envelope {
		m := member{f, shown}
		switch {
		case f.Role == spec.RoleCode:
			m.as = asCode
		case f.GoName == "Message":
			m.as = asMessage
		case f.Nullable:
			m.as = kept
		}
		members = append(members, m)
	}
	return members
}

// these lists the fields of the envelope of one form.
func (p Package) these(as form) []member {
	return slices.DeleteFunc(p.members(), func(m member) bool { return m.as != as })
}

// codeField returns the field of the envelope that holds the code.
func (p Package) codeField() *spec.Field { return p.these(asCode)[0].Field }

// text reports whether the field is read as a text; every other is kept as raw JSON until it is looked at.
func (p Package) text(m member) bool {
	switch m.as {
	case asCode:
		return p.textual()
	case asMessage:
		return true
	}
	return m.as == shown && m.Type == "string"
}

// second returns the other key under which the service sends a text, or the empty string.
func (p Package) second(m member) string {
	if m.as == asCode || !p.text(m) || !strings.EqualFold(m.Name, "Message") && !strings.EqualFold(m.Name, "Description") {
		return ""
	}
	if key := "Error" + m.Name; !p.has(key) {
		return key
	}
	return ""
}

// has reports whether the envelope has a field with that JSON key or Go name, in any letter case.
func (p Package) has(key string) bool {
	return slices.ContainsFunc(p.API.Envelope, func(f *spec.Field) bool {
		return strings.EqualFold(f.Name, key) || strings.EqualFold(f.GoName, key)
	})
}

// extra is a field of a response that is kept back although it is none of the envelope.
type extra struct{ key, name string }

// extras lists the further fields that the service sends with some codes.
func (p Package) extras() []extra {
	all := []extra{{"Data", "data"}, {"Errors", "errors"}, {"ExtraInfo", "extraInfo"}}
	return slices.DeleteFunc(all, func(e extra) bool { return p.has(e.key) })
}

// goType returns the type of the field in Error.
func (p Package) goType(m member) *jen.Statement {
	switch {
	case m.as == asCode:
		return jen.Id("Code")
	case m.as == shown && m.Type == "integer":
		return jen.Int()
	case m.as == shown && m.Type == "boolean":
		return jen.Bool()
	}
	return jen.String()
}

// wireType returns the type of the field in response.
func (p Package) wireType(m member) *jen.Statement {
	if p.text(m) {
		return jen.Op("*").String()
	}
	return rawMessage()
}

func rawMessage() *jen.Statement { return jen.Qual("encoding/json", "RawMessage") }
