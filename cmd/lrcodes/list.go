package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/lrcodes/lrcodes/spec"
	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/export"
)

func listCommand() command {
	return command{
		name:  "list",
		args:  "[-C dir] [-config file] [-api id] [-format text|json]",
		short: "print the resolved spec",
		long: `
List prints the spec after all sources are read and every override is applied.
The json format tells also where each value came from: source file, line and
column, and the entries that override it.

	-C dir        change to dir first
	-config file  read this configuration instead of lrcodes.yaml
	-api id       print this api alone
	-format f     text or json`,
		flags: func(e *env, f *flag.FlagSet) {
			projectFlags(e, f)
			formatFlag(e, f)
			f.StringVar(&e.api, "api", "", "")
		},
		run: list,
	}
}

func list(e *env, args []string) error {
	if err := noArguments(args); err != nil {
		return err
	}
	if err := e.checkFormat("text", "json"); err != nil {
		return err
	}
	p, err := e.project()
	if err != nil {
		return err
	}
	if e.api != "" {
		a := p.spec.API(e.api)
		if a == nil {
			return unknownAPI(p.spec, e.api)
		}
		p.spec = &spec.Spec{APIs: []*spec.API{a}}
	}
	if e.format == "json" {
		e.printJSON(export.Traced(p.spec))
		return nil
	}
	return e.printTable(p.spec)
}

// printTable prints a line per code and status.
func (e *env) printTable(s *spec.Spec) error {
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
			fmt.Fprintf(w, "synthetic\t%d\t-\t-\tnot from the API: a number of the %s SDK\n", number, y.SDK)
		}
	}
	return w.Flush()
}

func httpColumn(c *spec.Code) string {
	switch {
	case c.HTTP != nil:
		return strconv.Itoa(c.HTTP.Number)
	case c.Unused:
		return "unused"
	}
	return "-"
}

// unknownAPI tells that the spec has no api with an id, and which one may have been meant.
func unknownAPI(s *spec.Spec, id string) error {
	var ids []string
	for _, a := range s.APIs {
		ids = append(ids, a.ID)
	}
	hint := ""
	if near := diag.Nearest(id, ids); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return usageError(fmt.Sprintf("-api is %q, but the spec has %s%s", id, strings.Join(ids, ", "), hint))
}
