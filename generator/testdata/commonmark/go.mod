module commonmark

go 1.24.0

require (
	github.com/lrcodes/lrcodes v0.0.0
	github.com/yuin/goldmark v1.7.13
)

require (
	github.com/dave/jennifer v1.7.1 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)

replace github.com/lrcodes/lrcodes => ../../..
