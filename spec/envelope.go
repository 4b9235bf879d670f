package spec

import (
	"cmp"
	"slices"
	"strings"
)

// defaultEnvelope is the body of a LoginRadius error response, which a spec without an envelope means.
var defaultEnvelope = []*Field{
	{Name: "Description", GoName: "Description", Type: "string"},
	{Name: "ErrorCode", GoName: "ErrorCode", Type: "integer", Role: RoleCode},
	{Name: "Message", GoName: "Message", Type: "string", Role: RoleMessage},
	{Name: "IsProviderError", GoName: "IsProviderError", Type: "boolean"},
	{Name: "ProviderErrorResponse", GoName: "ProviderErrorResponse", Type: "string", Nullable: true},
}

// goName returns the name of the field in the generated Error type. The message is called Message everywhere.
func (f *Field) goName() string {
	if f.Role == RoleMessage {
		return "Message"
	}
	return goName(f.Name)
}

// envelopeOf returns the envelope of an API: its own, the spec's, or the default.
func (d *draft) envelopeOf(a *apiDraft) []*Field {
	for _, envelopes := range [][]*fields{a.envelope, d.envelope} {
		if len(envelopes) > 0 {
			return envelopes[0].list
		}
	}
	return defaultEnvelope
}

func checkEnvelope(d *draft) {
	d.checkEnvelopes(d.envelope)
	for _, a := range d.apis {
		d.checkEnvelopes(a.envelope)
		first := slices.IndexFunc(a.codes, func(c *codeDraft) bool { return c.Wire() != "0" })
		if first < 0 || a.ID == "" {
			continue
		}
		c := a.codes[first]
		for _, f := range d.envelopeOf(a) {
			if f.Role == RoleCode && f.Type != "" && (f.Type == "string") != (c.Text != "") {
				d.errorf(c.Position, "envelope", "code %s of the api %s does not fit field %q, whose type is %s (%s)", c.Wire(), a.ID, f.Name, f.Type, f.Position)
			}
		}
	}
}

// checkEnvelopes checks the envelopes that the files give for the same thing; there may be one.
func (d *draft) checkEnvelopes(envelopes []*fields) {
	for i, env := range envelopes {
		if i > 0 {
			d.errorf(env.at, "envelope", "the envelope stands here a second time (%s)", envelopes[0].at)
		}
		d.checkFields(env)
	}
}

func (d *draft) checkFields(env *fields) {
	names := make(map[string]*Field)
	roles := make(map[Role]*Field)
	for _, f := range env.list {
		key := strings.ToLower(goName(f.Name))
		if old := names[key]; old != nil {
			d.errorf(f.Position, "envelope", "field %q cannot be told from %q (%s)", f.Name, old.Name, old.Position)
		}
		names[key] = cmp.Or(names[key], f)
		if old := roles[f.Role]; old != nil && f.Role != RoleNone {
			d.errorf(f.Position, "envelope", "field %q has the role %s that %q has already (%s)", f.Name, f.Role, old.Name, old.Position)
		}
		roles[f.Role] = cmp.Or(roles[f.Role], f)
		d.checkField(f)
	}
	message := names["message"]
	if role := roles[RoleMessage]; role != nil && message != nil && role != message {
		d.errorf(message.Position, "envelope", "field %q would be taken for %q, which has the role message (%s)", message.Name, role.Name, role.Position)
	}
	if roles[RoleCode] == nil {
		d.errorf(env.at, "envelope", "no field of the envelope has the role code: which one holds the error code?")
	}
}

// checkField checks that the type of a field fits its role.
func (d *draft) checkField(f *Field) {
	switch {
	case f.Role == RoleCode && f.Type == "boolean":
		d.errorf(f.Position, "envelope", "field %q holds the code, but its type is boolean", f.Name)
	case f.Role == RoleMessage && f.Type != "string" && f.Type != "":
		d.errorf(f.Position, "envelope", "field %q holds the message, but its type is %s", f.Name, f.Type)
	case f.Role == RoleNone && slices.Contains(errorNames, f.GoName):
		d.errorf(f.Position, "envelope", "field %q would become %s of the generated Error type, which is taken", f.Name, f.GoName)
	}
}
