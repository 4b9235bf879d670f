package verbatim

import "cmp"

// ProblemContentType is the media type of a [Problem].
const ProblemContentType = "application/problem+json"

// Problem is an error response in the form of RFC 9457, problem details for HTTP APIs.
type Problem struct {
	Type      string `json:"type"`                 // address of the code's documentation, or about:blank
	Title     string `json:"title,omitempty"`      // the message of the catalogue
	Status    int    `json:"status,omitempty"`     // the HTTP status of the response
	Detail    string `json:"detail,omitempty"`     // what the service says about this response, or else the description of the catalogue
	ErrorCode Code   `json:"error_code,omitempty"` // the code of the response
	API       string `json:"api"`                  // the id of the API that the code belongs to
	Name      string `json:"name,omitempty"`       // the name of the code in the catalogue
	Retryable bool   `json:"retryable"`            // whether the same request may succeed after a pause
}

// Problem returns the response as problem details, for a service that speaks for this API, such as a proxy or an
// internal gateway.
//
// Do not send it to end users. It passes on the status and the texts of every failure, also of one that is due to your
// own configuration: a client that receives 401 because your credentials are wrong logs its user out. Choose what your
// own clients may see by category instead.
func (e *Error) Problem() Problem {
	if e == nil {
		e = new(Error)
	}
	return Problem{
		Type:      cmp.Or(e.Code.DocsURL(), "about:blank"),
		Title:     e.Code.Message(),
		Status:    e.StatusCode,
		Detail:    cmp.Or(e.detail(), e.Code.Description()),
		ErrorCode: e.Code,
		API:       API,
		Name:      e.Code.Name(),
		Retryable: e.Retryable(),
	}
}
