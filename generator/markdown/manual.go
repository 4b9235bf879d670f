package markdown

import (
	"fmt"
	"reflect"
	"strings"
)

// Manual returns the manual for authors of templates: what a template sees, page by page and type by type, each field
// with its meaning. It is made from the types that the pages are rendered from.
func Manual() string {
	m := manual{names: typeNames}
	for i, of := range Types() {
		m.section("The page "+Names()[i], of)
	}
	for i := 0; i < len(m.found); i++ { // a type may add further ones
		m.section(m.names[m.found[i]], m.found[i])
	}
	return m.out.String()
}

// Types returns the types of the data that the templates of the pages get, in the order of Names.
func Types() []reflect.Type {
	return []reflect.Type{
		reflect.TypeFor[indexPage](),
		reflect.TypeFor[statusesPage](),
		reflect.TypeFor[apiPage](),
		reflect.TypeFor[syntheticPage](),
		reflect.TypeFor[rulesPage](),
	}
}

// typeNames are what the manual calls the types of fields.
var typeNames = map[reflect.Type]string{
	reflect.TypeFor[apiDoc]():      "API",
	reflect.TypeFor[codeDoc]():     "Code",
	reflect.TypeFor[dataDoc]():     "Data",
	reflect.TypeFor[categoryDoc](): "Category",
	reflect.TypeFor[statusDoc]():   "Status",
	reflect.TypeFor[groupDoc]():    "Group",
	reflect.TypeFor[rangeDoc]():    "Range",
	reflect.TypeFor[nameDoc]():     "Name",
	reflect.TypeFor[retiredDoc]():  "Retired code",
	reflect.TypeFor[sharedDoc]():   "Shared code",
	reflect.TypeFor[sdkDoc]():      "SDK",
	reflect.TypeFor[numberDoc]():   "Number",
	reflect.TypeFor[ruleDoc]():     "Rule",
	reflect.TypeFor[changeDoc]():   "Change",
	reflect.TypeFor[text]():        "Text",
}

// manual is the manual while it is written.
type manual struct {
	names map[reflect.Type]string
	found []reflect.Type // the types that fields mention, in the order of their first mention
	out   strings.Builder
}

// section writes the fields of a type, promoted ones included.
func (m *manual) section(title string, of reflect.Type) {
	fmt.Fprintf(&m.out, "%s\n", title)
	for _, f := range reflect.VisibleFields(of) {
		if f.Anonymous || !f.IsExported() {
			continue
		}
		fmt.Fprintf(&m.out, "  %-12s %-22s %s\n", f.Name, m.kind(f.Type), f.Tag.Get("doc"))
	}
	m.out.WriteString("\n")
}

// kind returns what the manual says of the type of a field.
func (m *manual) kind(of reflect.Type) string {
	prefix := ""
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		if of.Kind() == reflect.Slice {
			prefix = "list of "
		}
		of = of.Elem()
	}
	name, known := m.names[of]
	if !known {
		return prefix + of.String()
	}
	if of.Kind() == reflect.Struct {
		m.mention(of)
	}
	return prefix + name
}

func (m *manual) mention(of reflect.Type) {
	for _, old := range m.found {
		if old == of {
			return
		}
	}
	m.found = append(m.found, of)
}
