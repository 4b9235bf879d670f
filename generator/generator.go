// Package generator turns a spec and a configuration into files, held in memory.
//
// Generate is a function: equal input gives equal bytes, whatever the machine, the time, the number of processors or
// the version of the tool. It knows which files exist and who renders each; it reads and writes nothing. Whatever
// spec.Load accepts it can render, and the Go that comes out parses.
package generator

import (
	"cmp"
	"errors"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/lrcodes/lrcodes/generator/config"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
)

// Generate renders every file that the configuration asks for, in the order of its outputs. Files are rendered
// concurrently. The error is a [diag.Diagnostics] where the outputs cannot stand beside each other, or where a template
// or a Markdown file of the user's is wrong; any other names the file that cannot be rendered.
func Generate(s *spec.Spec, c *config.Config) ([]File, error) {
	s = renamed(s, c.Outputs)
	var plans []plan
	for _, o := range c.Outputs {
		plans = append(plans, planOutput(s, o)...)
	}
	plans = append(plans, planSections(s, c.Outputs)...)
	if clashes := unique(plans); len(clashes) > 0 {
		return nil, clashes
	}
	files := make([]File, len(plans))
	errs := make([]error, len(plans))
	var group sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		group.Add(1)
		go func() {
			defer group.Done()
			for i := range next {
				files[i], errs[i] = plans[i].file()
			}
		}()
	}
	for _, i := range largestFirst(plans) {
		next <- i
	}
	close(next)
	group.Wait()
	if err := join(errs); err != nil {
		return nil, err
	}
	return files, nil
}

// join returns the diagnostics of all errors together, or the first error that is something else.
func join(errs []error) error {
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
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(plans[b].codes, plans[a].codes) })
	return order
}

// unique refuses a path that is planned twice, also where only a careless file system would take two for one, and a
// file where another plan needs a directory.
func unique(plans []plan) diag.Diagnostics {
	var clashes diag.Diagnostics
	first := make(map[string]plan, len(plans))
	for _, p := range plans {
		key := strings.ToLower(p.path)
		if old, taken := first[key]; taken {
			clashes.Add(p.position, config.RuleClash, "file %q is written by another output already (%s)", p.path, old.position)
		} else {
			first[key] = p
		}
	}
	for _, p := range plans {
		for dir := path.Dir(strings.ToLower(p.path)); dir != "."; dir = path.Dir(dir) {
			if file, taken := first[dir]; taken {
				clashes.Add(p.position, config.RuleClash, "%q must be a directory for this output, but another writes a file there (%s)", file.path, file.position)
			}
		}
	}
	return clashes.Sorted()
}
