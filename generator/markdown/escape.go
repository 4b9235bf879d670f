package markdown

// Escape returns a text as one line that is plain text wherever Markdown allows text.
func Escape(s string) string { return inline(s) }
