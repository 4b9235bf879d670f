package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// MaxSize is the size in bytes of the largest file that Decode reads.
const MaxSize = 64 << 20

// ErrTooLarge is the error of those that read a file of more than MaxSize bytes.
var ErrTooLarge = fmt.Errorf("larger than %d MiB", MaxSize>>20)

// Decode reads one YAML document that shape describes. The file name is used only in positions.
// It returns what could be read and every problem of the file; the value is nil if nothing could be read.
func Decode(file string, data []byte, shape *Shape) (*Value, diag.Diagnostics) {
	d := &decoder{file: file, once: bytes.IndexByte(data, '&') < 0}
	root := d.parse(data)
	if root == nil {
		return nil, d.diags.Sorted()
	}
	value := d.value(root, shape, "the file")
	return value, d.diags.Sorted()
}

// decoder walks the nodes of one file.
type decoder struct {
	file   string
	diags  diag.Diagnostics
	once   bool // no alias can refer to a node, so each is read once
	budget budget
	merged []*yaml.Node // the mapping that is being read, and the mappings that it has merged
}

func (d *decoder) at(n *yaml.Node) diag.Position {
	return diag.Position{File: d.file, Line: n.Line, Column: n.Column}
}

func (d *decoder) errorf(n *yaml.Node, rule, format string, args ...any) {
	d.diags.Add(d.at(n), rule, format, args...)
}

// parse returns the root node. It reports why there is none, and returns nil, if the data is not one YAML document.
func (d *decoder) parse(data []byte) *yaml.Node {
	if len(data) > MaxSize {
		d.diags.Add(diag.Position{File: d.file, Line: 1, Column: 1}, RuleSyntax, "the file is larger than %d MiB; split it", MaxSize>>20)
		return nil
	}
	if !d.checkBytes(data) {
		return nil
	}
	reader := yaml.NewDecoder(bytes.NewReader(data))
	var doc, next yaml.Node
	if err := reader.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			d.syntax(data, err)
			return nil
		}
		return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1} // an empty file is a mapping without keys
	}
	switch err := reader.Decode(&next); {
	case err == nil:
		d.errorf(&next, RuleSyntax, "a second document begins here; a file contains one")
		return nil
	case !errors.Is(err, io.EOF):
		d.syntax(data, err)
		return nil
	}
	return doc.Content[0]
}
