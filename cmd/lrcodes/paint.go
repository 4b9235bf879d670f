package main

import (
	"io"
	"os"
	"strings"
)

// painter colours text for a terminal, and leaves it alone everywhere else.
type painter struct{ on bool }

func newPainter(w io.Writer) painter {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return painter{}
	}
	info, err := f.Stat()
	return painter{on: err == nil && info.Mode()&os.ModeCharDevice != 0}
}

func (p painter) bold(s string) string  { return p.wrap("1", s) }
func (p painter) faint(s string) string { return p.wrap("2", s) }

func (p painter) wrap(style, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// diff colours the lines of a unified diff.
func (p painter) diff(s string) string {
	if !p.on || s == "" {
		return s
	}
	lines := strings.SplitAfter(s, "\n")
	for i, line := range lines {
		text, end := strings.CutSuffix(line, "\n")
		switch {
		case strings.HasPrefix(text, "+"):
			text = p.wrap("32", text)
		case strings.HasPrefix(text, "-"):
			text = p.wrap("31", text)
		case strings.HasPrefix(text, "@"):
			text = p.wrap("36", text)
		}
		if lines[i] = text; end {
			lines[i] += "\n"
		}
	}
	return strings.Join(lines, "")
}
