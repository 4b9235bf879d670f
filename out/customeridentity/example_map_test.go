package customeridentity_test

import (
	"fmt"
	"net/http"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// answer is what a server answers its own clients: an HTTP status and the number of a gRPC code, which is the type
// google.golang.org/grpc/codes.Code.
type answer struct {
	http int
	grpc uint32
}

// clientStatuses has the categories that say something to a client. Whatever is not in it is the server's own trouble.
var clientStatuses = map[customeridentity.Category]answer{
	customeridentity.ErrInvalidCredentials:   {http.StatusUnauthorized, 16}, // Unauthenticated
	customeridentity.ErrSessionEnded:         {http.StatusUnauthorized, 16},
	customeridentity.ErrVerificationRequired: {http.StatusForbidden, 9},       // FailedPrecondition
	customeridentity.ErrAccountLocked:        {http.StatusForbidden, 7},       // PermissionDenied
	customeridentity.ErrRateLimited:          {http.StatusTooManyRequests, 8}, // ResourceExhausted
}

// clientStatus returns what to answer for a failure of LoginRadius. The first category of a code is the most telling one.
func clientStatus(err error) answer {
	for _, category := range customeridentity.CodeOf(err).Categories() {
		if s, ok := clientStatuses[category]; ok {
			return s
		}
	}
	return answer{http.StatusBadGateway, 14} // Unavailable
}

// A server maps categories to what its own clients may know: neither the status nor the texts of a failure that is due
// to its own configuration.
func ExampleCode_Categories() {
	for _, code := range []customeridentity.Code{customeridentity.ErrEmailNotVerified, customeridentity.ErrAPISecretUnauthorized} {
		fmt.Println(code.Name(), code.Categories(), clientStatus(code))
	}
	// Output:
	// EmailNotVerified [VerificationRequired] {403 9}
	// APISecretUnauthorized [Configuration] {502 14}
}
