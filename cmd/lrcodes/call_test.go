package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// A script runs this program by exec, as a process of its own, or by call, in a process that runs one command after the
// other: to start a process takes longer than most commands do. What concerns the process itself, such as standard input,
// a terminal or a pipe that is closed, takes exec.

// request asks a server to run a command line, and response is the answer.
type (
	request struct {
		Args, Env []string
		Dir       string
		Program   string // the path at which the program finds itself, unless it is its own
	}
	response struct {
		Code           int
		Stdout, Stderr []byte
	}
)

// servedBy is the variable that makes this program a server.
const servedBy = "LRCODES_TEST_SERVER"

// serve answers the requests on standard input until it ends.
func serve(in io.Reader, out io.Writer) error {
	requests, responses := json.NewDecoder(in), json.NewEncoder(out)
	for {
		var r request
		if err := requests.Decode(&r); err != nil {
			return err
		}
		if err := os.Chdir(r.Dir); err != nil {
			return err
		}
		os.Clearenv()
		for _, v := range r.Env {
			name, value, _ := strings.Cut(v, "=")
			if err := os.Setenv(name, value); err != nil {
				return err
			}
		}
		executable = os.Executable
		if r.Program != "" {
			executable = func() (string, error) { return r.Program, nil }
		}
		var stdout, stderr bytes.Buffer
		code := run(r.Args, strings.NewReader(""), &stdout, &stderr)
		if err := responses.Encode(response{code, stdout.Bytes(), stderr.Bytes()}); err != nil {
			return err
		}
	}
}

// servers are the servers that scripts share.
type servers struct {
	idle chan *server // at most one for each script that runs
}

type server struct {
	cmd       *exec.Cmd
	requests  io.WriteCloser
	responses *json.Decoder
	stderr    bytes.Buffer
}

// newServers returns servers that end with the test.
func newServers(t *testing.T) *servers {
	s := &servers{idle: make(chan *server, 100)}
	t.Cleanup(func() {
		close(s.idle)
		for one := range s.idle {
			if err := one.close(); err != nil {
				t.Errorf("a server of scripts: %v", err)
			}
		}
	})
	return s
}

// startServer starts this program, as testscript finds it on the PATH, as a server.
func startServer() (*server, error) {
	s := &server{cmd: exec.Command("lrcodes")}
	s.cmd.Env = append(os.Environ(), servedBy+"=1")
	s.cmd.Stderr = &s.stderr
	var err error
	if s.requests, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	s.responses = json.NewDecoder(out)
	return s, s.cmd.Start()
}

func (s *server) close() error {
	s.requests.Close()
	if err := s.cmd.Wait(); err != nil {
		return fmt.Errorf("%w\n%s", err, &s.stderr)
	}
	return nil
}

// run sends a request of a script and returns the exit code.
func (s *servers) run(ts *testscript.TestScript, r request) int {
	var one *server
	select {
	case one = <-s.idle:
	default:
		var err error
		one, err = startServer()
		ts.Check(err)
	}
	r.Dir, r.Env = ts.MkAbs(r.Dir), environment(ts)
	var answer response
	err := json.NewEncoder(one.requests).Encode(r)
	if err == nil {
		err = one.responses.Decode(&answer)
	}
	if err != nil {
		ts.Fatalf("lrcodes %q: %v: %v", r.Args, err, one.close())
	}
	s.idle <- one
	ts.Stdout().Write(answer.Stdout)
	ts.Stderr().Write(answer.Stderr)
	return answer.Code
}

// environment returns the environment of a script, as exec would pass it to a process.
func environment(ts *testscript.TestScript) []string {
	env := []string{"PWD=" + ts.MkAbs(".")}
	for _, name := range ts.Value(variables{}).([]string) {
		if value := ts.Getenv(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// variables is the key of the names of the variables that a script may have, which testscript does not list.
type variables struct{}

// variablesOf returns the names of the variables that a script begins with, and of those that lrcodes reads and scripts
// set.
func variablesOf(begin []string) []string {
	names := []string{"GITHUB_WORKSPACE", "GIT_DIR", "GIT_WORK_TREE", "GOENV", "GOPROXY", "GOWORK"}
	for _, v := range begin {
		name, _, _ := strings.Cut(v, "=")
		names = append(names, name)
	}
	return names
}

// wantCode checks an exit code: it must be want, or any but 0 if want is "".
func wantCode(ts *testscript.TestScript, code int, want string) {
	if got := strconv.Itoa(code); got != want && (want != "" || code == clean) {
		ts.Fatalf("exit code %s, want %s", got, cmp.Or(want, "another"))
	}
}

// call is exec for this program: call lrcodes check
func (s *servers) call(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 || args[0] != "lrcodes" {
		ts.Fatalf("usage: call lrcodes [args…]")
	}
	want := "0"
	if neg {
		want = ""
	}
	wantCode(ts, s.run(ts, request{Args: args[1:]}), want)
}

// callCode is exec-code for this program: call-code 2 lrcodes generate extra
func (s *servers) callCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] != "lrcodes" {
		ts.Fatalf("usage: call-code code lrcodes [args…]")
	}
	wantCode(ts, s.run(ts, request{Args: args[2:]}), args[0])
}

// goTool runs this program as go tool would, but does not find out first that it need not be built, which takes ten times
// as long. The program finds itself in the build cache, and -C changes the directory, but not PWD. The exit code may come
// first: go-tool 1 -C tools lrcodes check -C ..
func (s *servers) goTool(ts *testscript.TestScript, neg bool, args []string) {
	want, r := "0", request{Program: filepath.Join(ts.MkAbs("."), "ab", strings.Repeat("ab", 32)+"-d", "lrcodes")}
	if len(args) > 0 && strings.Trim(args[0], "0123456789") == "" {
		want, args = args[0], args[1:]
	}
	if len(args) > 1 && args[0] == "-C" {
		r.Dir, args = args[1], args[2:]
	}
	if len(args) > 0 && strings.HasPrefix(args[0], "-modfile=") {
		args = args[1:] // the program does not see it
	}
	if neg || len(args) == 0 || args[0] != "lrcodes" {
		ts.Fatalf("usage: go-tool [code] [-C dir] [-modfile=file] lrcodes [args…]")
	}
	r.Args = args[1:]
	wantCode(ts, s.run(ts, r), want)
}
