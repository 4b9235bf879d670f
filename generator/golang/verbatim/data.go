package verbatim

import "encoding/json"

// DataField returns a copy of the JSON value that some codes bring along besides their message, by its path in the
// response as the documentation of the code gives it, such as "Data.RetryAfter". It reports whether the value is there
// and not null. It may be a secret.
func (e *Error) DataField(path string) (json.RawMessage, bool) {
	value := e.at(path)
	return value, value != nil
}
