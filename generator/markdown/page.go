package markdown

type indexPage struct {
	APIs      []*apiDoc    `doc:"the APIs by id"`
	Statuses  string       `doc:"file of the page of HTTP statuses, or empty"`
	Synthetic string       `doc:"file of the page of numbers that SDKs make up, or empty"`
	Page      string       `doc:"file of the HTML page with a search, or empty"`
	Shared    []*sharedDoc `doc:"codes that several APIs have"`
}

// sharedDoc is a code that several APIs have.
type sharedDoc struct {
	Wire    text          `doc:"the code as the services send it"`
	Codes   []*codeDoc    `doc:"the codes, one for each API"`
	Retired []*retiredDoc `doc:"retired codes of further APIs"`
}

func (b *book) index(o Options) *indexPage {
	p := &indexPage{Page: address(o.HTML, "/"), Shared: b.shared}
	if len(b.statuses) > 0 {
		p.Statuses = StatusesFile
	}
	if len(b.sdks) > 0 {
		p.Synthetic = SyntheticFile
	}
	for _, a := range b.apis {
		p.APIs = append(p.APIs, a.apiDoc)
	}
	return p
}

type statusesPage struct {
	Index    string       `doc:"file of the index"`
	Package  text         `doc:"name of the generated Go package; empty if there is none"`
	Statuses []*statusDoc `doc:"the statuses by number"`
}

func (b *book) statusPage(o Options) *statusesPage {
	return &statusesPage{Index: IndexFile, Package: text(o.StatusPackage.Name), Statuses: b.statuses}
}

type rulesPage struct {
	Index string     `doc:"file of the index"`
	Rules []*ruleDoc `doc:"the rules of a spec"`

	Changes []*changeDoc `doc:"the rules of changes between two specs"`
}

type changeDoc struct {
	ID       text   `doc:"id, name-removed"`
	Level    text   `doc:"breaking, behavior, addition or text"`
	Concerns text   `doc:"what the change affects"`
	Doc      text   `doc:"what the rule reports"`
	Remedy   text   `doc:"how to keep programs of users working, or empty"`
	Anchor   string `doc:"anchor on the page"`
}

type ruleDoc struct {
	ID      text   `doc:"id, duplicate-code"`
	Doc     text   `doc:"what the rule reports"`
	Message text   `doc:"an example of what the rule reports"`
	Anchor  string `doc:"anchor on the page"`
}

func newRules(o Options) *rulesPage {
	p := &rulesPage{Index: IndexFile}
	for _, r := range o.Changes {
		p.Changes = append(p.Changes, &changeDoc{text(r.ID), text(r.Level), text(r.Concerns), text(r.Doc), text(r.Remedy), "change-" + anchor(r.ID)})
	}
	for _, r := range o.Rules {
		p.Rules = append(p.Rules, &ruleDoc{
			ID:      text(r.ID),
			Doc:     text(r.Doc),
			Message: text(r.Message),
			Anchor:  "rule-" + anchor(r.ID),
		})
	}
	return p
}
