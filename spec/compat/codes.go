package compat

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// wire identifies a code within its api.
type wire struct {
	number int
	text   string
}

func wireOf(c *spec.Code) wire { return wire{c.Number, c.Text} }

// codes compares the codes of an api, and the names that lead to them.
func (d *differ) codes() {
	retired := make(map[wire]*spec.Retired, len(d.after.Retired))
	for _, r := range d.after.Retired {
		retired[wire{r.Number, r.Text}] = r
	}
	for _, p := range pairs(d.before.Codes, d.after.Codes, wireOf) {
		switch {
		case p.old == nil:
			d.add("code-added", Change{Code: p.new.Wire(), CodeName: p.new.Name, New: p.new.Name, Position: p.new.Position}, "is new: "+label(p.new))
			continue // its names are new with it
		case p.new == nil:
			d.codeGone(p.old, p.previous, retired[wireOf(p.old)])
		default:
			d.code(p.old, p.new)
		}
		d.names(p)
	}
}

// codeGone adds that a code is gone, with or without a tombstone.
func (d *differ) codeGone(old, previous *spec.Code, tombstone *spec.Retired) {
	c := Change{Code: old.Wire(), CodeName: old.Name, Old: old.Name, Position: d.after.Position, Was: old.Position}
	if tombstone != nil {
		c.Position = tombstone.Position
		d.add("code-retired", c, "is retired: "+label(old))
		return
	}
	if previous != nil {
		c.Position = previous.Position
	}
	d.add("code-removed", c, "is gone without a tombstone: "+label(old))
}

// label returns the name and the message of a code.
func label(c *spec.Code) string {
	if c.Message == "" {
		return word(c.Name)
	}
	return word(c.Name) + ", " + strconv.Quote(c.Message)
}

// code compares a code that both specs have.
func (d *differ) code(old, new *spec.Code) {
	if isReused(old, new) {
		c := d.changed(old, new, "message")
		c.Old, c.New = old.Name, new.Name
		d.add("code-reused", c, fmt.Sprintf("was %s, and is %s", label(old), label(new)))
	}
	at := func(key string) Change { return d.changed(old, new, key) }
	d.flags(old, new)
	d.retryable(at, old.Retryable, new.Retryable)
	d.messages(old, new)
	d.members(old, new)
	d.data(old, new)
	d.text(at, "description", old.Description, new.Description)
	d.text(at, "note", old.Note, new.Note)
}

// isReused reports whether nothing of a code survived: no name and not the message.
func isReused(old, new *spec.Code) bool {
	if slices.Contains(messagesOf(new), old.Message) {
		return false
	}
	kept := namesOf(new)
	return !slices.ContainsFunc(namesOf(old), func(name string) bool { return slices.Contains(kept, name) })
}

// messagesOf returns the usual message of a code and the further ones.
func messagesOf(c *spec.Code) []string { return append([]string{c.Message}, c.Also...) }

// changed returns a change of what a code has under a key.
func (d *differ) changed(old, new *spec.Code, key string) Change {
	return Change{Code: new.Wire(), CodeName: new.Name, Position: new.PositionOf(key), Was: old.PositionOf(key)}
}

// text compares the texts under a key. at returns the change of a key; where it has a name, the key follows it.
func (d *differ) text(at func(key string) Change, key, old, new string) {
	if old == new {
		return
	}
	c := at(key)
	c.Name = strings.TrimPrefix(c.Name+"."+key, ".")
	c.Old, c.New = old, new
	switch {
	case old == "":
		d.add("text-changed", c, "has "+article(key)+" "+key+" now")
	case new == "":
		d.add("text-changed", c, "has no "+key+" anymore")
	default:
		d.add("text-changed", c, "the "+key+" is another text")
	}
}

// article returns the indefinite article of a word.
func article(word string) string {
	if strings.ContainsAny(word[:1], "aeiou") {
		return "an"
	}
	return "a"
}

// flags compares whether a code is in use, and its HTTP status.
func (d *differ) flags(old, new *spec.Code) {
	if old.Unused != new.Unused {
		c, message := d.changed(old, new, "unused"), "is in use again"
		c.Old, c.New = strconv.FormatBool(old.Unused), strconv.FormatBool(new.Unused)
		if new.Unused {
			message = "is documented as not in use"
		}
		d.add("unused-changed", c, message)
	}
	if was, is := old.HTTPStatus(), new.HTTPStatus(); was != is {
		c := d.changed(old, new, "http")
		c.Old, c.New = httpText(was), httpText(is)
		d.add("http-changed", c, fmt.Sprintf("came with %s, and comes with %s", httpWords(was), httpWords(is)))
	}
}

