package find

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
)

// Seen is a code that a text contains.
type Seen struct {
	API   string // "" where the text does not say which API sent the code
	Wire  string
	Known bool
	Line  int // of the first time, from 1
	Count int

	// Near is the text around the first time, to compare with what the spec says. It may contain secrets and must not be
	// printed.
	Near string
}

const (
	chunkSize = 256 << 10
	reach     = 4 << 10 // how much text a code may take, with all blanks in it
	nearSize  = 512     // on each side

	maxUnknown = 1000 // distinct codes that the spec does not know; a text of random numbers must not fill the memory
)

// Scan finds the codes in a text of any length, the most frequent first and those that the spec does not know last. It
// reads r to its end in constant memory, and skips bytes that are not UTF-8.
//
// A code is found as the value of a field that has the role code in an envelope: in JSON, also within a string, as
// key=value and as key: value. It is also found in the form in which generated packages print and log errors. A field
// whose name is one word, such as error, counts only as a quoted key with a value that its API knows, and unknown codes
// count only if they are numbers.
func (x *Index) Scan(r io.Reader) ([]Seen, error) {
	sc := &scanner{grammar: newGrammar(x.apis), line: 1, found: make(map[[2]string]*Seen)}
	buf := make([]byte, 0, chunkSize+2*reach)
	for {
		n, err := io.ReadFull(r, buf[len(buf):len(buf)+chunkSize])
		buf = buf[:len(buf)+keepText(buf[len(buf):len(buf)+n])]
		last := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			return nil, err
		}
		end := max(sc.next, len(buf)-reach)
		if last {
			end = len(buf)
		}
		sc.scan(buf, end)
		if last {
			return sc.sorted(), nil
		}
		keep := max(0, end-reach)
		sc.line += bytes.Count(buf[:keep], newline)
		sc.next -= keep
		buf = buf[:copy(buf, buf[keep:])]
	}
}

var newline = []byte("\n")

// keepText moves the bytes of data together that are no NUL, which text in UTF-16 is full of, and returns their number.
func keepText(data []byte) int {
	if bytes.IndexByte(data, 0) < 0 {
		return len(data)
	}
	kept := 0
	for _, c := range data {
		if c != 0 {
			data[kept] = c
			kept++
		}
	}
	return kept
}

// scanner is the state of one Scan.
type scanner struct {
	*grammar
	next    int // where in the buffer the search goes on
	line    int // of the first byte of the buffer
	found   map[[2]string]*Seen
	order   []*Seen
	unknown int // how many of them the spec does not know
}

// scan finds the codes that begin before end. What follows end in the buffer is enough for the last of them.
func (sc *scanner) scan(buf []byte, end int) {
	heads := &sc.heads
	i := sc.next
	for end = min(end, len(buf)-1); i < end; i++ {
		if !heads[head(buf[i], buf[i+1])] || !boundary(buf, i) {
			continue
		}
		if h, ok := sc.hit(buf[:min(len(buf), i+reach)], i); ok {
			sc.add(h, buf, i)
			i = h.end - 1
		}
	}
	sc.next = i
}

// add counts a code. A code whose API the text does not name belongs to the only API that knows it.
func (sc *scanner) add(h hit, buf []byte, at int) {
	known := h.api != "" && sc.knows(h.api, h.wire) || len(h.known) > 0
	if h.api == "" && len(h.known) == 1 {
		h.api = h.known[0]
	}
	key := [2]string{h.api, h.wire}
	seen := sc.found[key]
	if seen == nil {
		if !known {
			if sc.unknown++; sc.unknown > maxUnknown {
				return
			}
		}
		seen = &Seen{API: h.api, Wire: h.wire, Known: known, Line: sc.line + bytes.Count(buf[:at], newline)}
		if known {
			seen.Near = strings.ToValidUTF8(string(buf[max(0, at-nearSize):min(len(buf), h.end+nearSize)]), " ")
		}
		sc.found[key] = seen
		sc.order = append(sc.order, seen)
	}
	seen.Count++
}

// sorted returns what was found: known codes first, then by count, then by line.
func (sc *scanner) sorted() []Seen {
	out := make([]Seen, 0, len(sc.order))
	for _, seen := range sc.order {
		out = append(out, *seen)
	}
	slices.SortStableFunc(out, func(a, b Seen) int {
		if a.Known != b.Known {
			return map[bool]int{true: -1, false: 1}[a.Known]
		}
		return cmp.Compare(b.Count, a.Count)
	})
	return out
}
