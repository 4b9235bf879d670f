package customeridentity_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// get returns the body of a resource, or the error that LoginRadius answered with, and how long it asks to wait.
func get(ctx context.Context, url string) (body []byte, wait time.Duration, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, 0, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, 0, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	if err != nil {
		return nil, 0, err
	}
	seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
	return body, time.Duration(seconds) * time.Second, customeridentity.Check(resp.StatusCode, body)
}

// getPatiently repeats a request that may succeed later: at most five times, after pauses that double and vary, and
// never earlier than the service asks. It gives up if that is more than a minute, and if the account is locked, which
// lasts longer than these pauses.
func getPatiently(ctx context.Context, url string, pause time.Duration) ([]byte, error) {
	for attempt := 1; ; attempt++ {
		body, wait, err := get(ctx, url)
		failure, ok := customeridentity.FromError(err)
		if !ok || !failure.Retryable() || errors.Is(failure, customeridentity.ErrAccountLocked) || attempt == 5 || wait > time.Minute {
			return body, err
		}
		wait = max(wait, pause/2+rand.N(pause))
		select {
		case <-ctx.Done():
			return nil, errors.Join(err, ctx.Err())
		case <-time.After(wait):
		}
		pause *= 2
	}
}

// A GET is worth repeating if the HTTP status or the code says so. Start with a pause of about a second.
func ExampleError_Retryable() {
	attempts := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch attempts++; {
		case r.URL.Path == "/locked":
			w.WriteHeader(http.StatusForbidden)
			w.Write(customeridentity.ErrAccountLockedTemporarily.Body())
		case attempts < 3:
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusTooManyRequests)
			w.Write(customeridentity.ErrTokenLimitExceeded.Body())
		default:
			fmt.Fprint(w, `{"Uid": "1"}`)
		}
	}))
	defer server.Close()

	body, err := getPatiently(context.Background(), server.URL, time.Millisecond)
	fmt.Println(string(body), err, attempts)

	attempts = 0
	_, err = getPatiently(context.Background(), server.URL+"/locked", time.Millisecond)
	fmt.Println(err, attempts)
	// Output:
	// {"Uid": "1"} <nil> 3
	// customer-identity 1198: Account temporarily locked 1
}
