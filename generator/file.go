package generator

// File is one generated file, held in memory.
type File struct {
	Path string // slash-separated, relative to the root of what is generated
	Data []byte

	Header string // SchemaHeader, or "" for Header: what Data has, and what a file that it overwrites must have

	// Target is the content of a hand-written file when it was read. Data differs from it only in the sections between
	// markers, and has no header. It is nil for every other file.
	Target []byte

	Unread bool // whether people do not read the file, so that no one wants to see its changes
}
