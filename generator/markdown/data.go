package markdown

import "github.com/lrcodes/lrcodes/spec"

type apiDoc struct {
	ID, Title, Package text
	Note               text
	File               string
	Source             string
	Count              int
}

func newAPI(a *spec.API) *apiDoc {
	return &apiDoc{
		ID:      text(a.ID),
		Title:   text(a.Title),
		Package: text(a.Package),
		Note:    text(a.Note),
		File:    apiLink(a),
		Source:  sourceLink(a.Source),
		Count:   len(a.Codes),
	}
}

type codeDoc struct {
	API                  *apiDoc
	Wire                 text
	Const, Qualified     text
	Message, Description text
	Note                 text
	Also, Aliases        []text
	HTTP                 *statusDoc
	Categories           []*categoryDoc
	Retryable, Unused    bool
	Anchor, Link         string
	Example              string
	Others               []*codeDoc
	SDKs                 []*sdkDoc
}

// newCode returns what other pages show of a code.
func newCode(d *apiDoc, a *spec.API, c *spec.Code) *codeDoc {
	anchor := a.Anchor(c.Wire())
	return &codeDoc{
		API:       d,
		Wire:      text(c.Wire()),
		Const:     constant(c.Name),
		Qualified: qualified(a, c.Name),
		Message:   text(c.Message),
		Unused:    c.Unused,
		Anchor:    anchor,
		Link:      d.File + "#" + anchor,
	}
}

// constant returns the Go constant of a code or category as its own package names it.
func constant(name string) text { return text("Err" + name) }

// qualified returns the Go constant of a code or category as other packages name it.
func qualified(a *spec.API, name string) text { return text(a.Package + ".Err" + name) }

type categoryDoc struct {
	Name, Const, Qualified text
	Description            text
	Anchor                 string
	Codes                  []*codeDoc
}

func newCategory(a *spec.API, c *spec.Category) *categoryDoc {
	return &categoryDoc{
		Name:        text(c.Name),
		Const:       constant(c.Name),
		Qualified:   qualified(a, c.Name),
		Description: text(c.Description),
		Anchor:      a.CategoryAnchor(c.Name),
	}
}

type statusDoc struct {
	Number               int
	Const, Qualified     text
	Message, Description text
	Retryable            bool
	Anchor, Link         string
	Count                int
	Groups               []*groupDoc
}

func newStatus(s *spec.Spec, t *spec.Status) *statusDoc {
	d := &statusDoc{
		Number:      t.Number,
		Const:       text(t.Name),
		Qualified:   text("httpstatus." + t.Name),
		Message:     text(t.Message),
		Description: text(t.Description),
		Retryable:   t.Retryable,
		Anchor:      t.Anchor(),
	}
	if file := statusesFile(s); file != "" {
		d.Link = file + "#" + d.Anchor
	}
	return d
}

// statusesFile returns the file of the page of statuses, or "" where the spec has none to show.
func statusesFile(s *spec.Spec) string {
	if len(s.Statuses) == 0 {
		return ""
	}
	return StatusesFile
}

// groupDoc is the codes of one API that come with one HTTP status, or with none.
type groupDoc struct {
	API          *apiDoc
	Status       *statusDoc
	Anchor, Link string
	Codes        []*codeDoc
}

func newGroup(d *apiDoc, a *spec.API, t *spec.Status) *groupDoc {
	anchor := a.StatusAnchor(t)
	return &groupDoc{API: d, Anchor: anchor, Link: d.File + "#" + anchor}
}

type retiredDoc struct {
	Wire, Name, Reason text
	Anchor             string
}

func newRetired(a *spec.API, r *spec.Retired) *retiredDoc {
	return &retiredDoc{
		Wire:   text(r.Wire()),
		Name:   text(r.Name),
		Reason: text(r.Reason),
		Anchor: a.Anchor(r.Wire()),
	}
}
