package markdown

import (
	"bytes"
	"fmt"

	"github.com/lrcodes/lrcodes/spec"
)

// Section returns a table of the codes of a spec, compact enough to stand within a page that is written by hand. It
// links to nothing, because it does not know where the page stands.
func Section(s *spec.Spec) []byte {
	var b bytes.Buffer
	several := len(s.APIs) > 1
	if several {
		b.WriteString("| API ")
	}
	b.WriteString("| Code | HTTP | Go constant | Message |\n")
	if several {
		b.WriteString("| --- ")
	}
	b.WriteString("| --- | --- | --- | --- |\n")
	for _, a := range s.APIs {
		d := newAPI(a)
		for _, c := range a.Codes {
			if several {
				fmt.Fprintf(&b, "| %s ", d.ID.Code())
			}
			sectionRow(&b, newCode(d, a, c), c)
		}
	}
	return b.Bytes()
}

func sectionRow(b *bytes.Buffer, d *codeDoc, c *spec.Code) {
	http, mark := "", ""
	if c.HTTP != nil {
		http = fmt.Sprintf("%d ", c.HTTP.Number)
	}
	if d.Unused {
		mark = " *(not in use)*"
	}
	fmt.Fprintf(b, "| %s | %s| %s | %s%s |\n", d.Wire, http, d.Const.Code(), d.Message, mark)
}
