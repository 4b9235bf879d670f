package verbatim

import (
	"encoding/json"
	"fmt"
)

// What follows stands in for what is generated beside the copied files.

const (
	apiID        = "verbatim"
	docsURL      = ""
	none    Code = 0
)

// Code stands in for the generated type.
type Code int

func (c Code) Error() string       { return c.text() }
func (c Code) Name() string        { return "" }
func (c Code) Message() string     { return "" }
func (c Code) Description() string { return "" }
func (c Code) HTTPStatus() int     { return 0 }
func (c Code) Retryable() bool     { return false }
func (c Code) Known() bool         { return false }
func (c Code) Is(error) bool       { return false }
func (c Code) text() string        { return fmt.Sprintf("%s %d", apiID, int(c)) }
func (c Code) wire() string        { return fmt.Sprint(int(c)) }

// Category stands in for the generated type.
type Category uint8

func (c Category) Error() string { return "" }

func retryableStatus(int) bool { return false }

// Error stands in for the generated type.
type Error struct {
	Code
	StatusCode  int
	Message     string
	Description string

	hidden **hidden
}

func (e *Error) detail() string { return e.Description }

type hidden struct {
	body                    string
	data, errors, extraInfo json.RawMessage
}

type response struct {
	Message *string
}

func (r *response) isError() bool             { return r.Message != nil }
func (r *response) apply(e *Error, _ *hidden) { e.Message = *r.Message }
