package compat

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// api compares an api of both specs; one of the two may be nil.
func (d *differ) api(before, after *spec.API) {
	switch {
	case after == nil:
		d.after = nil
		d.add("api-removed", Change{API: before.ID, Old: before.Title, Was: before.Position},
			fmt.Sprintf("is gone with its %s", count(len(before.Codes), "code")))
		return
	case before == nil:
		d.after = nil
		d.add("api-added", Change{API: after.ID, New: after.Title, Position: after.Position},
			fmt.Sprintf("is new, with %s", count(len(after.Codes), "code")))
		return
	}
	*d = differ{before: before, after: after, changes: d.changes}
	d.about()
	d.envelope()
	d.categories()
	d.codes()
	d.accessors()
	d.tombstones()
}

func count(n int, what string) string { return fmt.Sprintf("%d %s", n, plural(n, what, what+"s")) }

// plural returns one of two forms of a word.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// about compares the properties of an api.
func (d *differ) about() {
	of := func(key string) Change {
		return Change{Position: d.after.PositionOf(key), Was: d.before.PositionOf(key)}
	}
	if was, is := d.before.Package, d.after.Package; was != is {
		c := of("package")
		c.Old, c.New = was, is
		d.add("package-renamed", c, fmt.Sprintf("the Go package %s is called %s", word(was), word(is)))
	}
	if was, is := d.before.Docs, d.after.Docs; was != is {
		c := of("docs")
		c.Old, c.New = was, is
		d.add("docs-moved", c, fmt.Sprintf("the published address was %q, and is %q", was, is))
	}
	if was, is := cmp.Or(d.before.Texts, spec.TextsService), cmp.Or(d.after.Texts, spec.TextsService); was != is {
		c := of("texts")
		c.Old, c.New = string(was), string(is)
		if is == spec.TextsSummary {
			d.add("texts-summarized", c, "the messages are summaries now: ByMessage is gone")
		} else {
			d.add("texts-verbatim", c, "the messages are those that the service sends: ByMessage finds codes by them")
		}
	}
	d.sdk(of("sdk"), d.before.SDK, d.after.SDK)
	d.text(of, "title", d.before.Title, d.after.Title)
	d.text(of, "source", d.before.Source, d.after.Source)
	d.text(of, "note", d.before.Note, d.after.Note)
}

// sdk compares which SDK passes the errors of an api on.
func (d *differ) sdk(c Change, old, new string) {
	if old == new {
		return
	}
	c.Old, c.New = old, new
	if old != "" {
		d.add("sdk-removed", c, "FromError no longer finds codes in the errors of the SDK "+word(old))
	}
	if new != "" {
		d.add("sdk-added", c, "FromError finds codes in the errors of the SDK "+word(new))
	}
}

// envelope compares the fields of an error response.
func (d *differ) envelope() {
	for _, role := range roles(d.before, d.after) {
		was, is := fieldOf(d.before, role), fieldOf(d.after, role)
		if was.Name == is.Name {
			continue
		}
		c := Change{Name: string(role), Old: was.Name, New: is.Name, Position: is.Position, Was: was.Position}
		if is.Name == "" {
			c.Position = d.after.Position
		}
		d.add("role-changed", c, fmt.Sprintf("the %s came in %s, and comes in %s", role, fieldWords(was.Name), fieldWords(is.Name)))
	}
	for _, p := range pairs(d.before.Envelope, d.after.Envelope, func(f *spec.Field) string { return f.Name }) {
		d.field(p)
	}
}

// roles returns the roles that the fields of two apis have, in their order.
func roles(apis ...*spec.API) []spec.Role {
	var list []spec.Role
	for _, a := range apis {
		for _, f := range a.Envelope {
			if f.Role != spec.RoleNone && !slices.Contains(list, f.Role) {
				list = append(list, f.Role)
			}
		}
	}
	return list
}

// fieldOf returns the field with a role, or one without a name.
func fieldOf(a *spec.API, role spec.Role) *spec.Field {
	for _, f := range a.Envelope {
		if f.Role == role {
			return f
		}
	}
	return &spec.Field{}
}

func fieldWords(name string) string {
	if name == "" {
		return "no field"
	}
	return "field " + word(name)
}

func (d *differ) field(p paired[spec.Field]) {
	if p.new == nil {
		c := Change{Name: p.old.Name, Old: p.old.Type, Position: d.after.Position, Was: p.old.Position}
		if p.previous != nil {
			c.Position = p.previous.Position
		}
		d.add("field-removed", c, "the field is gone")
		return
	}
	c := Change{Name: p.new.Name, New: p.new.Type, Position: p.new.Position}
	if p.old == nil {
		d.add("field-added", c, "the field is new: "+word(p.new.Type))
		return
	}
	c.Old, c.Was = p.old.Type, p.old.Position
	var changed []string
	if p.old.Type != p.new.Type {
		changed = append(changed, fmt.Sprintf("was of type %s, and is of type %s", word(p.old.Type), word(p.new.Type)))
	}
	if p.old.GoName != p.new.GoName && p.old.GoName != "" && p.new.GoName != "" { // an export does not have it
		changed = append(changed, fmt.Sprintf("was called %s in Go, and is called %s", word(p.old.GoName), word(p.new.GoName)))
	}
	switch {
	case !p.old.Nullable && p.new.Nullable:
		changed = append(changed, "may be null now")
	case p.old.Nullable && !p.new.Nullable:
		changed = append(changed, "may no longer be null")
	}
	if changed != nil {
		d.add("field-changed", c, "the field "+strings.Join(changed, ", "))
	}
}

// categories compares the categories of an api, without the codes in them.
func (d *differ) categories() {
	for _, p := range pairs(d.before.Categories, d.after.Categories, func(c *spec.Category) string { return c.Name }) {
		switch {
		case p.new == nil:
			c := Change{Name: p.old.Name, Old: p.old.Name, Position: d.after.Position, Was: p.old.Position}
			if p.previous != nil {
				c.Position = p.previous.Position
			}
			d.add("category-removed", c, fmt.Sprintf("%s no longer exists; %s in it", constant(p.old.Name), count(len(p.old.Codes), "code")+plural(len(p.old.Codes), " was", " were")))
		case p.old == nil:
			c := Change{Name: p.new.Name, New: p.new.Name, Position: p.new.Position}
			d.add("category-added", c, "is a new category, with "+count(len(p.new.Codes), "code"))
		default:
			at := func(key string) Change {
				return Change{Name: p.new.Name, Position: p.new.PositionOf(key), Was: p.old.PositionOf(key)}
			}
			d.text(at, "description", p.old.Description, p.new.Description)
		}
	}
}