func httpText(status int) string {
	if status == 0 {
		return ""
	}
	return strconv.Itoa(status)
}

func httpWords(status int) string {
	if status == 0 {
		return "no HTTP status"
	}
	return "HTTP status " + strconv.Itoa(status)
}

// retryable compares whether a code or a status is worth another attempt.
func (d *differ) retryable(at func(key string) Change, old, new bool) {
	if old == new {
		return
	}
	c := at("retryable")
	message := "is no longer retryable: a retry loop gives up"
	if new {
		message = "is retryable now: a retry loop tries again"
	}
	c.Old, c.New = strconv.FormatBool(old), strconv.FormatBool(new)
	d.add("retryable-changed", c, message)
}

// messages compares the messages that lead to a code.
func (d *differ) messages(old, new *spec.Code) {
	if old.Message != new.Message {
		message := rewording(old.Message, new.Message)
		if d.lookup() && old.Message != "" {
			if slices.Contains(new.Also, old.Message) {
				message += "; the old one still leads to the code"
			} else {
				message += "; the old one no longer leads to the code"
			}
		}
		c := d.changed(old, new, "message")
		c.Old, c.New = old.Message, new.Message
		d.add("message-changed", c, message)
	}
	if dropped := without(old.Also, messagesOf(new)); len(dropped) > 0 {
		c := d.changed(old, new, "also")
		c.Old = strings.Join(dropped, "\n")
		d.add("message-dropped", c, quoted(dropped)+plural(len(dropped), " no longer leads", " no longer lead")+" to the code")
	}
	if added := without(new.Also, messagesOf(old)); len(added) > 0 {
		c := d.changed(old, new, "also")
		c.New = strings.Join(added, "\n")
		d.add("message-added", c, quoted(added)+plural(len(added), " leads", " lead")+" to the code now")
	}
}

// lookup reports whether messages lead to codes, before and after.
func (d *differ) lookup() bool {
	return d.before.Texts != spec.TextsSummary && d.after.Texts != spec.TextsSummary
}

func rewording(old, new string) string {
	switch {
	case old == "":
		return fmt.Sprintf("has the message %q now", new)
	case new == "":
		return fmt.Sprintf("has no message anymore; it was %q", old)
	}
	return fmt.Sprintf("message %q becomes %q", old, new)
}

// without returns the items of a list that another list lacks.
func without(list, other []string) []string {
	var rest []string
	for _, s := range list {
		if !slices.Contains(other, s) {
			rest = append(rest, s)
		}
	}
	return rest
}

func quoted(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strconv.Quote(s)
	}
	return strings.Join(out, ", ")
}

// members compares the categories that a code is in.
func (d *differ) members(old, new *spec.Code) {
	was, is := categoryNames(old), categoryNames(new)
	if slices.Equal(was, is) {
		return
	}
	for _, name := range without(was, is) {
		c := d.changed(old, new, "categories")
		c.Name, c.Old = name, name
		d.add("category-left", c, fmt.Sprintf("errors.Is(err, %s) no longer holds for %s", constant(name), word(new.Name)))
	}
	for _, name := range without(is, was) {
		if !hasCategory(d.before, name) {
			continue // a new category takes nothing from anyone
		}
		c := d.changed(old, new, "categories")
		c.Name, c.New = name, name
		d.add("category-joined", c, fmt.Sprintf("errors.Is(err, %s) holds for %s now", constant(name), word(new.Name)))
	}
	if stayed, order := intersect(was, is), intersect(is, was); !slices.Equal(stayed, order) {
		c := d.changed(old, new, "categories")
		c.Old, c.New = strings.Join(stayed, ", "), strings.Join(order, ", ")
		d.add("categories-reordered", c, fmt.Sprintf("has its categories in the order %s; it was %s", words(order), words(stayed)))
	}
}

func categoryNames(c *spec.Code) []string {
	list := make([]string, len(c.Categories))
	for i, category := range c.Categories {
		list[i] = category.Name
	}
	return list
}

func hasCategory(a *spec.API, name string) bool {
	return slices.ContainsFunc(a.Categories, func(c *spec.Category) bool { return c.Name == name })
}

// intersect returns the items of a list that another list has too.
func intersect(list, other []string) []string {
	var both []string
	for _, s := range list {
		if slices.Contains(other, s) {
			both = append(both, s)
		}
	}
	return both
}

func words(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = word(s)
	}
	return strings.Join(out, ", ")
}
