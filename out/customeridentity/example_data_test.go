package customeridentity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// Some codes bring values along, which the documentation of the code lists. They may be secret, so only methods return
// them.
func ExampleError_DataField() {
	err := login(403, `{"ErrorCode": 1198, "Message": "Account locked", "Data": {"LoginLockedTimeout": "2026-01-01T10:00:00Z"}}`)

	if e, ok := customeridentity.FromError(err); ok && errors.Is(e, customeridentity.ErrAccountLockedTemporarily) {
		var until time.Time
		if field, ok := e.DataField("Data.LoginLockedTimeout"); ok && json.Unmarshal(field, &until) == nil {
			fmt.Println("locked until", until.Format(time.Kitchen))
		}
	}
	// Output: locked until 10:00AM
}

// Show the user what is wrong with each field of a form.
func ExampleError_FieldErrors() {
	err := login(403, `{"ErrorCode": 1134, "Errors": [{"FieldName": "Email", "ErrorMessage": "The email address is not valid"}]}`)

	if e, ok := customeridentity.FromError(err); ok {
		for _, f := range e.FieldErrors() {
			fmt.Println(f.FieldName + ": " + f.ErrorMessage)
		}
	}
	// Output: Email: The email address is not valid
}
