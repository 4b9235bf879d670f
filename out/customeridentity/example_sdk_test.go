package customeridentity_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// sdkFailure has the methods of the error that the official SDK returns for a failed response.
type sdkFailure struct{ body string }

func (f sdkFailure) Error() string  { return f.Code() + ": Received error response from Loginradius" }
func (f sdkFailure) Code() string   { return "LoginradiusRespondedWithError" }
func (f sdkFailure) OrigErr() error { return errors.New(f.body) }

// The error of the official SDK holds the body of the response as text. FromError reads it, wherever it stands in the
// tree of errors.
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
