package clouddirectory_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// get returns the body of a resource, or the error that the service answered with.
func get(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if err := clouddirectory.Check(resp.StatusCode, body); err != nil {
		return nil, fmt.Errorf("get profiles: %w", err)
	}
	return body, nil
}

// With net/http, call Check after the body was read. It makes an error of every response that failed: one with a code,
// and also the page of a proxy, which still matches its HTTP status.
func ExampleCheck() {
	for _, answer := range []func(w http.ResponseWriter){
		func(w http.ResponseWriter) { fmt.Fprint(w, `{"Profiles": []}`) },
		func(w http.ResponseWriter) {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"ErrorCode": 918, "Message": "The query is invalid"}`)
		},
		func(w http.ResponseWriter) {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprint(w, `<html><h1>Too many requests</h1></html>`)
		},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { answer(w) }))
		_, err := get(server.URL)
		server.Close()
		switch {
		case err == nil:
			fmt.Println("ok")
		case errors.Is(err, clouddirectory.ErrQueryInvalid):
			fmt.Println("correct the query:", err)
		case errors.Is(err, httpstatus.TooManyRequests):
			fmt.Println("wait a little:", err)
		}
	}
	// Output:
	// ok
	// correct the query: get profiles: cloud-directory 918: The query is invalid
	// wait a little: get profiles: cloud-directory HTTP 429
}

// Decode is for programs that need the parts of a response, such as a log of what the service answered.
func ExampleDecode() {
	e, ok := clouddirectory.Decode(403, []byte(`{"errorcode": "1067", "errorMessage": "Invalid OTP", "Description": "Ask for a new one."}`))
	fmt.Println(ok, int(e.Code), e.Message, "/", e.Description)
	fmt.Println(e.Code.Name(), "/", e.Code.Message())
	// Output:
	// true 1067 Invalid OTP / Ask for a new one.
	// OTPInvalid / Invalid OTP Code
}
