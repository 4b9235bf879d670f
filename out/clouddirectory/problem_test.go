package clouddirectory_test

import (
	"encoding/json"
	"maps"
	"mime"
	"reflect"
	"slices"
	"testing"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
)

// TestProblem compares problem details with what RFC 9457 calls for and with the extension members of the package.
func TestProblem(t *testing.T) {
	for name, test := range map[string]struct {
		status int
		body   string
		want   string
	}{
		"known": {403, `{"ErrorCode":1067,"Message":"received","Description":"Ask for a new one.","ProviderErrorResponse":"p","Data":{"a":1}}`,
			`{"type":"about:blank","title":"Invalid OTP Code","status":403,"detail":"Ask for a new one.","error_code":1067,
			"api":"cloud-directory","name":"OTPInvalid","retryable":false}`},
		"known, without texts": {0, `{"ErrorCode":1000}`,
			`{"type":"about:blank","title":"Oops, something is going wrong. please try again","status":403,
			"detail":"Oops, something is going wrong. please try again.","error_code":1000,
			"api":"cloud-directory","name":"UnexpectedFailure","retryable":true}`},
		"unknown":        {418, `{"ErrorCode":4242,"Message":"received"}`, `{"type":"about:blank","status":418,"detail":"received","error_code":4242,"api":"cloud-directory","retryable":false}`},
		"no code":        {429, ``, `{"type":"about:blank","status":429,"api":"cloud-directory","retryable":true}`},
		"nothing at all": {0, ``, `{"type":"about:blank","api":"cloud-directory","retryable":false}`},
	} {
		e, _ := cd.Decode(test.status, []byte(test.body))
		data, err := json.Marshal(e.Problem())
		var got, want map[string]any
		if err != nil || json.Unmarshal(data, &got) != nil || json.Unmarshal([]byte(test.want), &want) != nil {
			t.Fatalf("%s: %s %v", name, data, err)
		}
		if known := e.Code.Known(); known && got["type"] != "about:blank" {
			want["type"] = got["type"] // where the spec says that the docs are published
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s\nwant members %v", name, data, slices.Sorted(maps.Keys(want)))
		}
	}
	if media, params, err := mime.ParseMediaType(cd.ProblemContentType); media != "application/problem+json" || len(params) > 0 || err != nil {
		t.Errorf("content type %q", cd.ProblemContentType)
	}
}
