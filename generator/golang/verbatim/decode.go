package verbatim

import (
	"bytes"
	"encoding/json"
	"errors"
)

// maxBody is the number of bytes of a body that Decode reads.
const maxBody = 1 << 20

// Decode reads the body of an error response that came with an HTTP status; 0 stands for a status that was lost, and
// is replaced by that of the catalogue.
//
// It is tolerant, because the service is not uniform: keys in any letter case, a code in any form that is a number,
// an array of one response, a byte order mark, and values of unexpected types are all read. It returns true if the
// body is an error response of the API, also of a code that the catalogue does not know. Otherwise the result
// carries the status alone, and still matches that status by errors.Is.
func Decode(status int, body []byte) (*Error, bool) {
	if len(body) > maxBody {
		body = body[:maxBody]
	}
	kept := &hidden{body: string(body)}
	e := &Error{StatusCode: status, hidden: &kept}
	var r response
	if !unmarshal(body, &r) || !r.isError() {
		return e, false
	}
	r.apply(e, kept)
	if e.StatusCode == 0 {
		e.StatusCode = e.Code.HTTPStatus()
	}
	return e, true
}

// unmarshal reads a JSON object, or an array that holds nothing but one. It reports whether it is one; a member whose
// type is not the expected one is passed over, as encoding/json does.
func unmarshal(body []byte, r *response) bool {
	body = bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\uFEFF")))
	if len(body) > 0 && body[0] == '[' {
		var list [2]json.RawMessage // what lies beyond is not kept
		if json.Unmarshal(body, &list) != nil || list[0] == nil || list[1] != nil {
			return false
		}
		body = list[0]
	}
	err := json.Unmarshal(body, r)
	var wrongType *json.UnmarshalTypeError
	return err == nil || errors.As(err, &wrongType)
}

// said reports whether a member of a response is there and not null.
func said(value json.RawMessage) bool { return len(value) > 0 && string(value) != "null" }
