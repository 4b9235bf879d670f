//go:build ignore

// Gen writes the codes of the Customer Identity API in the forms that the peers start from.
package main

import (
	"fmt"
	"go/format"
	"os"
	"strings"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

func main() {
	var numbers, enum, errs strings.Builder
	numbers.WriteString("package peers\n\n// Number is the type that stringer is run on.\ntype Number int\n\nconst (\n")
	enum.WriteString("package peers\n\n// Enum is the type that go-enum is run on.\n// ENUM(\n")
	errs.WriteString("package peers\n\nimport \"errors\"\n\n// Errors is what a program writes that has heard of sentinel errors.\nvar Errors = map[int]error{\n")
	for c, info := range ci.All() {
		fmt.Fprintf(&numbers, "\t%s Number = %d\n", info.Name, int(c))
		fmt.Fprintf(&enum, "// %s=%d\n", info.Name, int(c))
		fmt.Fprintf(&errs, "\t%d: errors.New(%q),\n", int(c), info.Message)
	}
	write("numbers.go", numbers.String()+")\n")
	write("enum.go", enum.String()+"// )\ntype Enum int\n")
	write("errors.go", errs.String()+"}\n")
}

func write(name, text string) {
	source, err := format.Source([]byte(text))
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile(name, source, 0o666); err != nil {
		panic(err)
	}
}
