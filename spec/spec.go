package spec

import (
	"slices"
	"strconv"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// Spec is a whole catalogue after resolving: what the service sends, linked and in order.
// A Spec that Load returned obeys every rule; treat it as read-only, then it may be shared between goroutines.
type Spec struct {
	Statuses  []*Status    // by number
	APIs      []*API       // by id
	Synthetic []*Synthetic // by SDK
}

// Status is an HTTP status that the service documents.
type Status struct {
	Number      int    // 100 … 599
	Name        string // Go identifier: TooManyRequests
	Message     string // as the service publishes it
	Description string
	Retryable   bool
	Position    diag.Position
}

// Synthetic is a set of numbers that an SDK itself puts where a code of the service is expected. They are told to
// readers and never become constants.
type Synthetic struct {
	SDK         string
	Numbers     []int
	Description string
	Position    diag.Position
}

// API is one namespace of codes. A number means something only together with its API.
type API struct {
	ID         string // kebab-case: customer-identity
	Title      string
	Package    string // Go package name
	Source     string // address of the page that the list was taken from, or ""
	Note       string // a remark on all codes of the API, or ""
	Docs       string // address where the generated page of the API is published, or ""
	SDK        string // SDKLoginRadius, or "" where no known SDK passes the API's errors on
	Envelope   []*Field
	Categories []*Category // as declared
	Codes      []*Code     // by number, or by text where the codes are strings
	Retired    []*Retired  // in the same order
	Position   diag.Position
}

// SDKLoginRadius is the official SDK of LoginRadius. An API that names it is one of LoginRadius.
const SDKLoginRadius = "loginradius"

// Textual reports whether the API's codes are strings, such as invalid_grant, and not numbers.
func (a *API) Textual() bool { return len(a.Codes) > 0 && a.Codes[0].Text != "" }

// Category is a group of codes that a caller would branch on.
type Category struct {
	Name        string // Go identifier without the Err prefix
	Description string
	Codes       []*Code // the codes in it, in the API's order
	Position    diag.Position
}

// Code is one error code of an API.
type Code struct {
	Number      int    // 1 … 2147483647, or 0 where the code is a string
	Text        string // the string on the wire, or "" where the code is a number
	Name        string // Go identifier without the Err prefix
	Aliases     []string
	Message     string
	Description string
	HTTP        *Status // nil where the service gives none
	Categories  []*Category
	Retryable   bool
	Unused      bool     // documented, but never sent
	Also        []string // further messages sent with this code
	Note        string
	Position    diag.Position
	Overrides   []Override // what later sources changed, in their order
}

// Override tells which keys of a code a later source changed.
type Override struct {
	Keys     []string
	Position diag.Position
}

// Wire returns the code as it stands on the wire: "970" or "invalid_grant".
func (c *Code) Wire() string { return wireForm(c.Number, c.Text) }

func wireForm(number int, text string) string {
	if text != "" {
		return text
	}
	return strconv.Itoa(number)
}

// Messages returns every message that the service may send with the code, the first being the usual one.
func (c *Code) Messages() []string { return append([]string{c.Message}, c.Also...) }

// HTTPStatus returns the number of the code's HTTP status, or 0 where the service gives none.
func (c *Code) HTTPStatus() int {
	if c.HTTP == nil {
		return 0
	}
	return c.HTTP.Number
}

// Retired is a tombstone: neither its code nor its name may come back.
type Retired struct {
	Number   int
	Text     string
	Name     string
	Reason   string
	Position diag.Position
}

// Wire returns the retired code as it stood on the wire.
func (r *Retired) Wire() string { return wireForm(r.Number, r.Text) }

// Role tells what a field of the envelope means to the generator.
type Role string

// The roles. A field without a role is carried along under its own name.
const (
	RoleNone    Role = ""
	RoleCode    Role = "code"    // the error code; exactly one field has it
	RoleMessage Role = "message" // the text for people
)

// Field is one field of the JSON body of an error response.
type Field struct {
	Name     string // key in the JSON object
	GoName   string // field or accessor of the generated Error type
	Type     string // string, integer or boolean
	Role     Role
	Nullable bool // may be null; kept behind an accessor and never printed, for it may hold a third party's text
	Position diag.Position
}

// API returns the API with that id, or nil.
func (s *Spec) API(id string) *API {
	if i := slices.IndexFunc(s.APIs, func(a *API) bool { return a.ID == id }); i >= 0 {
		return s.APIs[i]
	}
	return nil
}
