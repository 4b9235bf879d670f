package passes

import (
	"go/constant"
	"go/types"
)

// catalogue is a generated package, as its export data shows it.
type catalogue struct {
	pkg       *types.Package
	api       string                  // value of the constant API, or ""
	code      *types.Named            // Code; in the package of the HTTP statuses Status
	category  *types.Named            // Category, or nil
	response  *types.Named            // Error, or nil
	info      *types.Named            // Info, or nil
	constants map[string]*types.Const // constants of type Code by key of their value, without former names
	facts     memberFact
}

// catalogueOf returns the catalogue that a package is, or nil. Its constants and facts are still to be found.
func catalogueOf(pkg *types.Package) *catalogue {
	for _, name := range []string{"Code", "Status"} {
		if code := named(pkg, name); code != nil {
			if !isCode(code) || !hasFuncs(pkg, "Lookup", "ByName", "All", "Map") {
				return nil
			}
			c := &catalogue{pkg: pkg, code: code, category: named(pkg, "Category"), response: named(pkg, "Error"), info: named(pkg, "Info")}
			if api, ok := pkg.Scope().Lookup("API").(*types.Const); ok && api.Val().Kind() == constant.String {
				c.api = constant.StringVal(api.Val())
			}
			return c
		}
	}
	return nil
}

// named returns the type that a package declares under a name, or nil.
func named(pkg *types.Package, name string) *types.Named {
	if obj, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && !obj.IsAlias() {
		t, _ := obj.Type().(*types.Named)
		return t
	}
	return nil
}

// isCode reports whether a type is an integer or a string with the methods of a code.
func isCode(t *types.Named) bool {
	basic, ok := t.Underlying().(*types.Basic)
	if !ok || basic.Info()&(types.IsInteger|types.IsString) == 0 {
		return false
	}
	methods := types.NewMethodSet(t)
	for _, name := range []string{"Error", "Name", "Message", "Retryable", "Known"} {
		if methods.Lookup(nil, name) == nil {
			return false
		}
	}
	return true
}

// hasFuncs reports whether a package declares functions.
func hasFuncs(pkg *types.Package, names ...string) bool {
	for _, name := range names {
		if _, ok := pkg.Scope().Lookup(name).(*types.Func); !ok {
			return false
		}
	}
	return true
}

// index lists the constants of a catalogue by value. Of constants with one value the first that is declared counts,
// and a former name never does.
func (c *catalogue) index() {
	c.constants = make(map[string]*types.Const)
	scope := c.pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.Const)
		if !ok || !obj.Exported() || !types.Identical(obj.Type(), c.code) || c.facts.isFormer(name) {
			continue
		}
		if old := c.constants[key(obj.Val())]; old == nil || obj.Pos() < old.Pos() {
			c.constants[key(obj.Val())] = obj
		}
	}
}

// constant returns the constant with a value, or nil.
func (c *catalogue) constant(value constant.Value) *types.Const { return c.constants[key(value)] }

// key returns a text that is the same for equal values of one type, also where one of them was written as a float.
func key(value constant.Value) string {
	if value.Kind() != constant.String {
		value = constant.ToInt(value)
	}
	return value.ExactString()
}

// isStatus reports whether the constants are HTTP statuses.
func (c *catalogue) isStatus() bool { return c.code.Obj().Name() == "Status" }

// isSentinel reports whether a type is that of the codes or that of the categories.
func (c *catalogue) isSentinel(t types.Type) bool {
	return is(t, c.code) || is(t, c.category)
}

// is reports whether a type is a certain one, which may be nil.
func is(t types.Type, want *types.Named) bool {
	return want != nil && t != nil && types.Identical(t, want)
}

// function returns a function of the package, or nil.
func (c *catalogue) function(name string) types.Object {
	if f, ok := c.pkg.Scope().Lookup(name).(*types.Func); ok {
		return f
	}
	return nil
}

// noun returns what messages call a value of a type.
func (c *catalogue) noun(t types.Type) string {
	switch {
	case is(t, c.category):
		return "category"
	case c.isStatus():
		return "status"
	}
	return "code"
}

// shown returns the name of an object as messages give it.
func shown(obj types.Object) string { return obj.Pkg().Name() + "." + obj.Name() }
