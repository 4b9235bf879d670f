package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

// newFlagSet returns an empty set of flags whose errors the caller prints.
func newFlagSet(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return f
}

// dirFlag declares -C, which changes to a directory first: e.dir.
func dirFlag(e *env, f *flag.FlagSet) { f.Var((*nonEmpty)(&e.dir), "C", "change to `dir` first") }

// configFlag declares -C and -config, the flags of the commands that read a configuration, and returns the file.
func configFlag(e *env, f *flag.FlagSet) *string {
	dirFlag(e, f)
	return textFlag(f, "config", "", "read this `file` instead of the nearest lrcodes.yaml")
}

// formatFlag declares -format, whose first choice is the default.
func formatFlag(f *flag.FlagSet, formats ...string) *string {
	return choiceFlag(f, "format", formats, formats[0], "format of the output")
}

// textFlag declares a flag that may not be empty: an empty value is that of a variable which the caller has not set.
func textFlag(f *flag.FlagSet, name, value, usage string) *string {
	f.Var((*nonEmpty)(&value), name, usage)
	return &value
}

// nonEmpty is the value of a flag that may not be empty.
type nonEmpty string

func (s *nonEmpty) String() string { return string(*s) }

func (s *nonEmpty) Set(value string) error {
	if value == "" {
		return errors.New("must not be empty")
	}
	*s = nonEmpty(value)
	return nil
}

// choiceFlag declares a flag that takes one of several words.
func choiceFlag(f *flag.FlagSet, name string, words []string, value, usage string) *string {
	c := &choice{value: value, words: words}
	f.Var(c, name, "`"+strings.Join(words, "|")+"`: "+usage)
	return &c.value
}

// choice is the value of a flag that takes one of several words.
type choice struct {
	value string
	words []string
}

func (c *choice) String() string { return c.value }

func (c *choice) Set(value string) error {
	if !slices.Contains(c.words, value) {
		return fmt.Errorf("must be %s", oneOf(c.words))
	}
	c.value = value
	return nil
}

// oneOf returns words as the end of a sentence that allows each of them.
func oneOf(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return "one of " + strings.Join(words, ", ")
}

// synopsis returns a flag and the name of its value, as in "-C dir".
func synopsis(f *flag.Flag) string {
	value, _ := flag.UnquoteUsage(f)
	return strings.TrimSpace("-" + f.Name + " " + value)
}

// widestFlag is the width of the longest flag that has its text on the same line.
const widestFlag = 24

// printFlags prints the flags of a command, a paragraph for each.
func printFlags(w io.Writer, flags *flag.FlagSet) {
	width := 0
	flags.VisitAll(func(f *flag.Flag) {
		if n := len(synopsis(f)); n <= widestFlag {
			width = max(width, n)
		}
	})
	if width > 0 {
		fmt.Fprintln(w)
	}
	flags.VisitAll(func(f *flag.Flag) {
		value, text := flag.UnquoteUsage(f)
		text = strings.TrimPrefix(text, value+": ")
		if f.DefValue != "" && f.DefValue != "false" {
			text += "; default " + f.DefValue
		}
		left := synopsis(f)
		if len(left) > width {
			fmt.Fprintf(w, "\t%s\n", left)
			left = ""
		}
		for _, line := range wrap(text, 70-width) {
			fmt.Fprintf(w, "\t%-*s  %s\n", width, left, line)
			left = ""
		}
	})
}

// wrap breaks a text into lines of at most width bytes, where its words allow.
func wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines) - 1; n >= 0 && len(lines[n])+1+len(word) <= width {
			lines[n] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
