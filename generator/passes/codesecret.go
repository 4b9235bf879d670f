package passes

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

var codesecret = newAnalyzer("codesecret", `report printing of what may contain secrets

The body of an error response may contain access tokens. No way to print the response shows it, so
neither should a log show what Body, Data, DataField or the method of a nullable field returns:

	log.Printf("login: %s", e.Body())
	slog.Warn("login", "data", string(e.Data()))`, withoutTests, findSecrets)

// loggers are the packages every function and method of which prints its arguments.
var loggers = regexp.MustCompile(`^(log|log/slog|go\.uber\.org/zap|github\.com/(sirupsen/logrus|rs/zerolog(/log)?|go-logr/logr|golang/glog|hashicorp/go-hclog)|k8s\.io/klog(/v\d+)?)$`)

// findSecrets runs codesecret.
func findSecrets(c *check) {
	for cur := range c.all((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		f, ok := typeutil.Callee(c.TypesInfo, call).(*types.Func)
		if !ok || f.Pkg() == nil || !prints(f) {
			continue
		}
		for _, arg := range call.Args {
			if secret := c.secret(arg); secret != "" {
				c.report(arg, nil, "%s may contain secrets; %s would print them", secret, qualified(f))
			}
		}
	}
}

// prints reports whether a function prints its arguments, or formats them.
func prints(f *types.Func) bool {
	if f.Pkg().Path() == "fmt" {
		return strings.Contains(f.Name(), "rint") || strings.HasPrefix(f.Name(), "Append") || f.Name() == "Errorf"
	}
	return loggers.MatchString(f.Pkg().Path())
}

// qualified returns the name of a function as messages give it: log.Printf, or log.Logger.Printf for a method.
func qualified(f *types.Func) string {
	recv := f.Signature().Recv()
	if recv == nil {
		return shown(f)
	}
	t := recv.Type()
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return shown(named.Obj()) + "." + f.Name()
	}
	return shown(f)
}

// secret returns the name of the method that an argument calls if its result may contain secrets, or "". Conversions of
// the result count too. A part of the result, or its length, is likely chosen with care.
func (c *check) secret(arg ast.Expr) string {
	call, ok := ast.Unparen(arg).(*ast.CallExpr)
	if !ok {
		return ""
	}
	if len(call.Args) == 1 && c.TypesInfo.Types[call.Fun].IsType() {
		return c.secret(call.Args[0])
	}
	f, ok := typeutil.Callee(c.TypesInfo, call).(*types.Func)
	if !ok || f.Signature().Recv() == nil || !returnsSecret(f) {
		return ""
	}
	t := f.Signature().Recv().Type()
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	if c.catalogue(func(found *catalogue) bool { return is(t, found.response) }) == nil {
		return ""
	}
	return f.Name()
}

// returnsSecret reports whether a method of an error response returns the body or a part of it: JSON, or a text other
// than that of Error. A test compares this with the methods that are generated.
func returnsSecret(method *types.Func) bool {
	results := method.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	switch t := results.At(0).Type().Underlying().(type) {
	case *types.Slice:
		return types.Identical(t.Elem(), types.Typ[types.Byte])
	case *types.Basic:
		return t.Kind() == types.String && results.Len() == 1 && method.Name() != "Error"
	}
	return false
}
