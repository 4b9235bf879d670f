// Package generator turns a spec and a configuration into files, held in memory.
//
// Generate is a function: equal input gives equal bytes, whatever the machine, the time, the number of processors or
// the version of the tool. It knows which outputs have which files; it reads and writes nothing. It can render whatever
// spec.Load accepts, and the Go that it returns parses.
package generator

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// MaxSize bounds the bytes of all files together. A hundred kilobytes of YAML can mean gigabytes of output, because
// aliases may repeat a text a thousand times. A catalogue of 100,000 codes is far below the bound.
const MaxSize = 512 << 20

// Generate renders every file that the configuration asks for, in the order of its outputs. Files are rendered
// concurrently. The error is a [diag.Diagnostics] if outputs contradict each other, or if a template or Markdown file of
// the user's is wrong; any other names the file that cannot be rendered.
func Generate(s *spec.Spec, c *config.Config) ([]File, error) {
	plans, err := newPlanner(s, c).plans()
	if err != nil {
		return nil, err
	}
	if clashes := checkPaths(plans); len(clashes) > 0 {
		return nil, clashes
	}
	return render(plans, MaxSize)
}

// render renders files concurrently, as long as they are no larger than limit together.
func render(plans []plan, limit int64) ([]File, error) {
	files := make([]File, len(plans))
	errs := make([]error, len(plans))
	var total atomic.Int64
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range next {
				if total.Load() <= limit {
					files[i], errs[i] = plans[i].file()
					plans[i].render = nil // what it refers to is large, and may go once no plan needs it
					total.Add(int64(len(files[i].Data)))
				}
			}
		}()
	}
	for _, i := range largestFirst(plans) {
		next <- i
	}
	close(next)
	group.Wait()
	if total.Load() > limit {
		return nil, fmt.Errorf("the generated files are larger than %d MiB together; does the spec repeat a long text through aliases?", limit>>20)
	}
	if err := joinErrors(errs); err != nil {
		return nil, err
	}
	return files, nil
}

// joinErrors returns the diagnostics of all errors together, or the first error that is something else.
func joinErrors(errs []error) error {
	var all diag.Diagnostics
	for _, err := range errs {
		var diags diag.Diagnostics
		if err != nil && !errors.As(err, &diags) {
			return err
		}
		all = append(all, diags...)
	}
	if len(all) == 0 {
		return nil
	}
	return all.Sorted()
}

// largestFirst returns the order in which files are rendered, so that no processor is left with a large one at the end.
func largestFirst(plans []plan) []int {
	order := make([]int, len(plans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(plans[b].cost, plans[a].cost) })
	return order
}

// checkPaths reports a path that is planned twice, also if only a file system that ignores case takes two for one, and
// a file where another output needs a directory.
func checkPaths(plans []plan) diag.Diagnostics {
	var clashes diag.Diagnostics
	first := make(map[string]plan, len(plans))
	for _, p := range plans {
		key := strings.ToLower(p.path)
		if old, taken := first[key]; taken {
			clashes.Add(p.position, config.RuleClash, "file %q is written by another output, declared at %s", p.path, old.position)
		} else {
			first[key] = p
		}
	}
	for _, p := range plans {
		for dir := path.Dir(strings.ToLower(p.path)); dir != "."; dir = path.Dir(dir) {
			if file, taken := first[dir]; taken {
				clashes.Add(p.position, config.RuleClash, "this output needs a directory %q, but the output declared at %s writes a file there", file.path, file.position)
			}
		}
	}
	return clashes.Sorted()
}
