package verbatim

import "encoding/json"

// DataField returns a copy of a JSON value that the responses of some codes contain in addition to the message, by its
// path as the documentation of the code gives it, such as "Data.key". It reports whether the value is there and not
// null. It may be a secret.
func (e *Error) DataField(path string) (json.RawMessage, bool) {
	value := e.at(path)
	return value, value != nil
}
