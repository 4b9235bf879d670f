package spec

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// invisible returns the first invisible character of a text and its offset, or -1 if there is none. Invisible are:
//   - control characters but the line feed, and the separators of lines and paragraphs;
//   - Unicode's default-ignorable characters and format characters: zero-width spaces and joiners, soft hyphens, fillers,
//     bidirectional controls, variation selectors, tags, the byte order mark;
//   - the blank Braille pattern, characters that Unicode will never assign, and the replacement character.
//
// Except where an emoji or a script needs them: joiners between emoji, and between letters of the scripts that shape
// them, variation selectors after symbols and ideographs, tags of flags, and marks that enclose Arabic numbers.
func invisible(s string) (r rune, offset int) {
	var text []rune // decoded only if an exception may apply
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf && r >= ' ' && r != 0x7F || r == '\n':
			continue
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control), r == 0x2800,
			r == utf8.RuneError, r&0xFFFE == 0xFFFE, 0xFDD0 <= r && r <= 0xFDEF:
			return r, i
		case !unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector):
			continue
		}
		if text == nil {
			text = []rune(s)
		}
		if !needed(text, utf8.RuneCountInString(s[:i])) {
			return r, i
		}
	}
	return 0, -1
}

// needed reports whether an emoji or a script needs the format character at an index.
func needed(text []rune, i int) bool {
	before, after := runeAt(text, i-1), runeAt(text, i+1)
	switch r := text[i]; {
	case unicode.In(r, unicode.Prepended_Concatenation_Mark):
		return unicode.Is(unicode.Nd, after)
	case r == 0x200C: // zero-width non-joiner
		return unicode.In(before, shaping...) && unicode.In(after, shaping...)
	case r == 0x200D: // zero-width joiner
		return unicode.In(before, shaping...) && unicode.In(after, shaping...) || isEmoji(before) && isEmoji(after)
	case unicode.Is(unicode.Variation_Selector, r):
		return isEmoji(before) && !unicode.Is(unicode.Variation_Selector, before) || unicode.In(before, unicode.Han, unicode.Mongolian) || after == 0x20E3
	case isTag(r):
		return isFlag(text, i)
	}
	return false
}

// shaping are the scripts whose letters have another form next to a joiner.
var shaping = []*unicode.RangeTable{
	unicode.Arabic, unicode.Bengali, unicode.Devanagari, unicode.Gujarati, unicode.Gurmukhi, unicode.Kannada, unicode.Khmer,
	unicode.Malayalam, unicode.Mongolian, unicode.Myanmar, unicode.Nko, unicode.Oriya, unicode.Sinhala, unicode.Syriac,
	unicode.Tamil, unicode.Telugu,
}

// isEmoji reports whether a character may be part of an emoji: a symbol, its skin tone, or a variation selector.
func isEmoji(r rune) bool {
	return unicode.In(r, unicode.So, unicode.Sm) || r == 0xFE0F || 0x1F3FB <= r && r <= 0x1F3FF || slices.Contains([]rune{0x203C, 0x2049, 0x2139, 0x3030}, r)
}

func isTag(r rune) bool { return 0xE0020 <= r && r <= 0xE007F }

// isFlag reports whether the tag at an index is part of the flag of a region: a black flag, at most six tags, and the
// cancel tag.
func isFlag(text []rune, i int) bool {
	start, end := i, i
	for isTag(runeAt(text, start-1)) {
		start--
	}
	for isTag(runeAt(text, end+1)) {
		end++
	}
	return runeAt(text, start-1) == 0x1F3F4 && text[end] == 0xE007F && end-start <= 6
}

// runeAt returns the character at an index, or 0 if there is none.
func runeAt(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}
