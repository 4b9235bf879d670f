package markdown

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/lrcodes/lrcodes/spec"
)

// example returns the JSON body of a response that carries the code, or "" where the API has no envelope.
func example(a *spec.API, c *spec.Code) string {
	if len(a.Envelope) == 0 {
		return ""
	}
	var fields []string
	for _, f := range a.Envelope {
		fields = append(fields, "  "+encodeJSON(f.Name)+": "+encodeJSON(value(f, c)))
	}
	return "{\n" + strings.Join(fields, ",\n") + "\n}"
}

func value(f *spec.Field, c *spec.Code) any {
	switch {
	case f.Role == spec.RoleCode && c.Text == "" && f.Type == "integer":
		return c.Number
	case f.Role == spec.RoleCode:
		return c.Wire()
	case f.Role == spec.RoleMessage:
		return c.Message
	case strings.EqualFold(f.Name, "Description"):
		return c.Description
	case f.Nullable:
		return nil
	case f.Type == "boolean":
		return false
	case f.Type == "integer":
		return 0
	}
	return ""
}

// encodeJSON cannot fail: v is a string, a number, a boolean or nil.
func encodeJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(v)
	return strings.TrimSpace(b.String())
}
