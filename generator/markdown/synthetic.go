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

// numberDoc is a number with the SDKs that report it.
type numberDoc struct {
	Number int       `doc:"the number"`
	SDKs   []*sdkDoc `doc:"the SDKs that report it"`
}

func (b *book) synthetic() *syntheticPage {
	p := &syntheticPage{Index: IndexFile, SDKs: b.sdks}
	sdks := b.byNumber()
	for _, number := range slices.Sorted(maps.Keys(sdks)) {
		p.Numbers = append(p.Numbers, &numberDoc{number, sdks[number]})
	}
	return p
}
