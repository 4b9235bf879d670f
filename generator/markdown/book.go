package markdown

import (
	"cmp"
	"slices"

	"github.com/lrcodes/lrcodes/spec"
)

// book is what the pages show: the spec, with everything that refers to something else linked to it. The pages share
// it, and rendering does not change it.
type book struct {
	apis     []*apiPage   // those that are shown
	statuses []*statusDoc // all of the spec
	sdks     []*sdkDoc    // likewise
	shared   []*sharedDoc // codes that several of the apis have, in order
}

func newBook(s *spec.Spec, o Options) *book {
	b := &book{}
	statuses := make(map[*spec.Status]*statusDoc, len(s.Statuses))
	for _, t := range s.Statuses {
		statuses[t] = newStatus(o, t)
		b.statuses = append(b.statuses, statuses[t])
	}
	for _, y := range s.Synthetic {
		b.sdks = append(b.sdks, newSDK(y))
	}
	for _, a := range o.shown(s) {
		b.apis = append(b.apis, newAPIPage(s, o, a, statuses))
	}
	b.linkSDKs()
	b.linkShared()
	return b
}

// shown returns the APIs that the pages show.
func (o Options) shown(s *spec.Spec) []*spec.API {
	if o.APIs == nil {
		return s.APIs
	}
	return o.APIs
}

// linkSDKs connects the codes with the SDKs that report their numbers. Those of the builtin spec are SDKs of LoginRadius,
// which report no codes of another service.
func (b *book) linkSDKs() {
	sdks := b.byNumber()
	for _, p := range b.apis {
		for _, c := range p.Codes {
			for _, sdk := range sdks[c.number] {
				if c.number != 0 && (p.hasSDK || !sdk.builtin) {
					c.SDKs = append(c.SDKs, sdk)
					sdk.Codes = append(sdk.Codes, c)
				}
			}
		}
	}
}

// byNumber returns the SDKs by the numbers that they report.
func (b *book) byNumber() map[int][]*sdkDoc {
	grouped := map[int][]*sdkDoc{}
	for _, sdk := range b.sdks {
		for _, number := range sdk.Numbers {
			grouped[number] = append(grouped[number], sdk)
		}
	}
	return grouped
}

// linkShared connects the codes that several APIs have. A code that one of them retired is shared as well, unless all of
// them did.
func (b *book) linkShared() {
	byWire := map[text]*sharedDoc{}
	for _, p := range b.apis {
		for _, c := range p.Codes {
			shared := byWire[c.Wire]
			if shared == nil {
				shared = &sharedDoc{Wire: c.Wire}
				byWire[c.Wire] = shared
			}
			shared.Codes = append(shared.Codes, c)
		}
	}
	for _, p := range b.apis {
		for _, r := range p.Retired {
			if shared := byWire[r.Wire]; shared != nil {
				shared.Retired = append(shared.Retired, r)
			}
		}
	}
	for _, shared := range byWire {
		if len(shared.Codes)+len(shared.Retired) < 2 {
			continue
		}
		b.shared = append(b.shared, shared)
		for i, c := range shared.Codes {
			c.Others = slices.Concat(shared.Codes[:i], shared.Codes[i+1:])
		}
	}
	slices.SortFunc(b.shared, func(x, y *sharedDoc) int {
		return cmp.Or(cmp.Compare(x.Codes[0].number, y.Codes[0].number), cmp.Compare(x.Wire, y.Wire))
	})
}
