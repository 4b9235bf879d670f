package customeridentity_test

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// login stands for a call that LoginRadius answers with an error.
func login(status int, body string) error {
	e, _ := customeridentity.Decode(status, []byte(body))
	return fmt.Errorf("log in: %w", e)
}

// To tell several codes apart, switch over the code that an error holds.
func ExampleCodeOf() {
	err := login(403, `{"ErrorCode": 970, "Message": "Email is not verified"}`)

	switch code := customeridentity.CodeOf(err); code {
	case customeridentity.ErrEmailNotVerified:
		fmt.Println("send the verification email again")
	case customeridentity.ErrAccountLockedTemporarily:
		fmt.Println("try again later")
	case 0:
		fmt.Println("no answer of LoginRadius:", err)
	default:
		fmt.Println("cannot log in:", code.Description())
	}
	// Output: send the verification email again
}

// A category stands for all of its codes, also for those that a later version of the catalogue puts into it.
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

// A request is worth repeating where the code is retryable, or the HTTP status of a response without a known code.
func ExampleError_Retryable() {
	answers := []string{"<html>Too Many Requests</html>", `{"ErrorCode": 1072}`, `{"ErrorCode": 970}`}
	for attempt, pause := 0, time.Millisecond; ; attempt, pause = attempt+1, 2*pause {
		err := login(429, answers[attempt])
		e, ok := customeridentity.FromError(err)
		if !ok || !e.Retryable() {
			fmt.Println("give up:", err)
			return
		}
		fmt.Println("again after", pause, "because of", err)
		time.Sleep(pause)
	}
	// Output:
	// again after 1ms because of log in: customer-identity HTTP 429
	// again after 2ms because of log in: customer-identity 1072: OTP not sent
	// give up: log in: customer-identity 970: Email address not verified
}

// Logged with log/slog, an Error is a group of attributes. What may hold secrets is left out, in any form of logging.
func ExampleError_LogValue() {
	e, _ := customeridentity.Decode(403, []byte(`{"ErrorCode": 1194, "Message": "Accept the policy", "Data": {"access_token": "secret"}}`))

	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime}))
	logger.Warn("login refused", "err", e)
	fmt.Printf("%v\n%+v\n%q\n", e, *e, e)
	// Output:
	// level=WARN msg="login refused" err.api=customer-identity err.code=1194 err.name=PrivacyPolicyMismatch err.status=403 err.message="Accept the policy"
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
