package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/mod/semver"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// repository reads the objects of one git repository through one process of git cat-file.
//
// Nothing that a user typed is ever an argument of git: arguments are constants, and names of objects are lines on
// standard input. So no revision can be taken for an option, and no configuration of the repository that names a
// program (a pager, a text converter, a diff tool, a remote helper) is ever used.
type repository struct {
	dir    string
	prefix string // of dir in the working tree: "" or "services/shop/"
	up     string // from dir to the root of the working tree: "" or "../../"
	head   string // id of the commit of HEAD, or "" if there is none

	mu     sync.Mutex // the files of a spec are read at once, and git answers one question after another
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr bytes.Buffer
	read   map[string]object // the answers: a tree is asked for once for each file below it
}

// object is an object of git: a commit, the list of a directory (a tree), the content of a file (a blob), or an
// annotated tag.
type object struct {
	id, kind string // kind is commit, tree, blob or tag
	data     []byte
}

var (
	errNoGit    = errors.New("git is not on the PATH: name two catalogues to compare without it")
	errMissing  = errors.New("no such object")
	errNoCommit = errors.New("not a commit")
	errLacking  = errors.New("the clone lacks an object: run git fetch --refetch, or fetch the whole history")
)

// gitCommand returns a git command in a directory. It runs no program that the repository configures, fetches nothing
// and asks nothing. Replacement objects are ignored: what was released is what counts. The language is C, because gitError
// and stopped read what git prints.
func gitCommand(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("git", append([]string{"--no-pager", "--no-replace-objects", "-c", "protocol.allow=never"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(withoutHook(os.Environ()), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
	return cmd
}

// withoutHook returns an environment without the variables that git sets for a hook. They name its repository, which git
// would take for the one of any directory.
func withoutHook(env []string) []string {
	return slices.DeleteFunc(env, func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}, name)
	})
}

// runGit runs a git command with standard input and returns its output, without the last line break.
func runGit(dir, input string, args ...string) (string, error) {
	cmd := gitCommand(dir, args...)
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = strings.NewReader(input), &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", gitError(args[0], stderr.String(), err)
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}

// gitError returns what git printed as an error, or else err.
func gitError(name, stderr string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return errNoGit
	}
	line, _, _ := strings.Cut(strings.TrimSpace(stderr), "\n")
	if line == "" {
		return fmt.Errorf("git %s: %w", name, diag.Cause(err))
	}
	if _, advice, ok := strings.Cut(stderr, "\tgit config "); ok { // for a repository of another user
		advice, _, _ = strings.Cut(advice, "\n")
		line += "; to trust it, run git config " + advice
	}
	return fmt.Errorf("git %s: %s", name, strings.TrimPrefix(line, "fatal: "))
}

