package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// world is what the end-to-end scripts share: a module proxy on disk that has this checkout as two versions, and the
// module cache that they fill from it. The first script that needs it makes it.
type world struct {
	dir  string
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
	t.Helper()
	dir, err := os.MkdirTemp("", "lrcodes")
	if err != nil {
		t.Fatal(err)
	}
	w := &world{dir: dir}
	w.once = sync.OnceValues(w.build)
	t.Cleanup(func() {
		filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if err == nil && e.IsDir() {
				os.Chmod(name, 0o777) // the go command makes its module cache read-only
			}
			return nil
		})
		os.RemoveAll(dir)
	})
	return w
}

// build publishes the versions and returns the environment in which the go command finds them, and no network.
func (w *world) build() (map[string]string, error) {
	cache, err := goEnv("GOMODCACHE", "GOCACHE")
	if err != nil {
		return nil, err
	}
	proxy := filepath.Join(w.dir, "proxy")
	for version, edit := range released {
		if err := publish(proxy, version, edit); err != nil {
			return nil, err
		}
	}
	return map[string]string{
		"GOPROXY":     fileURL(proxy) + "," + fileURL(filepath.Join(cache[0], "cache", "download")),
		"GOMODCACHE":  filepath.Join(w.dir, "mod"),
		"GOCACHE":     cache[1],
		"GOPATH":      filepath.Join(w.dir, "path"),
		"GOENV":       "off",
		"GOSUMDB":     "off", // no sum is known of a version that exists here alone
		"GOTOOLCHAIN": "local",
		"GOFLAGS":     "-trimpath", // so that the build cache serves the next run, whose module cache is another
	}, nil
}

func goEnv(names ...string) ([]string, error) {
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	return strings.Split(strings.TrimSpace(string(out)), "\n"), err
}

func fileURL(dir string) string {
	at := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(dir), "/")}
	return at.String()
}

// publish adds this checkout to a module proxy as a version whose spec is edited.
func publish(proxy, version string, edit *strings.Replacer) error {
	dir := filepath.Join(proxy, filepath.FromSlash(modulePath), "@v")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	const root = "../.."
	gomod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	var archive bytes.Buffer
	if err := pack(&archive, root, modulePath+"@"+version, edit); err != nil {
		return err
	}
	list, err := os.OpenFile(filepath.Join(dir, "list"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	fmt.Fprintln(list, version)
	info := fmt.Sprintf(`{"Version":%q,"Time":"2026-01-01T00:00:00Z"}`, version)
	return errors.Join(list.Close(),
		os.WriteFile(filepath.Join(dir, version+".info"), []byte(info), 0o666),
		os.WriteFile(filepath.Join(dir, version+".mod"), gomod, 0o666),
		os.WriteFile(filepath.Join(dir, version+".zip"), archive.Bytes(), 0o666))
}

// isModule reports whether a directory is the root of a module, which no other module contains.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// pack writes the files below root that make up the module into a zip archive.
func pack(archive *bytes.Buffer, root, prefix string, edit *strings.Replacer) error {
	out := zip.NewWriter(archive)
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		switch {
		case err != nil:
			return err
		case e.IsDir() && (rel == ".git" || rel == "bin" || rel != "." && isModule(name)):
			return fs.SkipDir
		case !e.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if filepath.Dir(rel) == "spec" && filepath.Ext(rel) == ".yaml" {
			data = []byte(edit.Replace(string(data)))
		}
		f, err := out.Create(prefix + "/" + filepath.ToSlash(rel))
		if err == nil {
			_, err = f.Write(data)
		}
		return err
	})
	return errors.Join(err, out.Close())
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
