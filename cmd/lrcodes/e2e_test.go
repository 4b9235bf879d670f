package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/lrcodes/lrcodes/spec/spectest"
)

// world is what the end-to-end scripts share: a module proxy on disk that has this checkout as some versions, and the
// module cache that they fill from it. The first script that needs it makes it.
type world struct {
	once func() (map[string]string, error)
}

// released are the versions on offer, and what each changes in the builtin spec.
var released = map[string]*strings.Replacer{
	"v1.0.0": strings.NewReplacer(),
	"v1.1.0": strings.NewReplacer("message: The API key is unauthorized\n", "message: The API key is not authorized\n"),
	"v1.2.0": strings.NewReplacer("message: The API key is unauthorized\n", "message: The API key is not authorized\n",
		"name: EmailNotVerified\n", "name: EmailUnverified\n", // of Customer Identity
		"name: AuthenticatorCodeInvalid\n", "name: AuthenticatorCodeWrong\n    aliases: [AuthenticatorCodeInvalid]\n"), // of Cloud Directory
}

func newWorld(t *testing.T) *world {
	return &world{once: sync.OnceValues(func() (map[string]string, error) { return publish(t) })}
}

// publish makes the proxy and returns the environment in which the go command finds it, and no network.
//
// It makes them in a directory whose path is the same for the same files: go tool knows no -trimpath, so the path of the
// module cache is part of what it builds. For other files the path must be another one, because the go command assumes that
// a module in a module cache never changes.
func publish(t *testing.T) (map[string]string, error) {
	cache, err := goEnv("GOMODCACHE", "GOCACHE")
	if err != nil {
		return nil, err
	}
	files, err := proxyFiles("../..")
	if err != nil {
		return nil, err
	}
	dir, err := spectest.SameDir(t, fingerprint(files))
	if err != nil {
		return nil, err
	}
	proxy := filepath.Join(dir, "proxy")
	for name, data := range files {
		file := filepath.Join(proxy, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, data, 0o666)); err != nil {
			return nil, err
		}
	}
	return map[string]string{
		"GOPROXY":     fileURL(proxy) + "," + fileURL(filepath.Join(cache[0], "cache", "download")),
		"GOMODCACHE":  filepath.Join(dir, "mod"),
		"GOCACHE":     cache[1],
		"GOPATH":      filepath.Join(dir, "path"),
		"GOENV":       "off",
		"GOSUMDB":     "off", // no sum is known of a version that exists here alone
		"GOTOOLCHAIN": "local",
		"GOFLAGS":     "-trimpath", // so that the build cache has what the last run built in another directory
		"GOGC":        "400",       // a fifth of the time of a go command that only looks into its cache is garbage collection
	}, nil
}

// fingerprint returns a text that differs for other files.
func fingerprint(files map[string][]byte) string {
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&text, "%x %s\n", sha256.Sum256(files[name]), name)
	}
	return text.String()
}

func goEnv(names ...string) ([]string, error) {
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	return strings.Split(strings.TrimSpace(string(out)), "\n"), err
}

func fileURL(dir string) string {
	at := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(dir), "/")}
	return at.String()
}

// offline reports whether the module cache has all dependencies of this module, as after `go mod download`.
var offline = sync.OnceValue(func() bool {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=")
	return cmd.Run() == nil
})

// proxy gives a script the environment of the world: proxy
func (w *world) proxy(ts *testscript.TestScript, _ bool, _ []string) {
	env, err := w.once()
	ts.Check(err)
	for key, value := range env {
		ts.Setenv(key, value)
	}
}

var requirement = regexp.MustCompile(`(?m)^(?:require )?\s*[^\s/]+\.[^\s]+ v[0-9]`)

// requirements checks that a go.mod requires at most so many modules: requirements 5 go.mod
func requirements(ts *testscript.TestScript, _ bool, args []string) {
	var most int
	if _, err := fmt.Sscan(args[0], &most); err != nil {
		ts.Fatalf("%v", err)
	}
	text := ts.ReadFile(args[1])
	if n := len(requirement.FindAllString(text, -1)); n > most {
		ts.Fatalf("%d requirements, at most %d are allowed:\n%s", n, most, text)
	}
}

// onlyDrift checks that standard output has a diff, all of whose changed lines match: drift authorized
func onlyDrift(ts *testscript.TestScript, _ bool, args []string) {
	pattern := regexp.MustCompile(args[0])
	changed := regexp.MustCompile(`(?m)^([+][^+]|-[^-]).*$`).FindAllString(ts.ReadFile("stdout"), -1)
	if len(changed) == 0 {
		ts.Fatalf("no line was changed")
	}
	for _, line := range changed {
		if !pattern.MatchString(line) {
			ts.Fatalf("this line was changed too: %s", line)
		}
	}
}
