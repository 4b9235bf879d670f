package clouddirectory_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/lrcodes/lrcodes/out/clouddirectory"
)

// An internal gateway that speaks for the service passes a failure on as problem details. They have no Data, and
// nothing that a social provider said. Never send them to end users.
func ExampleError_Problem() {
	e, _ := clouddirectory.Decode(403, []byte(`{"ErrorCode": 1067, "Description": "Ask for a new one.", "Data": {"access_token": "secret"}}`))

	w := printer{}
	w.Header().Set("Content-Type", clouddirectory.ProblemContentType)
	w.WriteHeader(cmp.Or(e.StatusCode, http.StatusBadGateway))
	json.NewEncoder(w).Encode(e.Problem())
	// Output:
	// 403
	// {"type":"https://github.com/lrcodes/lrcodes/blob/main/out/docs/cloud-directory.md#cloud-directory-1067","title":"Invalid OTP Code","status":403,"detail":"Ask for a new one.","error_code":1067,"api":"cloud-directory","name":"OTPInvalid","retryable":false}
}

// printer is a response writer that prints.
type printer struct{}

func (printer) Header() http.Header                { return http.Header{} }
func (printer) WriteHeader(status int)             { fmt.Println(status) }
func (printer) Write(data []byte) (n int, _ error) { return fmt.Print(string(data)) }
