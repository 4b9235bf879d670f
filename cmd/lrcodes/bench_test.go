package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkCheck compares what the builtin spec generates with out. The measure is gofmt -l on the same files, which
// only reads and formats them: see BenchmarkGofmt.
func BenchmarkCheck(b *testing.B) {
	for b.Loop() {
		if code := run([]string{"check", "-C", "../.."}, strings.NewReader(""), os.Stderr, os.Stderr); code != clean {
			b.Fatalf("exit code %d", code)
		}
	}
}

// BenchmarkCheckProcess is BenchmarkCheck as a process of its own.
func BenchmarkCheckProcess(b *testing.B) {
	program := filepath.Join(b.TempDir(), "lrcodes")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	benchmarkProcess(b, program, "check", "-C", "../..")
}

// BenchmarkGofmt is the measure of BenchmarkCheckProcess.
func BenchmarkGofmt(b *testing.B) { benchmarkProcess(b, "gofmt", "-l", "../../out") }

// BenchmarkChangesProcess compares the builtin spec with itself, as two directories. Its measure is validate of one of
// them: changes reads two.
func BenchmarkChangesProcess(b *testing.B) {
	program := filepath.Join(b.TempDir(), "lrcodes")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	const spec = "../../spec"
	b.Run("validate", func(b *testing.B) { benchmarkProcess(b, program, "validate", spec) })
	b.Run("changes", func(b *testing.B) { benchmarkProcess(b, program, "changes", spec, spec) })
}

func benchmarkProcess(b *testing.B, name string, args ...string) {
	for b.Loop() {
		cmd := exec.Command(name, args...)
		cmd.Stdout, cmd.Stderr = io.Discard, os.Stderr
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
	}
}
