package golang_test

import (
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestGuard mixes files of two runs: the package must not compile, and say where.
func TestGuard(t *testing.T) {
	full, texts := generateCase(t, "full"), generateCase(t, "strings")
	for name, test := range map[string]struct {
		from                map[string]string
		file, old, new, say string
		at                  string // the line in which the compiler sees it
	}{
		"changed constant":      {full, "acmebilling/codes.go", "Code = 902", "Code = 903", "invalid argument: index 1 out of bounds", "_ = x[ErrCardExpired-902]"},
		"removed constant":      {full, "acmebilling/codes.go", "const ErrCardMissing Code = 901", "", "undefined: ErrCardMissing", "ErrCardMissing"},
		"removed row":           {full, "acmebilling/table.go", "\t{Info{\n\t\tCode:    ErrCardMissing,\n\t\tName:    \"CardMissing\",\n\t\tMessage: \"Card missing\",\n\t\tUnused:  true,\n\t}, nil},\n", "", "invalid argument: index len(infos) - 3", "len(infos)-3]"},
		"added row":             {full, "acmebilling/table.go", "\t{},\n", "\t{},\n\t{Info{Code: 900}, nil},\n", "invalid argument: index 1 out of bounds", "len(infos)-3]"},
		"removed category":      {full, "acmebilling/categories.go", "const ErrCardTrouble Category = \"CardTrouble\"", "", "undefined: ErrCardTrouble", "ErrCardTrouble"},
		"changed text constant": {texts, "oauth/codes.go", `Code = "slow_down"`, `Code = "slower"`, "duplicate key false in map literal", "ErrSlowDown == "},
	} {
		dir := strings.Split(test.file, "/")[0]
		files := make(map[string]string)
		for file, source := range test.from {
			if in, ok := strings.CutPrefix(file, dir+"/"); ok {
				files[in] = source
			}
		}
		if err := compiles(dir, files); err != nil {
			t.Fatalf("%s: before the change: %v", name, err)
		}
		file := strings.TrimPrefix(test.file, dir+"/")
		changed := strings.Replace(files[file], test.old, test.new, 1)
		if changed == files[file] {
			t.Fatalf("%s: %s lacks %q", name, file, test.old)
		}
		files[file] = changed
		_, err := typecheck(dir, files)
		if err == nil || !strings.Contains(err.Error(), test.say) || !strings.Contains(lineOf(err, files), test.at) {
			t.Errorf("%s: the compiler says %v of %s", name, err, lineOf(err, files))
		}
	}
}

// generateCase renders the packages of a case of TestGolden, by the paths of their files.
func generateCase(t *testing.T, name string) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return generate(t, archive)
}

// lineOf returns the line of a file that the first error of the compiler is about.
func lineOf(err error, files map[string]string) string {
	position := regexp.MustCompile(`/(\w+\.go):(\d+):`).FindStringSubmatch(fmt.Sprint(err))
	if position == nil {
		return ""
	}
	line, _ := strconv.Atoi(position[2])
	return strings.Split(files[position[1]], "\n")[line-1]
}

const caller = `package main

import "fix/acmebilling"

func main() {
	switch code := acmebilling.CodeOf(nil); code {
	case acmebilling.ErrCardTooOld:
		println(acmebilling.ErrOldCard.Message())
	}
}
`

// TestFix lets go fix rewrite the former names in a caller.
func TestFix(t *testing.T) {
	if testing.Short() {
		t.Skip("not short: runs the go command")
	}
	if out, _ := exec.Command("go", "tool", "fix", "help").CombinedOutput(); !strings.Contains(string(out), "inline") {
		t.Skip("go fix knows //go:fix inline from Go 1.26 on")
	}
	files := generateCase(t, "full")
	dir := t.TempDir()
	write(t, dir, "go.mod", "module fix\n\ngo 1.24\n")
	write(t, dir, "main.go", caller)
	for file, source := range files {
		write(t, dir, file, source)
	}
	// With -trimpath go fix takes the fixes of an earlier run from the build cache, and those name files of its directory.
	if out, err := goCommand(dir, "fix", "-trimpath=false", "-inline", "./..."); err != nil {
		t.Fatalf("go fix: %s", out)
	}
	if got, want := read(t, dir, "main.go"), strings.NewReplacer("ErrCardTooOld", "ErrCardExpired", "ErrOldCard", "ErrCardExpired").Replace(caller); got != want {
		t.Errorf("the caller became\n%s", got)
	}
	for file, source := range files {
		if read(t, dir, file) != source {
			t.Errorf("go fix changed %s", file)
		}
	}
}
