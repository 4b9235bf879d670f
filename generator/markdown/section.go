package markdown

import (
	"bytes"
	"fmt"

	"github.com/lrcodes/lrcodes/spec"
)

// Section returns a table of the codes of a spec, compact enough to be part of a page that is written by hand. It has no
// links, because it does not know where the page is.
func Section(s *spec.Spec, o Options) []byte {
	b := newBook(s, o)
	var out bytes.Buffer
	several, goNames := len(b.apis) > 1, false
	for _, a := range b.apis {
		goNames = goNames || b.Packages[a.ID] != ""
	}
	writeHead(&out, several, goNames)
	for _, a := range b.apis {
		d := b.api(a)
		for _, c := range a.Codes {
			if several {
				fmt.Fprintf(&out, "| %s ", d.ID.Code())
			}
			writeRow(&out, b.ref(d, a, c), c)
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

func writeRow(out *bytes.Buffer, d codeRef, c *spec.Code) {
	http, mark, name := "", "", d.Const
	if c.HTTP != nil {
		http = fmt.Sprintf("%d ", c.HTTP.Number)
	}
	if d.Unused {
		mark = " *(not in use)*"
	}
	if name == "" {
		name = d.Name
	}
	fmt.Fprintf(out, "| %s | %s| %s | %s%s |\n", d.Wire, http, name.Code(), text(c.Message), mark)
}
