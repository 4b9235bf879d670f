package markdown

import (
	"bytes"
	"cmp"
	"fmt"

	"github.com/lrcodes/lrcodes/spec"
)

// Section returns a table of the codes of a spec, compact enough to be part of a page that is written by hand. It has no
// links, because it does not know where the page is.
func Section(s *spec.Spec, o Options) []byte {
	apis := o.shown(s)
	var out bytes.Buffer
	several, goNames := len(apis) > 1, false
	for _, a := range apis {
		goNames = goNames || o.Packages[a.ID].Name != ""
	}
	writeHead(&out, several, goNames)
	for _, a := range apis {
		d := newAPI(o, a)
		for _, c := range a.Codes {
			if several {
				fmt.Fprintf(&out, "| %s ", d.ID.Code())
			}
			writeRow(&out, d, c)
		}
	}
	return out.Bytes()
}

func writeHead(out *bytes.Buffer, several, goNames bool) {
	api, apiLine, name := "", "", "Name"
	if several {
		api, apiLine = "| API ", "| --- "
	}
	if goNames {
		name = "Go constant"
	}
	fmt.Fprintf(out, "%s| Code | HTTP | %s | Message |\n%s| --- | --- | --- | --- |\n", api, name, apiLine)
}

func writeRow(out *bytes.Buffer, d *apiDoc, c *spec.Code) {
	http, mark := "", ""
	if c.HTTP != nil {
		http = fmt.Sprintf("%d ", c.HTTP.Number)
	}
	if c.Unused {
		mark = " *(not in use)*"
	}
	name := cmp.Or(constant(c.Name, d.declares(c)), text(c.Name))
	fmt.Fprintf(out, "| %s | %s| %s | %s%s |\n", text(c.Wire()), http, name.Code(), text(c.Message), mark)
}
