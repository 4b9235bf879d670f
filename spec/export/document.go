package export

// Version is the version of the document.
const Version = 1

// Document is the resolved spec. The doc tags of its types are the descriptions in the JSON Schema and in the manual of
// templates.
type Document struct {
	Comment  string   `json:"$comment,omitempty" doc:"marks a file that lrcodes wrote"`
	Version  int      `json:"version" doc:"version of this format" const:"1"`
	Statuses []Status `json:"statuses" doc:"HTTP statuses, by number"`
	APIs     []API    `json:"apis" doc:"APIs, by id; a code means something only together with its API"`

	Synthetic []Synthetic `json:"synthetic,omitempty" doc:"numbers that SDKs send in place of a code of the service, by SDK"`
}

// Status is an HTTP status.
type Status struct {
	Status      int        `json:"status" doc:"number of the HTTP status"`
	Name        string     `json:"name" doc:"identifier in CamelCase"`
	Message     string     `json:"message" doc:"short text, as the service publishes it"`
	Description string     `json:"description,omitempty" doc:"what the status means and what to do"`
	Retryable   bool       `json:"retryable" doc:"whether the same request may succeed later"`
	Position    *Position  `json:"place,omitempty"`
	Overrides   []Override `json:"overrides,omitempty" doc:"what later sources changed, in their order; only in documents with places"`
}

// API is a namespace of codes.
type API struct {
	ID         string     `json:"id" doc:"stable name in kebab-case"`
	Title      string     `json:"title" doc:"title of the docs page"`
	Package    string     `json:"package" doc:"name of the Go package: lower-case letters and digits"`
	Source     string     `json:"source,omitempty" doc:"address of the page on which the service lists the codes"`
	Note       string     `json:"note,omitempty" doc:"a remark for readers"`
	Docs       string     `json:"docs,omitempty" doc:"address where the generated page of the API is published"`
	SDK        string     `json:"sdk,omitempty" doc:"the SDK that passes error responses of the API on"`
	Texts      string     `json:"texts" doc:"where the messages come from: the service sends them, or they are summaries written for the catalogue" enum:"service summary"`
	Envelope   []Field    `json:"envelope" doc:"fields of the JSON body of an error response"`
	Categories []Category `json:"categories" doc:"groups of codes that a caller would branch on"`
	Codes      []Code     `json:"codes" doc:"error codes, by number, or by text where the API sends strings"`
	Retired    []Retired  `json:"retired,omitempty" doc:"codes that must not be used again"`
	Position   *Position  `json:"place,omitempty"`
}

// Field is a field of the JSON body of an error response.
type Field struct {
	Name     string `json:"name" doc:"key of the JSON object, or a path of keys and indexes such as error.code"`
	Type     string `json:"type" doc:"JSON type" enum:"string integer boolean"`
	Role     string `json:"role,omitempty" doc:"what the field means, if it is one of these" enum:"code message"`
	Nullable bool   `json:"nullable,omitempty" doc:"whether the field may be null"`
}

// Category is a group of codes.
type Category struct {
	Name        string    `json:"name" doc:"identifier in CamelCase"`
	Description string    `json:"description,omitempty" doc:"what the codes have in common"`
	Codes       []any     `json:"codes" doc:"the codes in the category, as numbers or strings, in the order of the API"`
	Position    *Position `json:"place,omitempty"`
}

// Code is an error code.
type Code struct {
	Code        any        `json:"code" doc:"the code on the wire: a number, or a string where the API sends strings"`
	Name        string     `json:"name" doc:"identifier in CamelCase; the Go constant is Err and the name"`
	Aliases     []string   `json:"aliases,omitempty" doc:"former names"`
	Message     string     `json:"message" doc:"the message of the code; empty where the service sends none"`
	Also        []string   `json:"also,omitempty" doc:"further messages sent with the code"`
	Description string     `json:"description,omitempty" doc:"what the code means and what to do"`
	Note        string     `json:"note,omitempty" doc:"a remark for readers"`
	HTTP        int        `json:"http,omitempty" doc:"number of the HTTP status; absent where the service gives none"`
	Categories  []string   `json:"categories,omitempty" doc:"names of the code's categories"`
	Retryable   bool       `json:"retryable" doc:"whether the same request may succeed later"`
	Unused      bool       `json:"unused,omitempty" doc:"documented, but never sent"`
	Data        []Data     `json:"data,omitempty" doc:"values that the response contains in addition to the envelope"`
	Position    *Position  `json:"place,omitempty"`
	Overrides   []Override `json:"overrides,omitempty" doc:"what later sources changed, in their order; only in documents with places"`
}

// Data is a value that the response of a code contains in addition to the envelope.
type Data struct {
	Name        string `json:"name" doc:"path of keys and indexes in the JSON body, such as Data.access_token"`
	Type        string `json:"type" doc:"JSON type" enum:"string integer number boolean object array"`
	Description string `json:"description,omitempty" doc:"what the value means"`
	Example     string `json:"example,omitempty" doc:"a made-up value as a text, such as 42 for an integer"`
}

// Retired is a code that must not be used again.
type Retired struct {
	Code     any       `json:"code" doc:"the code on the wire: a number, or a string where the API sends strings"`
	Name     string    `json:"name,omitempty" doc:"the retired name"`
	Aliases  []string  `json:"aliases,omitempty" doc:"the retired aliases"`
	Reason   string    `json:"reason,omitempty" doc:"why the code was retired"`
	Position *Position `json:"place,omitempty"`
}

// Synthetic is a set of numbers that an SDK sends in place of a code of the service.
type Synthetic struct {
	SDK         string    `json:"sdk" doc:"the SDK that makes the numbers up"`
	Codes       []int     `json:"codes" doc:"the numbers"`
	Description string    `json:"description,omitempty" doc:"what they mean"`
	Position    *Position `json:"place,omitempty"`
}

// Override names the keys of a code or status that a later source changed.
type Override struct {
	Keys     []string  `json:"keys" doc:"the keys that the source changed"`
	Position *Position `json:"place"`
}

// Position is the position of a value in the sources. Only [Traced] sets it: a file must not depend on where its sources
// are.
type Position struct {
	File   string `json:"file" doc:"name of the file"`
	Line   int    `json:"line" doc:"line, counted from 1"`
	Column int    `json:"column" doc:"column in characters, counted from 1"`
}
