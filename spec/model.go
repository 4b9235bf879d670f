package spec

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// Spec is a whole catalogue: what the services send, linked and in order.
// A Spec that Load returned obeys every rule. Goroutines may share it as long as none of them changes it.
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
	Overrides   []Override // what later sources changed, in their order

	keys positions
}

// Synthetic is a set of numbers that an SDK itself puts where a code of the service is expected. The documentation lists
// them; they never become constants.
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
	Source     string // address of the page on which the service lists the codes, or ""
	Note       string // a remark on all codes of the API, or ""
	Docs       string // address where the generated page of the API is published, or ""
	SDK        string // SDKLoginRadius, or "" where no known SDK passes the API's errors on
	Texts      Texts
	Envelope   []*Field
	Categories []*Category // as declared
	Codes      []*Code     // by number, or by text where the codes are strings
	Retired    []*Retired  // in the same order
	Position   diag.Position

	keys positions
}

// SDKLoginRadius is the official SDK of LoginRadius. An API that names it is one of LoginRadius.
const SDKLoginRadius = "loginradius"

// Texts is where the messages of an API come from.
type Texts string

// The origins of messages.
const (
	TextsService Texts = "service" // the service sends them as they are; the default
	TextsSummary Texts = "summary" // they were written for the catalogue, so no response contains them
)

// Textual reports whether the API's codes are strings, such as invalid_grant, and not numbers. The type of the field with
// the role code decides.
func (a *API) Textual() bool {
	if f := a.codeField(); f != nil {
		return f.Type == "string"
	}
	return len(a.Codes) > 0 && a.Codes[0].Text != ""
}

// Category is a group of codes that a caller would branch on.
type Category struct {
	Name        string // Go identifier without the Err prefix
	Description string
	Codes       []*Code // the codes in it, in the API's order
	Position    diag.Position

	keys positions
}

// Code is one error code of an API.
type Code struct {
	Number      int    // −2147483648 … 2147483647, and 0 where the code is a string
	Text        string // the string on the wire, or "" where the code is a number
	Name        string // Go identifier without the Err prefix
	Aliases     []string
	Message     string // "" where the service sends none
	Description string
	HTTP        *Status // nil where the service gives none
	Categories  []*Category
	Retryable   bool
	Unused      bool         // documented, but never sent
	Also        []string     // further messages sent with this code
	Data        []*DataField // what the response contains in addition to the envelope
	Note        string
	Position    diag.Position
	Overrides   []Override // what later sources changed, in their order

	keys positions
}

// DataField is a value that the response of a code contains in addition to the envelope.
type DataField struct {
	Name        string // path of keys: Data.access_token
	Type        string // string, integer, number, boolean, object or array
	Description string
	Example     string // a made-up value as a text, or ""; see ExampleJSON
	Position    diag.Position

	keys positions
}

// Override names the keys of a code or status that a later source changed.
type Override struct {
	Keys     []string
	Position diag.Position
}

// Wire returns the code in its form on the wire: "970" or "invalid_grant".
func (c *Code) Wire() string { return wireForm(c.Number, c.Text) }

func wireForm(number int, text string) string {
	if text != "" {
		return text
	}
	return strconv.Itoa(number)
}

// HTTPStatus returns the number of the code's HTTP status, or 0 where the service gives none.
func (c *Code) HTTPStatus() int {
	if c.HTTP == nil {
		return 0
	}
	return c.HTTP.Number
}

// Retired is a tombstone: neither its code nor its names may come back.
type Retired struct {
	Number   int
	Text     string
	Name     string
	Aliases  []string
	Reason   string
	Position diag.Position
}

// Wire returns the retired code in its form on the wire.
func (r *Retired) Wire() string { return wireForm(r.Number, r.Text) }

// Role is what a field of the envelope means to the generator.
type Role string

// The roles. A field without a role becomes a field or an accessor of the generated Error type.
const (
	RoleNone    Role = ""
	RoleCode    Role = "code"    // the error code; exactly one field has it
	RoleMessage Role = "message" // the text for people
)

// Field is one field of the JSON body of an error response.
type Field struct {
	Name     string // key of the JSON object, or a path of keys and indexes: error.code, errors.0.code
	GoName   string // field or accessor of the generated Error type
	Type     string // string, integer or boolean
	Role     Role
	Nullable bool // may be null; read through an accessor and never printed, because it may contain a third party's text
	Position diag.Position
}

// Path returns the keys and indexes that lead to the field from the top of the body.
func (f *Field) Path() []string { return strings.Split(f.Name, ".") }

// API returns the API with that id, or nil.
func (s *Spec) API(id string) *API {
	if i := slices.IndexFunc(s.APIs, func(a *API) bool { return a.ID == id }); i >= 0 {
		return s.APIs[i]
	}
	return nil
}
