package generator

// File is one generated file, held in memory.
type File struct {
	Path    string // slash-separated, relative to the root of what is generated
	Data    []byte
	Section bool // a hand-written file of which only sections are ours; it bears no header
}
