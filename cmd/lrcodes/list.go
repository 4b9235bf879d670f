package main

import (
	"flag"
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/lrcodes/lrcodes/generator"
	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
)

func listCommand() command {
	return command{
		name:  "list",
		short: "print the resolved spec",
		long: `
List prints the spec after all sources are read and every override is applied.
The json format also has the source file, line and column of each entry, and of
the entries that override it. Where there is no configuration, list prints the
builtin spec. Run 'lrcodes explain 970' for what a code means.`,
		define: func(e *env, f *flag.FlagSet) func([]string) error {
			config := configFlag(e, f)
			format := formatFlag(f, "text", "json")
			api := apiFlag(f)
			return func([]string) error { return e.found(*format, e.list(*config, *format, *api)) }
		},
	}
}

func (e *env) list(config, format, api string) error {
	s, c, err := e.spec(config)
	if err != nil {
		return err
	}
	apis := s.APIs
	if api != "" {
		a, err := namedAPI(s, api)
		if err != nil {
			return err
		}
		apis = []*spec.API{a}
	}
	if format == "json" {
		doc := export.Traced(s, apis) // with all statuses, which the codes refer to
		generator.NamePackages(doc, s, c)
		e.printJSON(doc)
		return nil
	}
	if api != "" {
		s = &spec.Spec{APIs: apis} // without what belongs to no API
	}
	return e.printSpec(s)
}

// printSpec prints a line for each code and status.
func (e *env) printSpec(s *spec.Spec) error {
	w := tabwriter.NewWriter(e.stdout, 0, 0, 2, ' ', 0)
	for _, st := range s.Statuses {
		fmt.Fprintf(w, "http\t%d\t%s\t\t%s\n", st.Number, st.Name, st.Message)
	}
	for _, a := range s.APIs {
		for _, c := range a.Codes {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", a.ID, c.Wire(), c.Name, httpColumn(c), c.Message)
		}
	}
	for _, y := range s.Synthetic {
		for _, number := range y.Numbers {
			fmt.Fprintf(w, "synthetic\t%d\t-\t-\tnot sent by the service: a number of the %s SDK\n", number, y.SDK)
		}
	}
	return w.Flush()
}

// httpColumn returns the HTTP status of a code, or why there is none.
func httpColumn(c *spec.Code) string {
	switch {
	case c.HTTP != nil:
		return strconv.Itoa(c.HTTP.Number)
	case c.Unused:
		return "unused"
	}
	return "-"
}

// namedAPI returns the API that -api names. Its error names those that there are.
func namedAPI(s *spec.Spec, id string) (*spec.API, error) {
	if a := s.API(id); a != nil {
		return a, nil
	}
	var ids []string
	for _, a := range s.APIs {
		ids = append(ids, a.ID)
	}
	return nil, usageError(fmt.Sprintf("the spec has no api %q%s", id, diag.DidYouMean(id, ids)))
}
