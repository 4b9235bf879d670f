package oidc_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"

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

// redirected returns the error in the query of a redirect to the client, or nil if it has none.
func redirected(query url.Values) error {
	code := oidc.Code(query.Get("error"))
	if code == "" {
		return nil
	}
	return &oidc.Error{Code: code, Message: query.Get("error_description"), ErrorURI: query.Get("error_uri")}
}

// The authorization endpoint sends an error to the client by a redirect, as parameters of the query. Such an error has no
// body for Check, so make it of its parts. Do the same with those of the header WWW-Authenticate, in which a resource
// server answers that it does not accept an access token.
func ExampleError() {
	callback := func(w http.ResponseWriter, r *http.Request) {
		err := redirected(r.URL.Query())
		switch {
		case err == nil:
			fmt.Println("exchange the code for tokens")
		case errors.Is(err, oidc.ErrLoginRequired):
			fmt.Println("show the login page:", err)
		default:
			fmt.Println("failed:", err)
		}
	}
	for _, query := range []string{
		"code=c&state=s",
		"error=login_required&error_description=The+user+is+not+logged+in&state=s",
		"error=access_denied&state=s",
	} {
		callback(httptest.NewRecorder(), httptest.NewRequest("GET", "/callback?"+query, nil))
	}
	// Output:
	// exchange the code for tokens
	// show the login page: oidc login_required: The user is not logged in
	// failed: oidc access_denied: Access denied
}
