package customeridentity_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// sdkFailure has the methods of the error that version 11 of the official SDK returns for a failed response.
type sdkFailure struct{ body string }

func (f sdkFailure) Error() string  { return f.Code() + ": Received error response from Loginradius" }
func (f sdkFailure) Code() string   { return "LoginradiusRespondedWithError" }
func (f sdkFailure) OrigErr() error { return errors.New(f.body) }

// The error of version 11 of the official SDK has the body of the response as text. FromError reads it, anywhere in the
// error tree. The HTTP status is lost and becomes that of the catalogue.
func ExampleFromError() {
	err := fmt.Errorf("sdk: %w", sdkFailure{`{"ErrorCode": 970, "Message": "Email is not verified"}`})
	fmt.Println(err)

	if e, ok := customeridentity.FromError(err); ok {
		fmt.Println(e)
		fmt.Println(e.StatusCode, errors.Is(e, customeridentity.ErrEmailNotVerified))
	}
	// Output:
	// sdk: LoginradiusRespondedWithError: Received error response from Loginradius
	// customer-identity 970: Email is not verified
	// 403 true
}

// openAPIFailure has the methods of the error that version 12 of the official SDK returns for a failed response.
type openAPIFailure struct {
	status string
	body   []byte
}

func (f *openAPIFailure) Error() string { return f.status }
func (f *openAPIFailure) Body() []byte  { return f.body }
func (f *openAPIFailure) Model() any    { return nil }

// The error of version 12 of the official SDK has the body and the status line of the response.
func ExampleFromError_version12() {
	err := fmt.Errorf("sdk: %w", &openAPIFailure{"403 Forbidden", []byte(`{"ErrorCode": 970, "Message": "Email is not verified"}`)})
	fmt.Println(err)

	fmt.Println(customeridentity.CodeOf(err) == customeridentity.ErrEmailNotVerified, customeridentity.StatusOf(err))
	// Output:
	// sdk: 403 Forbidden
	// true 403
}
