# Short names for what go does; `go generate ./...` and `go test ./...` are all that is needed.

FUZZTIME = 30s
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
	@for package in $$(go list ./...); do \
		list=$$(go test -list '^Fuzz' $$package) || { echo "$$list"; exit 1; }; \
		for name in $$(echo "$$list" | grep '^Fuzz'); do \
			go test $$package -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) || exit 1; \
		done; \
	done
	go -C generator/testdata/commonmark test -run '^$$' -fuzz FuzzSections -fuzztime $(FUZZTIME)

update: ## rewrite the golden files of the tests
	go test $$(go list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | grep spec/spectest | cut -d' ' -f1) -update

cover: ## measure the coverage of the tests
	go test -coverpkg ./spec/...,./generator/...,./cmd/... -coverprofile cover.out ./...
	go tool cover -func cover.out

bench: ## run the benchmarks
	go test -run '^$$' -bench . ./...

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
