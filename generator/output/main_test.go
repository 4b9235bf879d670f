package output

import (
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/lrcodes/lrcodes/generator"
)

// children are what the test binary does in place of tests when childEnv names one; the argument is the root.
var children = map[string]func(root string) error{}

const childEnv = "LRCODES_OUTPUT_TEST_CHILD"

func TestMain(m *testing.M) {
	child := children[os.Getenv(childEnv)]
	if child == nil {
		os.Exit(m.Run())
	}
	if err := child(os.Args[1]); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
}

// command is a process that runs one of the children on root.
func command(t *testing.T, child, root string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, root)
	cmd.Env = append(os.Environ(), childEnv+"="+child)
	return cmd
}

const comment = "// " + generator.Header + "\n"

func file(path, text string) generator.File {
	return generator.File{Path: path, Data: []byte(comment + text)}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
