package httpstatus_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// A response matches the HTTP status that it came with, whether its body has a code or not. A status without a constant
// is a valid Status too.
func Example() {
	err := fmt.Errorf("sign in: %w", customeridentity.Check(503, []byte("<html>Service Unavailable</html>")))

	fmt.Println(err)
	fmt.Println(errors.Is(err, httpstatus.TooManyRequests), errors.Is(err, httpstatus.Status(503)))
	fmt.Println(httpstatus.Status(503).Retryable(), httpstatus.Forbidden)
	// Output:
	// sign in: customer-identity HTTP 503
	// false true
	// true HTTP 403: Forbidden
}
