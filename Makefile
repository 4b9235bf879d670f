# Every target only calls go; `go generate ./...` and `go test ./...` are all that is needed.

STATICCHECK = go run honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all generate check test race fuzz update cover bench lint build clean help

all: generate lint test ## generate, lint and test

generate: ## write everything that is generated
	go generate ./...

check: ## report drift, write nothing
	go run ./cmd/lrcodes check

test: ## run the tests
	go test ./...

race: ## run the tests with the race detector
	go test -race ./...

fuzz: ## fuzz what parses and what renders, half a minute each
	go test ./spec -run '^$$' -fuzz FuzzLoad -fuzztime 30s
	go test ./spec/find -run '^$$' -fuzz FuzzScan -fuzztime 30s
	go test ./spec/find -run '^$$' -fuzz FuzzWords -fuzztime 30s
	go test ./generator/config -run '^$$' -fuzz FuzzConfig -fuzztime 30s
	go test ./generator -run '^$$' -fuzz FuzzInject -fuzztime 30s
	go -C generator/testdata/commonmark test -run '^$$' -fuzz FuzzSections -fuzztime 30s
	go test ./generator -run '^$$' -fuzz FuzzComment -fuzztime 30s
	go test ./generator/output -run '^$$' -fuzz FuzzOwned -fuzztime 30s
	go test ./generator/golang -run '^$$' -fuzz FuzzGenerate -fuzztime 30s
	go test ./generator/golang -run '^$$' -fuzz FuzzDoc -fuzztime 30s
	go test ./generator/markdown -run '^$$' -fuzz FuzzDoc -fuzztime 30s
	go test ./out/clouddirectory -run '^$$' -fuzz FuzzDecode -fuzztime 30s
	go test ./generator/golang/verbatim -run '^$$' -fuzz FuzzDocument -fuzztime 30s

update: ## rewrite the golden files of the tests
	go test $$(go list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | grep spec/spectest | cut -d' ' -f1) -update

cover: ## measure the coverage of the tests
	go test -coverpkg ./spec/...,./generator/...,./cmd/... -coverprofile cover.out ./...
	go tool cover -func cover.out

bench: ## run the benchmarks
	go test -run '^$$' -bench . ./out/... ./generator/...

lint: ## vet and staticcheck
	go vet ./...
	$(STATICCHECK) ./...

build: ## build the command
	go build -o bin/ ./cmd/lrcodes

clean: ## remove what build and cover leave
	go clean
	rm -rf bin cover.out

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12
