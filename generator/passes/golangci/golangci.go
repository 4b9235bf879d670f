// Package golangci makes the passes a plugin of golangci-lint, under the name lrcodes. Importing it is enough.
package golangci

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/lrcodes/lrcodes/generator/passes"
)

func init() {
	register.Plugin("lrcodes", func(any) (register.LinterPlugin, error) { return plugin{}, nil })
}

type plugin struct{}

func (plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return passes.Analyzers(), nil }

func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
