package strict

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// The bounds on what aliases expand to, so that a small file cannot expand to a huge one.
const (
	maxNodes = 1_000_000 // nodes read through aliases
	maxText  = 4 << 20   // bytes of the texts read through aliases
	maxDepth = 100       // aliases within each other; an alias that contains itself would recurse forever
)

// budget counts what a file has used of the bounds.
type budget struct {
	nodes, text, depth int
}

// target returns the node that an alias refers to, or the node itself.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// spend counts a node if it is read through an alias, and reports whether it may be read. It reports the first node that
// exceeds a bound.
func (d *decoder) spend(n *yaml.Node) bool {
	b := &d.budget
	if b.depth == 0 {
		return true
	}
	if b.depth > maxDepth {
		d.errorf(n, RuleSyntax, "more than %d aliases are nested", maxDepth)
		return false
	}
	if b.nodes > maxNodes || b.text > maxText {
		return false
	}
	b.nodes++
	b.text += len(n.Value)
	switch {
	case b.nodes > maxNodes:
		d.errorf(n, RuleSyntax, "the aliases of the file expand to more than %d values", maxNodes)
	case b.text > maxText:
		d.errorf(n, RuleSyntax, "the aliases of the file expand to more than %d MiB of text", maxText>>20)
	default:
		return true
	}
	return false
}

// merge reads the value of a merge key: a mapping or a list of mappings, whose keys v gets unless it has them already.
func (d *decoder) merge(v *Value, n *yaml.Node, shape *Shape) {
	d.budget.depth++
	defer func() { d.budget.depth-- }()
	n = target(n)
	switch {
	case !d.spend(n):
		return
	case n == d.merged[0]:
		d.errorf(n, RuleSyntax, "a mapping cannot merge itself")
		return
	case slices.Contains(d.merged, n):
		return // merging it again changes nothing
	}
	d.merged = append(d.merged, n)
	switch n.Kind {
	case yaml.MappingNode:
		d.entries(v, n, shape)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if isMerge(n.Content[i]) {
				d.merge(v, n.Content[i+1], shape)
			}
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			d.merge(v, item, shape)
		}
	default:
		d.errorf(n, RuleWrongType, "a merge key takes a mapping or a list of mappings")
	}
}

func isMerge(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!merge" }
