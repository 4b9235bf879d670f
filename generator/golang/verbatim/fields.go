package verbatim

// FieldError is what the service says about one field of a request that it rejected.
type FieldError struct {
	FieldName    string // the field of the request, or "" if the service does not name it
	ErrorMessage string // what is wrong with it
}

// FieldErrors returns what the service says about single fields of the request, in a fresh slice. An entry of an
// unexpected form keeps what text it has, up to four levels deep. The messages may quote what the user typed.
func (e *Error) FieldErrors() []FieldError { return fieldErrors(nil, e.at("Errors"), maxFieldDepth) }

// maxFieldDepth is how deep lists and objects may be nested in field errors. Each level is scanned again for the next
// one, so a service must not choose their number.
const maxFieldDepth = 4

// fieldErrors appends the texts of a JSON value, down to a depth.
func fieldErrors(list []FieldError, value []byte, depth int) []FieldError {
	if len(value) == 0 || depth == 0 {
		return list
	}
	switch value[0] {
	case '"':
		if text := textOf(value); text != "" {
			list = append(list, FieldError{ErrorMessage: text})
		}
	case '[':
		for item := range elements(value) {
			list = fieldErrors(list, item, depth-1)
		}
	case '{':
		return append(list, memberErrors(value, depth-1)...)
	}
	return list
}

// memberErrors returns the texts of a JSON object: those of the usual members, or else those of all members, whose
// keys are then the names of the fields.
func memberErrors(object []byte, depth int) (list []FieldError) {
	name := textAt(object, "FieldName")
	for _, f := range fieldErrors(nil, lookup(object, "ErrorMessage"), depth) {
		list = append(list, FieldError{name, f.ErrorMessage})
	}
	if list != nil || name != "" {
		if list == nil {
			list = []FieldError{{FieldName: name}}
		}
		return list
	}
	for key, value := range members(object) {
		for _, f := range fieldErrors(nil, value, depth) {
			if f.FieldName == "" {
				f.FieldName = unquote(key)
			}
			list = append(list, f)
		}
	}
	return list
}
