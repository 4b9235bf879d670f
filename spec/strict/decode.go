package strict

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// MaxSize is the size in bytes of the largest file that Decode reads.
const MaxSize = 64 << 20

// maxExpansion bounds the nodes that are read again through aliases, so that a small file cannot stand for a huge one.
const maxExpansion = 1_000_000

// expansionUnit is the number of bytes of a text that count as one more node.
const expansionUnit = 64

// maxAliases bounds how deep aliases stand within each other; one that holds itself would never end.
const maxAliases = 100

// Decode reads one YAML document that shape describes. The file name serves for positions only.
// It returns what could be read, and every problem of the file; the value is nil where nothing could be read.
func Decode(file string, data []byte, shape *Shape) (*Value, diag.Diagnostics) {
	d := &decoder{file: file}
	root := d.parse(data)
	if root == nil {
		return nil, d.diags.Sorted()
	}
	value := d.value(root, shape, "the file")
	return value, d.diags.Sorted()
}

// decoder walks the nodes of one file.
type decoder struct {
	file     string
	diags    diag.Diagnostics
	depth    int          // of aliases that the walk is within
	expanded int          // nodes read within aliases
	merged   []*yaml.Node // the mapping that is read, and what it has merged
}

func (d *decoder) at(n *yaml.Node) diag.Position {
	return diag.Position{File: d.file, Line: n.Line, Column: n.Column}
}

func (d *decoder) errorf(n *yaml.Node, rule, format string, args ...any) {
	d.diags.Add(d.at(n), rule, format, args...)
}

// parse returns the root node, or nil after telling why there is none.
func (d *decoder) parse(data []byte) *yaml.Node {
	if len(data) > MaxSize {
		d.diags.Add(diag.Position{File: d.file, Line: 1, Column: 1}, RuleSyntax, "the file is larger than %d MiB; split it", MaxSize>>20)
		return nil
	}
	if bad := invalidUTF8(data); bad >= 0 {
		d.diags.Add(positionOf(d.file, data, bad), RuleSyntax, "byte 0x%02x is not UTF-8; save the file as UTF-8", data[bad])
		return nil
	}
	reader := yaml.NewDecoder(bytes.NewReader(data))
	var doc, next yaml.Node
	if err := reader.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			d.syntax(err)
			return nil
		}
		return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1} // empty: a mapping without keys
	}
	switch err := reader.Decode(&next); {
	case err == nil:
		d.errorf(&next, RuleSyntax, "a second document begins here; a file holds one")
		return nil
	case !errors.Is(err, io.EOF):
		d.syntax(err)
		return nil
	}
	return doc.Content[0]
}

var yamlError = regexp.MustCompile(`(?s)^yaml: (?:line (\d+): )?(.*)$`)

// syntax reports an error of the YAML parser, which knows the line but not the column.
func (d *decoder) syntax(err error) {
	position, text := diag.Position{File: d.file, Line: 1, Column: 1}, err.Error()
	if m := yamlError.FindStringSubmatch(text); m != nil {
		text = m[2]
		if line, err := strconv.Atoi(m[1]); err == nil {
			position.Line = line
		}
	}
	d.diags.Add(position, RuleSyntax, "this is not YAML: %s", text)
}

// invalidUTF8 returns the offset of the first byte that is not part of UTF-8 text, or -1.
func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func positionOf(file string, data []byte, offset int) diag.Position {
	before := data[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return diag.Position{File: file, Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(before[start:]) + 1}
}
