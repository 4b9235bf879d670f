package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// skeleton is what a page consists of, its texts aside.
type skeleton struct {
	blocks []string // a line each, with the markup in it; neighbouring lines of text are one
	links  []string
	ids    []string
	bodies []string // of fences
}

// lineStarts are the markups that begin a block. The last one begins none.
var lineStarts = regexp.MustCompile(
	`^(#{1,6} |[-+*]( |$)|\d{1,9}[.)]( |$)|> - |>( |$)|\||=+$|--+$|\t|    |:?-+:?$|~~~|<!|<\?|)`)

var definition = regexp.MustCompile(`^\[([^\[\]\\]|\\.)*\]:`)

func read(page string) skeleton {
	var k skeleton
	fence, body := "", ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		ticks := line[:len(line)-len(strings.TrimLeft(line, "`"))]
		switch {
		case fence != "" && line == fence:
			k.bodies = append(k.bodies, body)
			fence, body = "", ""
		case fence != "":
			body += line + "\n"
		case len(ticks) >= 3 && !strings.Contains(line[len(ticks):], "`"):
			fence = ticks
			k.add("fence " + line[len(ticks):])
		default:
			start := lineStarts.FindString(line)
			rest := line[len(start):]
			if definition.MatchString(rest) {
				start = "definition"
			}
			k.add(strings.TrimLeft(start, " ") + strings.Join(k.inline(rest), " "))
		}
	}
	if fence != "" {
		k.add("open fence")
	}
	return k
}

func (k *skeleton) add(block string) {
	if block != "" || len(k.blocks) == 0 || k.blocks[len(k.blocks)-1] != "" {
		k.blocks = append(k.blocks, block)
	}
}

var (
	tagPattern  = regexp.MustCompile(`^</?([a-z]+)(?: id="([^"<>]*)")?>`)
	linkPattern = regexp.MustCompile(`^\]\(([^()\s]*)\)`)
)

// inline returns the markup in a line, in order.
func (k *skeleton) inline(s string) []string {
	var marks []string
	for i := 0; i < len(s); i++ {
		rest := s[i:]
		switch c := s[i]; c {
		case '\\':
			i++
		case '`':
			n := spanLength(rest)
			if n == 0 {
				marks = append(marks, "stray backtick")
				continue
			}
			marks = append(marks, "code")
			if strings.Contains(rest[:n], "|") {
				marks = append(marks, "pipe in code")
			}
			i += n - 1
		case '<':
			tag := tagPattern.FindStringSubmatch(rest)
			if tag == nil {
				marks = append(marks, "stray <")
				continue
			}
			i += len(tag[0]) - 1
			if tag[0] == "<code>" {
				marks = append(marks, "code")
			} else if tag[1] != "code" && tag[1] != "br" {
				marks = append(marks, "<"+tag[1])
			}
			if tag[2] != "" {
				k.ids = append(k.ids, tag[2])
			}
		case ']':
			marks = append(marks, "]")
			if link := linkPattern.FindStringSubmatch(rest); link != nil {
				k.links = append(k.links, link[1])
				i += len(link[0]) - 1
			}
		case '_':
			if !endsInWord(s[:i]) || !startsWithWord(rest[1:]) {
				marks = append(marks, "_")
			}
		case '!', '{':
			if len(rest) > 1 && slices.Contains([]string{"![", "{{", "{%"}, rest[:2]) {
				marks = append(marks, rest[:2])
			}
		case '[', '*', '~', '|', '$', '>':
			marks = append(marks, string(c))
		}
	}
	return marks
}

// spanLength returns the length of the code span that s begins with, or 0 where it never ends.
func spanLength(s string) int {
	n := ticksAt(s, 0)
	for i := n; i < len(s); {
		run := ticksAt(s, i)
		if run == n {
			return i + n
		}
		i += max(run, 1)
	}
	return 0
}

func ticksAt(s string, i int) int { return len(s[i:]) - len(strings.TrimLeft(s[i:], "`")) }

// difference returns the first block in which the skeletons differ, or "".
func (k skeleton) difference(other skeleton) string {
	for i := range max(len(k.blocks), len(other.blocks)) {
		a, b := "nothing", "nothing"
		if i < len(k.blocks) {
			a = k.blocks[i]
		}
		if i < len(other.blocks) {
			b = other.blocks[i]
		}
		if a != b {
			return fmt.Sprintf("block %d: %q, want %q", i, a, b)
		}
	}
	if len(k.bodies) != len(other.bodies) {
		return fmt.Sprintf("%d fences, want %d", len(k.bodies), len(other.bodies))
	}
	return ""
}
