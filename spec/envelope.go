package spec

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// envelope is the list of fields that one file gives for its api or its source.
type envelope struct {
	fields  []*Field
	at      diag.Position
	source  int
	api     *apiDraft // the api of the file, or nil if the file has none
	partial bool      // a part of it could not be read
}

// newEnvelope reads the envelope of a file or an api. It returns nil if there is none.
func newEnvelope(v *strict.Value, source int, api *apiDraft) *envelope {
	if !v.Has("envelope") {
		return nil
	}
	env := &envelope{at: v.KeyPosition("envelope"), source: source, api: api, partial: !v.Complete("envelope")}
	for _, item := range v.Key("envelope").Items() {
		f := &Field{
			Name:     item.Key("name").Text(),
			Type:     item.Key("type").Text(),
			Role:     Role(item.Key("role").Text()),
			Nullable: item.Key("nullable").Bool(),
			Position: item.Position(),
		}
		if !item.Complete("role") {
			f.Role = roleUnread
		}
		env.partial = env.partial || f.Name == "" || f.Type == "" || f.Role == roleUnread
		f.GoName = FieldGoName(f.Name, f.Role)
		env.fields = append(env.fields, f)
	}
	return env
}

// roleUnread is the role of a field whose role could not be read. No spec has it.
const roleUnread Role = "?"

// equal reports whether two envelopes have the same fields, as far as they could be read.
func (e *envelope) equal(other *envelope) bool {
	return e.partial || other.partial || slices.EqualFunc(e.fields, other.fields, func(f, g *Field) bool {
		return f.Name == g.Name && f.Type == g.Type && f.Role == g.Role && f.Nullable == g.Nullable
	})
}

// FieldGoName returns the name of a field in the generated Error type. The message is always Message.
func FieldGoName(name string, role Role) string {
	if role == RoleMessage {
		return "Message"
	}
	return goName(name)
}

// envelopesOf returns the envelopes that may be the one of an API, all of which should be equal: those under api; or else,
// of the source that names the API first, those of the files of the API; or else those of files without an api; or else
// those of files of other apis.
func (d *draft) envelopesOf(a *apiDraft) []*envelope {
	if len(a.own) > 0 {
		return a.own
	}
	var ofAPI, ofSource, ofOthers []*envelope
	for _, env := range d.envelopes {
		switch {
		case env.source != a.source:
		case env.api == a:
			ofAPI = append(ofAPI, env)
		case env.api == nil:
			ofSource = append(ofSource, env)
		default:
			ofOthers = append(ofOthers, env)
		}
	}
	for _, list := range [][]*envelope{ofAPI, ofSource} {
		if list != nil {
			return list
		}
	}
	return ofOthers
}

// linkEnvelope gives the API its envelope, or none if it cannot be known which.
func (a *apiDraft) linkEnvelope() {
	if len(a.envelopes) > 0 && a.differingEnvelope() == nil {
		a.api.Envelope = a.envelopes[0].fields
	}
}

// differingEnvelope returns the first envelope that differs from the one that counts, or nil.
func (a *apiDraft) differingEnvelope() *envelope {
	if i := slices.IndexFunc(a.envelopes, func(e *envelope) bool { return !e.equal(a.envelopes[0]) }); i >= 0 {
		return a.envelopes[i]
	}
	return nil
}

// codeField returns the field with the role code, or nil.
func (a *API) codeField() *Field {
	if i := slices.IndexFunc(a.Envelope, func(f *Field) bool { return f.Role == RoleCode }); i >= 0 {
		return a.Envelope[i]
	}
	return nil
}

// checkEnvelope reports what is wrong with the envelopes of sources and apis, and data of codes that they have too.
func checkEnvelope(d *draft, r reporter) {
	first := make(map[int]*envelope)
	for _, env := range d.envelopes {
		checkFields(env, r)
		if env.api != nil {
			continue
		}
		if old := first[env.source]; old != nil && !env.equal(old) {
			r.errorf(env.at, "the source has an envelope of other fields at %s; write this one under the api that it is for: api: {id: …, envelope: […]}", old.at)
		}
		first[env.source] = cmp.Or(first[env.source], env)
	}
	for _, a := range d.apis {
		for _, env := range a.own {
			checkFields(env, r)
		}
		checkChoice(a, r)
		checkData(a, r)
	}
}

// checkChoice reports an api that has several envelopes which differ. Those of files without an api are reported once for
// the source.
func checkChoice(a *apiDraft, r reporter) {
	other := a.differingEnvelope()
	switch {
	case other == nil:
	case len(a.own) > 0 || other.api == a:
		r.errorf(other.at, "api %q has an envelope of other fields at %s; remove one of them", a.api.ID, a.envelopes[0].at)
	case other.api != nil && a.api.keys.has("title"):
		r.errorf(a.api.Position, "api %q has no envelope, and those of other apis of the source differ (%s, %s); write it under api: {id: %s, envelope: […]}",
			a.api.ID, a.envelopes[0].at, other.at, a.api.ID)
	}
}

