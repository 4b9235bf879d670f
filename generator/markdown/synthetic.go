package markdown

import (
	"maps"
	"slices"
)

type syntheticPage struct {
	Index   string       `doc:"file of the index"`
	SDKs    []*sdkDoc    `doc:"the SDKs that report numbers of their own"`
	Numbers []*numberDoc `doc:"those numbers in order"`
}

// sdkDoc is an SDK that reports numbers of its own.
type sdkDoc struct {
	Name        text      `doc:"name of the SDK"`
	Description text      `doc:"when the SDK does so, and what to look at instead"`
	Anchor      string    `doc:"anchor on the page of synthetic numbers"`
	Link        string    `doc:"address of that section"`
	Numbers     []int     `doc:"the numbers"`
	Codes       []codeRef `doc:"codes of the service with one of the numbers; only on the page of synthetic numbers"`
}

// numberDoc is a number with the SDKs that report it.
type numberDoc struct {
	Number int       `doc:"the number"`
	SDKs   []*sdkDoc `doc:"the SDKs that report it"`
}

func (b book) synthetic() *syntheticPage {
	p := &syntheticPage{Index: IndexFile, SDKs: b.sdks()}
	sdks := byNumber(p.SDKs)
	for _, number := range slices.Sorted(maps.Keys(sdks)) {
		p.Numbers = append(p.Numbers, &numberDoc{number, sdks[number]})
	}
	for _, a := range b.apis {
		if a.Textual() {
			continue
		}
		d := b.api(a)
		for _, c := range a.Codes {
			for _, sdk := range sdks[c.Number] {
				sdk.Codes = append(sdk.Codes, b.ref(d, a, c))
			}
		}
	}
	return p
}

// byNumber returns SDKs by the numbers that they report.
func byNumber(sdks []*sdkDoc) map[int][]*sdkDoc {
	grouped := map[int][]*sdkDoc{}
	for _, sdk := range sdks {
		for _, number := range sdk.Numbers {
			grouped[number] = append(grouped[number], sdk)
		}
	}
	return grouped
}

// sdks returns the SDKs of the spec.
func (b book) sdks() []*sdkDoc {
	var sdks []*sdkDoc
	for _, y := range b.Spec.Synthetic {
		d := &sdkDoc{Name: text(y.SDK), Description: text(y.Description), Anchor: "sdk-" + anchor(y.SDK)}
		d.Numbers = slices.Compact(slices.Sorted(slices.Values(y.Numbers)))
		d.Link = SyntheticFile + "#" + d.Anchor // an anchor needs no encoding in an address
		sdks = append(sdks, d)
	}
	return sdks
}
