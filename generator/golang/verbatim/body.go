package verbatim

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Body returns the body of a response that decodes to the code, with the texts of the catalogue: for documentation, and
// for the fake server of a test. It includes the data of the code, with made-up values.
func (c Code) Body() []byte {
	var tree any
	for _, m := range c.response().members() {
		tree = with(tree, strings.Split(m.path, "."), m.value)
	}
	for _, d := range data {
		if d.code == c {
			tree = with(tree, strings.Split(d.path, "."), json.RawMessage(d.json))
		}
	}
	body, _ := json.Marshal(tree) // which cannot fail: these are texts, numbers, truth values and JSON
	return body
}

// member is a field of the body of a response.
type member struct {
	path  string // keys, such as "error.code"
	value any
}

// datum is a field of the body that only one code has.
type datum struct {
	code Code
	path string
	json string
}

// with returns a JSON value with a member at a path. A number on the path is the index of an array.
func with(tree any, path []string, value any) any {
	if len(path) == 0 {
		return value
	}
	if at, err := strconv.Atoi(path[0]); err == nil {
		list, _ := tree.([]any)
		for len(list) <= at {
			list = append(list, nil)
		}
		list[at] = with(list[at], path[1:], value)
		return list
	}
	object, ok := tree.(map[string]any)
	if !ok {
		object = make(map[string]any)
	}
	object[path[0]] = with(object[path[0]], path[1:], value)
	return object
}