// openRepository opens the repository that a directory is in, and starts the process that reads its objects. The caller
// must close it.
func openRepository(dir string) (*repository, error) {
	where, err := runGit(cmp.Or(dir, "."), "", "rev-parse", "--show-prefix", "--show-cdup")
	if err != nil && strings.Contains(err.Error(), "not a git repository") {
		return nil, errors.New("not in a git repository, which has the earlier versions: name two catalogues to compare")
	}
	if err != nil {
		return nil, err
	}
	r := &repository{dir: cmp.Or(dir, "."), read: make(map[string]object)}
	// Two lines, each of which may be empty. The last one, with the way up, has no line break in it.
	end := strings.LastIndexByte(where, '\n')
	if end < 0 {
		return nil, fmt.Errorf("%s: there is no working tree here", r.dir) // a bare repository, or .git itself
	}
	r.prefix, r.up = where[:end], where[end+1:]
	r.cmd = gitCommand(r.dir, "cat-file", "--batch")
	r.cmd.Stderr = &r.stderr
	if r.in, err = r.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := r.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	r.out = bufio.NewReader(out)
	if err := r.cmd.Start(); err != nil {
		return nil, gitError("cat-file", "", err)
	}
	if r.head, err = r.commit("HEAD"); err != nil && !errors.Is(err, errMissing) {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// Close ends the process.
func (r *repository) Close() error {
	err := r.in.Close()
	r.cmd.Wait() // what it printed is all that counts
	return err
}

// object returns the object with a name: an id, a revision such as v1.2.0 or HEAD~2, or "<commit>^{tree}". The error is
// errMissing if there is none, and strict.ErrTooLarge if it is larger than any file that lrcodes reads.
//
// The process of git cat-file --batch takes a name as a line, and answers with a line "<id> <kind> <size>", so many bytes
// and a line break, or with a line that ends in missing or ambiguous. An answer has to be read to its end: what is left
// would be taken for the next one.
func (r *repository) object(name string) (object, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if o, ok := r.read[name]; ok {
		return o, nil
	}
	if strings.ContainsAny(name, "\x00\r\n") { // it would be two questions
		return object{}, fmt.Errorf("%q contains a line break: %w", name, errMissing)
	}
	if _, err := io.WriteString(r.in, name+"\n"); err != nil {
		return object{}, r.stopped(err)
	}
	header, err := r.out.ReadString('\n')
	if err != nil {
		return object{}, r.stopped(err)
	}
	o, size, ok := parseHeader(strings.TrimSuffix(header, "\n"))
	if !ok {
		return object{}, errMissing
	}
	if size > strict.MaxSize {
		if _, err := io.CopyN(io.Discard, r.out, size+1); err != nil {
			return object{}, r.stopped(err)
		}
		return object{}, strict.ErrTooLarge
	}
	o.data = make([]byte, size+1) // with the line break that follows
	if _, err := io.ReadFull(r.out, o.data); err != nil {
		return object{}, r.stopped(err)
	}
	o.data = o.data[:size]
	r.read[name] = o
	return o, nil
}

// parseHeader parses "<id> <kind> <size>". It returns false for "<name> missing" and "<name> ambiguous".
func parseHeader(header string) (o object, size int64, ok bool) {
	words := strings.Split(header, " ")
	if len(words) != 3 {
		return o, 0, false
	}
	size, err := strconv.ParseInt(words[2], 10, 64)
	return object{id: words[0], kind: words[1]}, size, err == nil && size >= 0
}

// stopped returns the error of a process that ended early. Git does so if it would have to fetch an object, which a
// partial clone lacks: what it prints then names the promisor remote, or the transport that is not allowed.
func (r *repository) stopped(err error) error {
	r.in.Close()
	r.cmd.Wait()
	if strings.Contains(r.stderr.String(), "promisor") || strings.Contains(r.stderr.String(), "transport") {
		return errLacking
	}
	return gitError("cat-file", r.stderr.String(), err)
}

// commit returns the id of the commit that a revision names. An annotated tag is an object of its own, which names the
// commit; of the revision itself no other form is asked for, so that HEAD:spec or a..b is an error.
func (r *repository) commit(revision string) (string, error) {
	o, err := r.object(revision)
	if err == nil && o.kind == "tag" {
		o, err = r.object(o.id + "^{commit}")
	}
	if err != nil {
		return "", fmt.Errorf("revision %q: %w", revision, err)
	}
	if o.kind != "commit" {
		return "", fmt.Errorf("revision %q is a %s: %w", revision, o.kind, errNoCommit)
	}
	return o.id, nil
}

// named is commit for a revision that the user gave, and says what may be wrong with one that there is not.
func (r *repository) named(revision string) (string, error) {
	id, err := r.commit(revision)
	if !errors.Is(err, errMissing) {
		return id, err
	}
	if strings.Contains(revision, "..") {
		return "", fmt.Errorf("%w: it is a range; name its ends by -since and -until", err)
	}
	if shallow, problem := r.isShallow(); problem == nil && shallow {
		return "", fmt.Errorf("%w: the clone is shallow; fetch the whole history, in GitHub Actions by fetch-depth: 0", err)
	}
	return "", err
}

// isShallow reports whether the clone was made with a depth, and so lacks a part of the history.
func (r *repository) isShallow() (bool, error) {
	out, err := runGit(r.dir, "", "rev-parse", "--is-shallow-repository")
	return out == "true", err
}

// isAncestor reports whether a commit is in the history of another one, or is the same: whether nothing is left of what
// it reaches, without what the other one reaches. Git has merge-base --is-ancestor for that, but takes the commits as
// arguments.
func (r *repository) isAncestor(id, of string) (bool, error) {
	out, err := runGit(r.dir, id+"\n^"+of+"\n", "rev-list", "--max-count=1", "--stdin")
	return out == "", err
}

// lastRelease returns the newest release tag, vX.Y.Z without a pre-release, that is in the history of a commit and not on
// the commit itself, or "". The newest is that of the highest version: a fix of an older release may be made later. For
// HEAD, which is the usual case, git itself leaves out the tags that are not in the history; for any other commit its id
// would have to be an argument, so each tag is tested, the highest first.
func (r *repository) lastRelease(id string) (string, error) {
	args := []string{"for-each-ref", "--format=%(refname:strip=2)", "refs/tags"}
	if id == r.head {
		args = []string{"for-each-ref", "--format=%(refname:strip=2)", "--merged=HEAD", "refs/tags"}
	}
	out, err := runGit(r.dir, "", args...)
	if err != nil {
		return "", err
	}
	tags := slices.DeleteFunc(strings.Split(out, "\n"), func(tag string) bool { return !isRelease(tag) })
	slices.SortFunc(tags, func(a, b string) int { return semver.Compare(b, a) })
	for _, tag := range tags {
		tagged, err := r.commit("refs/tags/" + tag)
		if errors.Is(err, errMissing) || errors.Is(err, errNoCommit) || tagged == id {
			continue // a tag of something else than a commit is no release
		}
		if err != nil {
			return "", err
		}
		if id == r.head {
			return tag, nil
		}
		if contained, err := r.isAncestor(tagged, id); err != nil || contained {
			return tag, err
		}
	}
	return "", nil
}
