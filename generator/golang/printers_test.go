package golang_test

import (
	"strings"
	"testing"
)

// TestPrinters runs the tests of the module testdata/printers, if its requirements are in the module cache.
func TestPrinters(t *testing.T) {
	if testing.Short() {
		t.Skip("not short: runs the go command")
	}
	dir := "testdata/printers"
	if out, err := goCommand(dir, "list", "-deps", "-test", "."); err != nil {
		t.Skipf("its modules are not in the cache; in %s, run: go mod download\n%s", dir, out[:min(len(out), 300)])
	}
	if out, err := goCommand(dir, "test", "."); err != nil || !strings.HasPrefix(out, "ok") {
		t.Errorf("go test: %s", out)
	}
}
