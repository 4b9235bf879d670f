package markdown

import (
	"maps"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
)

type syntheticPage struct {
	Index   string
	SDKs    []*sdkDoc
	Numbers []*numberDoc
}

// sdkDoc is an SDK that reports numbers of its own.
type sdkDoc struct {
	Name, Description text
	Anchor, Link      string
	Numbers           []int
	Codes             []*codeDoc // of the service, with one of the numbers
}

// numberDoc is a number with the SDKs that report it.
type numberDoc struct {
	Number int
	SDKs   []*sdkDoc
}

func newSynthetic(s *spec.Spec) *syntheticPage {
	p := &syntheticPage{Index: IndexFile, SDKs: newSDKs(s)}
	sdks := byNumber(p.SDKs)
	for _, number := range slices.Sorted(maps.Keys(sdks)) {
		p.Numbers = append(p.Numbers, &numberDoc{number, sdks[number]})
	}
	for _, a := range s.APIs {
		if a.Textual() {
			continue
		}
		d := newAPI(a)
		for _, c := range a.Codes {
			for _, sdk := range sdks[c.Number] {
				sdk.Codes = append(sdk.Codes, newCode(d, a, c))
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

// newSDKs returns the SDKs of a spec.
func newSDKs(s *spec.Spec) []*sdkDoc {
	var sdks []*sdkDoc
	for _, y := range s.Synthetic {
		d := &sdkDoc{Name: text(y.SDK), Description: text(y.Description), Anchor: "sdk-" + anchor(y.SDK)}
		d.Numbers = slices.Compact(slices.Sorted(slices.Values(y.Numbers)))
		d.Link = SyntheticFile + "#" + d.Anchor // whose tilde and letters need no encoding
		sdks = append(sdks, d)
	}
	return sdks
}

// syntheticFile returns the file of the page of synthetic numbers, or "" where the spec has none to show.
func syntheticFile(s *spec.Spec) string {
	if len(s.Synthetic) == 0 {
		return ""
	}
	return SyntheticFile
}
