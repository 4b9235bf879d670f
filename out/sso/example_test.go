package sso_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/sso"
)

// A failed response becomes an error. Its code is one of the SSO API, also where another API has the same number.
func ExampleCheck() {
	err := sso.Check(400, []byte(`{"ErrorCode": 1198, "Message": "The password is wrong"}`))

	fmt.Println(err)
	fmt.Println(errors.Is(err, sso.ErrPasswordInvalid), sso.CodeOf(err).Categories())
	// Output:
	// sso 1198: The password is wrong
	// true [InvalidCredentials]
}
