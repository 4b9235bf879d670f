package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	goBlock    = regexp.MustCompile("(?s)```go\n(.*?\n)```")
	outputText = regexp.MustCompile(`(?s)// Output:\n(.*?)\n}`)
)

// TestReadme checks that the README names each command.
func TestReadme(t *testing.T) {
	readme := readFile(t, "README.md")
	for _, c := range commands() {
		if c.name != "help" && c.name != "version" && !strings.Contains(readme, "lrcodes "+c.name) {
			t.Errorf("README.md does not name lrcodes %s", c.name)
		}
	}
}

// TestReadmeGo compiles each Go file that the README shows, as a package of this module, and runs those that say what
// they print. The files are overlaid: nothing is written into the module.
func TestReadmeGo(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	blocks := goBlock.FindAllStringSubmatch(readFile(t, "README.md"), -1)
	if len(blocks) < 3 {
		t.Fatalf("%d files of Go", len(blocks))
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	replace := make(map[string]string)
	var packages []string
	for i, b := range blocks {
		name := "readme.go"
		if strings.Contains(b[1], "_test\n") {
			name = "readme_test.go"
		}
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(b[1]), 0o666); err != nil {
			t.Fatal(err)
		}
		packages = append(packages, fmt.Sprintf("./readme%d", i))
		replace[filepath.Join(root, packages[i], name)] = file
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(overlay, data, 0o666); err != nil {
		t.Fatal(err)
	}
	goTool := func(command string, args ...string) string {
		cmd := exec.Command("go", append([]string{command, "-overlay", overlay}, args...)...)
		cmd.Dir = root
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("go %s %s: %v\n%s", command, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	goTool("list", append([]string{"-export", "-test"}, packages...)...) // which compiles, tests included, and links nothing
	for i, b := range blocks {
		if want := outputText.FindStringSubmatch(b[1]); want != nil {
			if got := goTool("run", packages[i]); got != strings.ReplaceAll(want[1], "\t// ", "")+"\n" {
				t.Errorf("%s prints\n%s\nnot\n%s", b[1], got, want[1])
			}
		}
	}
}

// TestReadmeHeadings checks that no section is there twice, which merging can do.
func TestReadmeHeadings(t *testing.T) {
	seen := map[string]bool{}
	for _, heading := range regexp.MustCompile(`(?m)^##+ .*$`).FindAllString(readFile(t, "README.md"), -1) {
		if seen[heading] {
			t.Errorf("README.md has %q twice", heading)
		}
		seen[heading] = true
	}
}

// TestReadmeLinks checks that the files that the README links to exist.
func TestReadmeLinks(t *testing.T) {
	for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("README.md links to %s: %v", m[1], err)
		}
	}
}
