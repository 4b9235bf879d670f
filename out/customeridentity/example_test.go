package customeridentity_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// login is a call that LoginRadius answers with a status and a body.
func login(status int, body string) error {
	if err := customeridentity.Check(status, []byte(body)); err != nil {
		return fmt.Errorf("log in: %w", err)
	}
	return nil
}

// To tell several codes apart, switch over the code that an error contains.
func ExampleCodeOf() {
	err := login(403, `{"ErrorCode": 970, "Message": "Email is not verified"}`)

	switch code := customeridentity.CodeOf(err); code {
	case customeridentity.ErrEmailNotVerified:
		fmt.Println("send the verification email again")
	case customeridentity.ErrAccountLockedTemporarily:
		fmt.Println("try again later")
	case 0:
		fmt.Println("not an error of this API:", err)
	default:
		fmt.Println("cannot log in:", code.Description())
	}
	// Output: send the verification email again
}

// A category matches all of its codes, also those that a later version of the catalogue puts into it.
func ExampleCategory() {
	for _, code := range []int{1198, 970, 4242} {
		err := login(403, fmt.Sprintf(`{"ErrorCode": %d}`, code))
		fmt.Println(code, errors.Is(err, customeridentity.ErrAccountLocked), errors.Is(err, customeridentity.ErrVerificationRequired))
	}
	// Output:
	// 1198 true false
	// 970 false true
	// 4242 false false
}

// Logged with log/slog, an Error is a group of attributes. The body of the response, which may contain
// secrets, is left out, in any form of logging.
func ExampleError_LogValue() {
	e, _ := customeridentity.Decode(403, []byte(`{"ErrorCode": 1194, "Message": "Accept the policy", "Data": {"access_token": "secret"}}`))

	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	logger.Warn("login failed", "err", e)
	fmt.Printf("%v\n%+v\n%q\n", e, e, e)
	// Output:
	// level=WARN msg="login failed" err.api=customer-identity err.code=1194 err.name=PrivacyPolicyMismatch err.status=403 err.message="Accept the policy"
	// customer-identity 1194: Accept the policy
	// customer-identity 1194: Accept the policy
	// "customer-identity 1194: Accept the policy"
}

func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}
