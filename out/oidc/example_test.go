package oidc_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/oidc"
)

// The token endpoint answers a failure with a JSON object of OAuth 2. Any text may be its code: use the name of a code,
// of which there is a limited number, as the label of a metric.
func ExampleCheck() {
	for _, body := range []string{
		`{"error": "invalid_grant", "error_description": "The refresh token has expired"}`,
		`{"error": "made_up_by_a_proxy"}`,
	} {
		err := oidc.Check(400, []byte(body))
		if errors.Is(err, oidc.ErrInvalidGrant) {
			fmt.Println("log in again:", err)
			continue
		}
		fmt.Printf("%v, label %q\n", err, oidc.CodeOf(err).Name())
	}
	// Output:
	// log in again: oidc invalid_grant: The refresh token has expired
	// oidc made_up_by_a_proxy, label ""
}
