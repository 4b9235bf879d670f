package config_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// TestIrregularFiles tests that a pipe, and a file that is too large, is reported wherever a configuration can name a
// file. A MapFS does open a pipe, so that reading it would succeed.
func TestIrregularFiles(t *testing.T) {
	const text = `version: 1
spec: [a/codes.yaml]
generate:
  - template: {template: a/x.tmpl, file: x.ts}
  - markdown: {dir: docs, templates: {index: a/index.tmpl}}
  - inject: {file: a/README.md, section: codes}
`
	names := []string{"a/codes.yaml", "a/x.tmpl", "a/index.tmpl", "a/README.md"}
	for problem, file := range map[string]*fstest.MapFile{
		"not a regular file":      {Mode: fs.ModeNamedPipe},
		"larger than 64 MiB":      {Data: make([]byte, strict.MaxSize+1)},
		"a directory, not a file": {Mode: fs.ModeDir},
	} {
		fsys := fstest.MapFS{config.Name: {Data: []byte(text)}}
		for _, name := range names {
			fsys[name] = file
		}
		_, err := config.Load(fsys, config.Name, config.Name)
		if err == nil {
			t.Fatalf("%s: no error", problem)
		}
		for _, name := range names[1:] {
			if !strings.Contains(err.Error(), `"`+name+`" is `+problem) {
				t.Errorf("%s is %s, but is not reported:\n%v", name, problem, err)
			}
		}
		if problem == "not a regular file" && !strings.Contains(err.Error(), `source "a/codes.yaml" is not a regular file`) {
			t.Errorf("the source is not reported:\n%v", err)
		}
		if _, err := config.Load(fstest.MapFS{config.Name: file}, config.Name, config.Name); err == nil || !strings.HasSuffix(err.Error(), ": "+problem) {
			t.Errorf("a configuration that is %s: %v", problem, err)
		}
	}
}
