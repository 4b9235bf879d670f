package golang_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/lrcodes/lrcodes/generator/golang"
)

// constantsAlone returns the constants of a package and nothing else.
func constantsAlone(p golang.Package) string {
	var b strings.Builder
	b.WriteString("package alone\n\ntype Code int\n\nconst (\n")
	for _, c := range p.API.Codes {
		fmt.Fprintf(&b, "\tErr%s Code = %d\n", c.Name, c.Number)
	}
	return b.String() + ")\n"
}

// mapAlone returns a map from the codes of a package to what the catalogue says of them.
func mapAlone(p golang.Package) string {
	var b strings.Builder
	b.WriteString("package alone\n\nvar Map = map[int]struct{ Name, Message, Description string }{\n")
	for _, c := range p.API.Codes {
		fmt.Fprintf(&b, "\t%d: {%q, %q, %q},\n", c.Number, c.Name, c.Message, c.Description)
	}
	return b.String() + "}\n"
}

// BenchmarkCompile compiles the generated package of many codes, and the same constants alone.
func BenchmarkCompile(b *testing.B) {
	if testing.Short() {
		b.Skip("runs the compiler")
	}
	exports, err := exec.Command("go", "list", "-export", "-deps", "-f", "packagefile {{.ImportPath}}={{.Export}}", "encoding/json", "log/slog", "iter", "maps").Output()
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{1000, 10_000} {
		dir, p := b.TempDir(), synthetic(b, n)
		write(b, dir, "importcfg", strings.ReplaceAll(string(exports), "packagefile unsafe=\n", ""))
		var generated []string
		for name, source := range render(b, pkg{p.Name, golang.Files(p)}) {
			write(b, dir, name, source)
			generated = append(generated, name)
		}
		write(b, dir, "alone.go", constantsAlone(p))
		for _, c := range []struct {
			name  string
			files []string
		}{{"generated", generated}, {"constants", []string{"alone.go"}}} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				for b.Loop() {
					cmd := exec.Command("go", append([]string{"tool", "compile", "-p", "p", "-importcfg", "importcfg", "-o", "out.a"}, c.files...)...)
					cmd.Dir = dir
					if out, err := cmd.CombinedOutput(); err != nil {
						b.Fatalf("%v\n%s", err, out)
					}
				}
			})
		}
	}
}

// BenchmarkStart starts programs that use the generated package, and a map of the same. It reports what the runtime
// says of their initialization; the time per operation is that of the whole process.
func BenchmarkStart(b *testing.B) {
	if testing.Short() {
		b.Skip("runs the compiler")
	}
	p := synthetic(b, 335)
	dir := b.TempDir()
	write(b, dir, "go.mod", "module start\n\ngo 1.23\n")
	for name, source := range render(b, pkg{p.Name, golang.Files(p)}) {
		write(b, dir, "synthetic/"+name, source)
	}
	write(b, dir, "alone/alone.go", mapAlone(p))
	for name, use := range map[string]string{"synthetic": "synthetic.Lookup(len(os.Args))", "alone": "alone.Map[len(os.Args)]"} {
		write(b, dir, "cmd/"+name+"/main.go", "package main\n\nimport (\n\t\"os\"\n\n\t\"start/"+name+"\"\n)\n\nfunc main() {\n\t_, _ = "+use+"\n}\n")
		if out, err := goCommand(dir, "build", "-o", name+".exe", "./cmd/"+name); err != nil {
			b.Fatal(out)
		}
		b.Run(name, func(b *testing.B) { start(b, filepath.Join(dir, name+".exe"), "start/"+name) })
	}
}

// start reports the work at start-up of one package of a program.
func start(b *testing.B, program, pkg string) {
	line := regexp.MustCompile(`(?m)^init ` + pkg + ` @[0-9.]+ ms, ([0-9.]+) ms clock, ([0-9]+) bytes, ([0-9]+) allocs$`)
	sums := make([]float64, 3)
	for b.Loop() {
		cmd := exec.Command(program)
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			b.Fatal(err)
		}
		for _, match := range line.FindAllStringSubmatch(string(out), -1) {
			for i := range sums {
				number, _ := strconv.ParseFloat(match[i+1], 64)
				sums[i] += number
			}
		}
	}
	for i, unit := range []string{"ms-init/op", "B-init/op", "allocs-init/op"} {
		b.ReportMetric(sums[i]/float64(b.N), unit)
	}
}
