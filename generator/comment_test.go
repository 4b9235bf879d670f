package generator

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestComment(t *testing.T) {
	for _, c := range []struct{ prefix, text, want string }{
		{"// ", "one\ntwo", "// one\n// two"},
		{"// ", "one\r\n\r\ntwo ", "// one\n//\n// two"},
		{"//", "one", "// one"},
		{"\t * ", "", "\t *"},
		{"", "Plain text", "Plain text"},
		{"# ", "a\u2028b\vc\fd\u0085e\rf", "# a\n# b\n# c\n# d\n# e\n# f"},
		{" * ", "*/*/", " * * / * / "},
		{" *", "/ x", " * / x"},
		{"/// ", "see application/*", "/// see application/ *"},
		{"/* ", "https://example.com/", "/* https://example.com/ "},
		{"// ", `C:\temp\`, `// C:\temp\.`},
		{"// ", `what??/ `, `// what??/.`},
		{" * ", `C:\users \\u002a`, ` * C:\ users \\ u002a`},
		{"", "!/bin/sh", " !/bin/sh"},
		{"#", "!/bin/sh", "# !/bin/sh"},
		{"//", "go:generate rm -rf /", "// go:generate rm -rf / "},
		{"", "go:embed x", " go:embed x"},
		{"// ", "+build ignore", "// + build ignore"},
		{"// ", "  @ts-nocheck", "//   @ ts-nocheck"},
		{"/// ", `<reference path="x"/>`, `/// < reference path="x"/>`},
		{"# ", "-*- coding: utf-7 -*-", "# -*- coding : utf-7 -*-"},
		{"// ", "encoding: utf-8", "// encoding: utf-8"},
		{"<!-- ", "a --> b --!> c", "<!-- a -- > b --! > c"},
		{"# ", "a\x00b\x1b[31m\u202e\xff", "# a\ufffdb\ufffd[31m\ufffd\ufffd"},
	} {
		if got := comment(c.prefix, c.text); got != c.want {
			t.Errorf("comment(%q, %q) = %q, want %q", c.prefix, c.text, got, c.want)
		}
	}
}

// dialect is a language as far as its comments go.
type dialect struct {
	name    string
	line    string                     // what begins a comment to the end of the line
	nested  bool                       // whether block comments nest
	decode  func(source string) string // what the language does before it looks for comments
	endLine string                     // the characters that end a line
}

var (
	spliced  = regexp.MustCompile(`(\\|\?\?/)[ \t]*\n`)
	javaCode = regexp.MustCompile(`(\\\\)|\\u+([0-9a-fA-F]{4})`)

	dialects = []dialect{
		{"C", "//", false, func(s string) string { return spliced.ReplaceAllString(s, "") }, "\n"},
		{"Go", "//", false, nil, "\n"},
		{"Java", "//", false, decodeJava, "\r\n"},
		{"JavaScript", "//", false, nil, "\r\n\u2028\u2029"},
		{"Rust", "//", true, nil, "\n"},
		{"PostgreSQL", "--", true, nil, "\r\n"},
		{"Python", "#", false, nil, "\r\n"},
	}
)

func decodeJava(source string) string {
	return javaCode.ReplaceAllStringFunc(source, func(s string) string {
		if s[1] == '\\' {
			return s
		}
		r, _ := strconv.ParseUint(s[len(s)-4:], 16, 16) // the expression matches four digits
		return string(rune(r))
	})
}

// code returns a source without its comments, or with the rest of it from a comment that does not end.
func (d dialect) code(source string) string {
	if d.decode != nil {
		source = d.decode(source)
	}
	var out strings.Builder
	for source != "" {
		switch {
		case strings.HasPrefix(source, d.line):
			i := strings.IndexAny(source, d.endLine)
			if i < 0 {
				return out.String()
			}
			source = source[i:]
		case d.line != "#" && strings.HasPrefix(source, "/*"):
			rest, ok := d.afterBlock(source[2:])
			if !ok {
				return out.String() + source
			}
			source = rest
		default:
			out.WriteString(source[:1])
			source = source[1:]
		}
	}
	return out.String()
}

// afterBlock returns what follows a block comment that has begun.
func (d dialect) afterBlock(s string) (string, bool) {
	for depth := 1; s != ""; {
		switch {
		case strings.HasPrefix(s, "*/"):
			s = s[2:]
			if depth--; depth == 0 {
				return s, true
			}
		case d.nested && strings.HasPrefix(s, "/*"):
			s, depth = s[2:], depth+1
		default:
			s = s[1:]
		}
	}
	return "", false
}

var pythonCoding = regexp.MustCompile(`(?m)^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+`)

// FuzzComment tests that a text stays within its comment, in every language and after every prefix.
func FuzzComment(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range dialects {
			for _, prefix := range []string{d.line, d.line + " ", "\t" + d.line + "\t", d.line + "!", d.line + "*", d.line + "/"} {
				checkComment(t, d, comment(prefix, text)+"\nend")
			}
			for _, prefix := range []string{"", " ", "*", " * ", "**", "x"} {
				if d.line != "#" {
					checkComment(t, d, "/*\n"+comment(prefix, text)+"\n*/end")
					checkComment(t, d, "/* "+comment(prefix, text)+"*/end")
				}
			}
		}
	})
}

