module github.com/lrcodes/lrcodes/generator/golang/testdata/printers

go 1.24.0

require (
	github.com/davecgh/go-spew v1.1.1
	github.com/google/go-cmp v0.7.0
	github.com/k0kubun/pp/v3 v3.4.1
	github.com/kr/pretty v0.3.1
	github.com/lrcodes/lrcodes v0.0.0
	github.com/onsi/gomega v1.36.2
	github.com/stretchr/testify v1.10.0
)

require (
	github.com/kr/text v0.2.0 // indirect
	github.com/mattn/go-colorable v0.1.15 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	github.com/pmezard/go-difflib v1.0.0 // indirect
	github.com/rogpeppe/go-internal v1.14.1 // indirect
	golang.org/x/net v0.33.0 // indirect
	golang.org/x/sys v0.41.0 // indirect
	golang.org/x/text v0.21.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/lrcodes/lrcodes => ../../../..
