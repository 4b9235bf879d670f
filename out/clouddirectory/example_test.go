package clouddirectory_test

import (
	"errors"
	"fmt"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// A failed response becomes an error. Whoever handles it asks what went wrong: by code, by category, or by HTTP status.
func Example() {
	status := 403
	body := []byte(`{"ErrorCode": 1067, "Message": "Invalid OTP Code", "Description": "The OTP code is invalid."}`)

	e, _ := clouddirectory.Decode(status, body)
	err := fmt.Errorf("second factor: %w", e)

	switch {
	case errors.Is(err, clouddirectory.ErrOTPInvalid):
		fmt.Println("wrong code, ask for another")
	case errors.Is(err, clouddirectory.ErrConfiguration):
		fmt.Println("call the administrator")
	case errors.Is(err, httpstatus.TooManyRequests):
		fmt.Println("wait a little")
	}
	fmt.Println(err)
	// Output:
	// wrong code, ask for another
	// second factor: cloud-directory 1067: Invalid OTP Code
}
