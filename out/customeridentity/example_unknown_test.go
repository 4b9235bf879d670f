package customeridentity_test

import (
	"fmt"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// lacks says what a response has that the catalogue lacks, or "": a code that it does not list, or another HTTP status
// than the one that it lists. The text may label a metric: it has the name of a code, of which there is a limited number,
// and not the number that was received, which may be any. The text of the error has that.
func lacks(err error) string {
	e, ok := customeridentity.FromError(err)
	switch {
	case !ok || e.Code == 0:
		return "" // no response of this API, or one without a code
	case !e.Code.Known():
		return "unknown code"
	case e.StatusCode != e.Code.HTTPStatus() && e.Code.HTTPStatus() != 0:
		return e.Code.Name() + " with another status"
	}
	return ""
}

// A service changes before its catalogue does. A program that counts what the catalogue lacks, such as in a metric, and
// logs the error learns of it before its users do. The code can then be added in a source of one's own.
func ExampleCode_Known() {
	for _, err := range []error{
		login(403, `{"ErrorCode": 970, "Message": "Email is not verified"}`),
		login(400, `{"ErrorCode": 970, "Message": "Email is not verified"}`),
		login(403, `{"ErrorCode": 99999, "Message": "Something new"}`),
		login(502, `<html>Bad Gateway</html>`),
	} {
		fmt.Printf("%v: %q\n", err, lacks(err))
	}
	// Output:
	// log in: customer-identity 970: Email is not verified: ""
	// log in: customer-identity 970: Email is not verified: "EmailNotVerified with another status"
	// log in: customer-identity 99999: Something new: "unknown code"
	// log in: customer-identity HTTP 502: ""
}