// checkFields reports fields of an envelope that contradict each other, and the roles that they lack. Two
// fields are the same if their Go names are, because decoding ignores letter case.
func checkFields(env *envelope, r reporter) {
	names := make(map[string]*Field)
	roles := make(map[Role]*Field)
	parts := make(shapes)
	for _, f := range env.fields {
		if part, old, ok := parts.clash(f.Name); ok {
			r.errorf(f.Position, "field %q and field %q (%s) make %q an array and an object; correct one of them", f.Name, old.name, old.at, part)
		}
		parts.add(f.Name, f.Position)
		key := strings.ToLower(goName(f.Name))
		if old := names[key]; old != nil && key != "" {
			r.errorf(f.Position, "field %q has the same Go name as %q (%s); leave one of them out", f.Name, old.Name, old.Position)
		}
		names[key] = cmp.Or(names[key], f)
		if old := roles[f.Role]; old != nil && f.Role != RoleNone && f.Role != roleUnread {
			r.errorf(f.Position, "field %q has the role %s, as has %q (%s); exactly one field has it", f.Name, f.Role, old.Name, old.Position)
		}
		roles[f.Role] = cmp.Or(roles[f.Role], f)
		checkField(f, r)
		checkTaken(f, env, r)
		checkNesting(f, env, r)
	}
	message := names["message"]
	if role := roles[RoleMessage]; role != nil && message != nil && role != message {
		r.errorf(message.Position, "field %q has the Go name of %q, which has the role message (%s); give it the role or leave it out",
			message.Name, role.Name, role.Position)
	}
	if roles[RoleCode] == nil && !env.partial {
		r.errorf(env.at, "no field of the envelope has the role code; add role: code to the field that contains the error code")
	}
}

// checkField checks that the type of a field fits its role.
func checkField(f *Field, r reporter) {
	switch {
	case f.Role == RoleCode && f.Type == "boolean":
		r.errorf(f.Position, "field %q has the role code, but its type is boolean; codes are integers or strings", f.Name)
	case f.Role == RoleMessage && f.Type != "string" && f.Type != "":
		r.errorf(f.Position, "field %q has the role message, but its type is %s; messages are strings", f.Name, f.Type)
	}
}

// checkTaken reports a field without a role whose name the generated Error type declares itself. If no field has the role
// code, one that becomes Code probably should have it.
func checkTaken(f *Field, env *envelope, r reporter) {
	lacksRole := f.GoName == "Code" && !slices.ContainsFunc(env.fields, func(f *Field) bool { return f.Role == RoleCode })
	if f.Role == RoleNone && f.GoName != "Message" && slices.Contains(errorNames, f.GoName) && !lacksRole {
		r.errorf(f.Position, "field %q becomes %s in the generated Error type, which declares that name itself; leave the field out", f.Name, f.GoName)
	}
}

// checkNesting reports a field that contains another one: no field of the envelope is an object or an array.
func checkNesting(f *Field, env *envelope, r reporter) {
	for _, outer := range env.fields {
		if f.Name != "" && outer.Name != "" && strings.HasPrefix(strings.ToLower(f.Name), strings.ToLower(outer.Name)+".") {
			r.errorf(f.Position, "field %q is within field %q (%s), whose type is %s; leave the outer one out", f.Name, outer.Name, outer.Position, outer.Type)
		}
	}
}

// checkData reports data of a code that the envelope of the API has too, that no body can contain together with the
// envelope or with other data, or that the code lists twice.
func checkData(a *apiDraft, r reporter) {
	fields := make(map[string]*Field, len(a.api.Envelope))
	for _, f := range a.api.Envelope {
		fields[strings.ToLower(f.Name)] = f
	}
	parts := make(shapes)
	for _, f := range a.api.Envelope {
		parts.add(f.Name, f.Position)
	}
	for _, c := range a.codes {
		first, own := make(map[string]*DataField, len(c.code.Data)), make(shapes)
		for _, f := range c.code.Data {
			key := strings.ToLower(f.Name)
			part, old, clashes := parts.clash(f.Name)
			if !clashes {
				part, old, clashes = own.clash(f.Name)
			}
			own.add(f.Name, f.Position)
			switch field := fields[key]; {
			case key == "":
			case field != nil:
				r.errorf(f.Position, "data %q of code %s is field %q of the envelope (%s), which every response has; remove it",
					f.Name, c.code.Wire(), field.Name, field.Position)
			case first[key] != nil:
				r.errorf(f.Position, "code %s has data %q twice; the first is at %s", c.code.Wire(), f.Name, first[key].Position)
			case outer(fields, f.Name) != nil:
				field := outer(fields, f.Name)
				r.errorf(f.Position, "data %q of code %s is within field %q (%s), whose type is %s", f.Name, c.code.Wire(), field.Name, field.Position, field.Type)
			case parts[key].name != "":
				r.errorf(f.Position, "data %q of code %s contains field %q of the envelope (%s); name its other parts",
					f.Name, c.code.Wire(), parts[key].name, parts[key].at)
			case clashes:
				r.errorf(f.Position, "data %q of code %s and %q (%s) make %q an array and an object; correct one of them",
					f.Name, c.code.Wire(), old.name, old.at, part)
			default:
				first[key] = f
			}
		}
	}
}

// outer returns the field that a path leads through, or nil.
func outer(fields map[string]*Field, name string) *Field {
	for part := range outerParts(name) {
		if f := fields[strings.ToLower(part)]; f != nil {
			return f
		}
	}
	return nil
}