func checkComment(t *testing.T, d dialect, source string) {
	t.Helper()
	if got := strings.TrimSpace(d.code(source)); got != "end" {
		t.Errorf("%s: outside of the comments of %q is %q", d.name, source, got)
	}
	for line := range strings.Lines(source) {
		if strings.HasPrefix(line, "#!") && d.line != "#" || strings.HasPrefix(line, "//go:") || strings.HasPrefix(line, "//line ") {
			t.Errorf("%s: %q is a directive", d.name, line)
		}
	}
	if d.name == "Python" && pythonCoding.MatchString(source) {
		t.Errorf("%q names an encoding", source)
	}
}

// hostile texts try to leave a comment.
var hostile = []string{
	"*/ leaked /*", "/*", "*/", "/", "*", "/*/", "*/*", "/**", "**/", "must be application/* here",
	`C:\temp\`, "what??/", `\`, `\\`, `a\ `, "*\\\n/ leaked", "*??/\n/ leaked", `C:\users`, `\u002a\u002f leaked`, `\\u002a/ leaked`,
	`\uuu002a\u002f`, "\\u000a leaked", "a\u2028leaked", "a\u2029leaked", "a\rleaked", "a\u0085b", "a\vb\fc",
	"!/bin/sh", "[[", "]]", "go:generate leaked", "line x:1", "+build ignore", "@ts-nocheck", "-*- coding: utf-7 -*-", "coding=leaked",
	"a\x00b", "\u202e\u2066", "\xff\xfe", `"""`, "'''", "`", "${leaked}", "$(leaked)", "-->", "<!--", "%>", "?>", "\ufeff",
}

// TestCommentCompiles gives comments of hostile texts to the compilers of the machine. Each text is followed by a
// declaration, and the last line needs all of them.
func TestCommentCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("starts compilers")
	}
	for _, c := range []struct {
		file    string
		command []string
		line    string // prefix of a line comment
		block   bool   // whether there are block comments
		declare string // with the number of the text
		use     string // what the last line does with each
		frame   string // what surrounds all of it
	}{
		{"a.c", []string{"gcc", "-std=c99", "-fsyntax-only", "a.c"}, "//", true, "int v%d;", "v%d +", "%s int main(void) { return %s 0; }"},
		{"A.java", []string{"javac", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-proc:none", "-d", ".", "A.java"}, "//", true, "static int v%d;", "v%d +", "class A {\n%s\n int main() { return %s 0; } }"},
		{"a.mjs", []string{"node", "a.mjs"}, "//", true, "const v%d = 0;", "v%d +", "%s\nif (%s 0 !== 0) throw 1;"},
		{"a.rs", []string{"rustc", "--crate-type=lib", "--emit=metadata", "a.rs"}, "//", true, "pub const V%d: i32 = 0;", "V%d +", "%s\npub fn main() -> i32 { %s 0 }"},
		{"a.py", []string{"python3", "a.py"}, "#", false, "v%d = 0", "v%d +", "%s\nassert %s 0 == 0"},
		{"a.sh", []string{"sh", "-eu", "a.sh"}, "#", false, "v%d=0", "$v%d +", "%s\necho $((%s 0))"},
		{"a.sql", []string{"sqlite3", "-bail", ":memory:", ".read a.sql"}, "--", true, "create table v%d (x);", "(select count(*) from v%d) +", "%s\nselect %s 0;"},
	} {
		t.Run(c.command[0], func(t *testing.T) {
			if _, err := exec.LookPath(c.command[0]); err != nil {
				t.Skip(err)
			}
			var body, uses strings.Builder
			for i, text := range hostile {
				declaration := fmt.Sprintf(c.declare, i) + "\n"
				fmt.Fprintf(&uses, c.use+" ", i)
				body.WriteString(comment(c.line, text) + "\n" + comment(c.line+" ", text) + "\n")
				if c.block {
					body.WriteString("/* " + comment("", text) + "*/\n/*\n" + comment(" *", text) + "\n */ ")
				}
				body.WriteString(declaration)
			}
			dir := t.TempDir()
			source := fmt.Sprintf(c.frame, body.String(), uses.String())
			if err := os.WriteFile(filepath.Join(dir, c.file), []byte(source), 0o666); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(c.command[0], c.command[1:]...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestCommentParsesAsGo(t *testing.T) {
	for _, text := range hostile {
		source := "package a\n" + comment("//", text) + "\n/*\n" + comment("", text) + "\n*/\nvar end int\n"
		f, err := parser.ParseFile(token.NewFileSet(), "a.go", source, parser.ParseComments)
		if err != nil || len(f.Decls) != 1 {
			t.Errorf("%q: %v", source, err)
		}
	}
}
