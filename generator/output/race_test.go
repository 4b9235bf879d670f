package output

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lrcodes/lrcodes/generator"
)

var everything = []string{"out/..."}

// variant is a plan of which every file differs between two variants, and one exists in neither but its own.
func variant(name string) []generator.File {
	var files []generator.File
	for i := range 8 {
		files = append(files, file(fmt.Sprintf("out/d%d/%d.go", i%3, i), strings.Repeat(strings.Repeat(name, 300)+"\n", 50)))
	}
	return append(files, file("out/only/"+name+".go", ""))
}

// times returns how often to repeat what does not go wrong each time: in a short test a quarter as often.
func times(n int) int {
	if testing.Short() {
		return n / 4
	}
	return n
}

func TestConcurrentWrites(t *testing.T) {
	for round := range times(12) {
		root := t.TempDir()
		_, err := Write(root, everything, variant("old"))
		must(t, err)
		leftover := filepath.Join(root, "out", newTemporary())
		must(t, os.WriteFile(leftover, nil, 0o666))

		errs := make([]error, 4)
		var wg sync.WaitGroup
		for i := range errs {
			wg.Add(1)
			go func() {
				defer wg.Done()
				_, errs[i] = Write(root, everything, variant("new"))
			}()
		}
		wg.Wait()
		for _, err := range errs {
			if err != nil {
				t.Errorf("round %d: %v", round, err)
			}
		}
		complete(t, root, variant("new"))
	}
}

// complete fails unless the tree has exactly the files, and nothing temporary.
func complete(t *testing.T, root string, files []generator.File) {
	t.Helper()
	if drifts, err := Check(root, everything, files); err != nil || len(drifts) > 0 {
		t.Errorf("not complete: %s", report(drifts, err))
	}
	for p := range snapshot(t, root) {
		if strings.HasSuffix(p, ".tmp") {
			t.Errorf("%s: left over", p)
		}
	}
}

func init() {
	children["toggle"] = func(root string) error {
		for {
			for _, name := range []string{"new", "old"} {
				if _, err := Write(root, everything, variant(name)); err != nil {
					return err
				}
				fmt.Println("wrote")
			}
		}
	}
}

func TestKilled(t *testing.T) {
	root := t.TempDir()
	_, err := Write(root, everything, variant("old"))
	must(t, err)
	for range times(25) {
		kill(t, root)
		eachWhole(t, root)
	}
	_, err = Write(root, everything, variant("old"))
	must(t, err)
	complete(t, root, variant("old"))
}

// kill lets a process write for a moment.
func kill(t *testing.T, root string) {
	t.Helper()
	cmd := command(t, "toggle", root)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	first := make([]byte, len("wrote"))
	_, err = out.Read(first)
	time.Sleep(time.Duration(rand.IntN(20_000)) * time.Microsecond)
	must(t, cmd.Process.Kill())
	cmd.Wait() // says that it was killed
	if err != nil || string(first) != "wrote" {
		t.Fatalf("child: %s (%v)", first, err)
	}
}

func eachWhole(t *testing.T, root string) {
	t.Helper()
	was, is := variant("old"), variant("new")
	for i := range was[:8] {
		data, err := os.ReadFile(filepath.Join(root, was[i].Path))
		must(t, err)
		if !bytes.Equal(data, was[i].Data) && !bytes.Equal(data, is[i].Data) {
			t.Errorf("%s: neither old nor new", was[i].Path)
		}
	}
}
