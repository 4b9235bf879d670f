package clouddirectory_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// gateway answers every request like a service behind a proxy: with a JSON error or with a page of its own.
type gateway struct {
	status int
	body   string
}

func (g gateway) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: g.status, Body: io.NopCloser(strings.NewReader(g.body))}, nil
}

// get returns the body of a resource, or the error that the service answered with.
func get(client *http.Client, url string) ([]byte, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		e, _ := clouddirectory.Decode(resp.StatusCode, body)
		return nil, fmt.Errorf("GET %s: %w", url, e)
	}
	return body, nil
}

// In a client of net/http, Decode turns every failed response into an error: one with a code, and also the page of a
// proxy, which still matches its HTTP status.
func ExampleDecode() {
	for _, g := range []gateway{
		{400, `{"ErrorCode": 918, "Message": "The query is invalid"}`},
		{429, `<html><h1>Too many requests</h1></html>`},
	} {
		_, err := get(&http.Client{Transport: g}, "https://cloud.example/profiles")
		fmt.Println(err)
		fmt.Println(errors.Is(err, clouddirectory.ErrQueryInvalid), errors.Is(err, httpstatus.TooManyRequests))
	}
	// Output:
	// GET https://cloud.example/profiles: cloud-directory 918: The query is invalid
	// true false
	// GET https://cloud.example/profiles: cloud-directory HTTP 429
	// false true
}
