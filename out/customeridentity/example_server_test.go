package customeridentity_test

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// A test lets a fake server answer with the body of a code, whether the program uses net/http or an SDK.
func ExampleCode_Body() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		code := customeridentity.ErrEmailNotVerified
		w.WriteHeader(cmp.Or(code.HTTPStatus(), http.StatusBadRequest)) // some codes have no status
		w.Write(code.Body())
	}))
	defer server.Close()

	resp, err := http.Get(server.URL)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	err = customeridentity.Check(resp.StatusCode, body)
	fmt.Println(errors.Is(err, customeridentity.ErrEmailNotVerified))
	// Output: true
}
