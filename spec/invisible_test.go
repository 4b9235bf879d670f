package spec

import "testing"

func TestInvisible(t *testing.T) {
	for _, s := range []string{
		"plain", "two\nlines", "Grüße", "日本語", "价格 100 €", "a\u00a0b", "✓ ok",
		"❤\ufe0f", "1\ufe0f\u20e3", "‼\ufe0f", "↔\ufe0e", "ℹ\ufe0f", // variation selectors
		"👩\u200d💻", "👩🏽\u200d💻", "🏳\ufe0f\u200d🌈", "🧔🏻\u200d♂\ufe0f", // joined emoji
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", // the flag of England
		"می\u200cخواهم", "क्\u200dष", "ක්\u200dර", "\u0600١", // scripts
		"葛\U000e0100", "ᠠ\u180b",
	} {
		if r, i := invisible(s); i >= 0 {
			t.Errorf("%q has the invisible character %U at %d", s, r, i)
		}
	}
	for s, want := range map[string]rune{
		"a\u200bb": 0x200B, "soft\u00adhyphen": 0xAD, "\u2060": 0x2060, "\u3164": 0x3164, "\u2800": 0x2800, "\u180e": 0x180E,
		"a\ufe0f": 0xFE0F, "\ufff9": 0xFFF9, "\U000e0041": 0xE0041, "a\u200db": 0x200D, "❤\ufe0f\ufe0f": 0xFE0F, "👩\u200d": 0x200D,
		"a\u200cb": 0x200C, "\u202e": 0x202E, "\u200f": 0x200F, "\u2028": 0x2028, "\ufeff": 0xFEFF, "\u115f": 0x115F, "\u0600a": 0x600,
		"🏴\U000e0067\U000e0062": 0xE0067, "x\U000e0067\U000e007f": 0xE0067, "\u0007": 7, "\x7f": 0x7F, "\u0085": 0x85, "\ufdd0": 0xFDD0,
		"🏴\U000e0061\U000e0061\U000e0061\U000e0061\U000e0061\U000e0061\U000e0061\U000e007f": 0xE0061,
	} {
		if r, i := invisible(s); i < 0 || r != want {
			t.Errorf("%q: got %U at %d, want %U", s, r, i, want)
		}
	}
}
