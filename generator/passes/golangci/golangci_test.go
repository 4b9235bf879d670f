package golangci

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
)

// TestPlugin does what golangci-lint does with a plugin.
func TestPlugin(t *testing.T) {
	create, err := register.GetPlugin("lrcodes")
	if err != nil {
		t.Fatal(err)
	}
	p, err := create(nil)
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := p.BuildAnalyzers()
	if err != nil || len(analyzers) == 0 || analysis.Validate(analyzers) != nil {
		t.Errorf("%v, %d analyzers", err, len(analyzers))
	}
	if mode := p.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %s", mode)
	}
}
