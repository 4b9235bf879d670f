package out_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// oldest is the oldest Go version that the packages compile with.
const oldest = "1.23"

// TestOutside copies the packages into a module of that version: go vet reports nothing there, and a program that uses
// them does no work for them at start-up.
func TestOutside(t *testing.T) {
	if testing.Short() {
		t.Skip("not short: builds a program")
	}
	dir := t.TempDir()
	write(t, dir, "go.mod", "module probe\n\ngo "+oldest+"\n")
	write(t, dir, "main.go", program(t, dir))
	run(t, dir, "", "go", "vet", "./...")
	run(t, dir, "", "go", "build", "-o", "probe.exe", ".")
	trace := run(t, dir, "GODEBUG=inittrace=1", filepath.Join(dir, "probe.exe"))
	if !strings.Contains(trace, "init runtime @") {
		t.Errorf("no trace of the start-up:\n%s", trace)
	}
	for _, work := range regexp.MustCompile(`(?m)^init probe/.*$`).FindAllString(trace, -1) {
		if !strings.HasSuffix(work, " 0 bytes, 0 allocs") {
			t.Errorf("work at start-up: %s", work)
		}
	}
	symbols := run(t, dir, "", "go", "tool", "nm", "probe.exe")
	if inits := regexp.MustCompile(`probe/\w+\.(map\.)?init\S*`).FindAllString(symbols, -1); inits != nil {
		t.Errorf("functions that run at start-up: %v", inits)
	}
}

// program copies the packages and returns the source of a program that uses them.
func program(t *testing.T, dir string) string {
	var imports, uses strings.Builder
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			data, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			write(t, dir, p.Name+"/"+name, string(data))
		}
		fmt.Fprintf(&imports, "%q\n", "probe/"+p.Name)
		fmt.Fprintf(&uses, "fmt.Println(len(%[1]s.Map()))\nfmt.Println(%[1]s.ByName(os.Args[0]))\n", p.Name)
		if p.Name != "httpstatus" {
			fmt.Fprintf(&uses, "e%[1]s, _ := %[1]s.Decode(500, nil)\nfmt.Println(e%[1]s.Problem(), %[1]s.CodeOf(e%[1]s).Categories())\n", p.Name)
		}
	}
	return "package main\n\nimport (\n\"fmt\"\n\"os\"\n" + imports.String() + ")\n\nfunc main() {\n" + uses.String() + "}\n"
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir, env, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-trimpath", "GOPROXY=off", env) // so that the build cache serves any directory
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
