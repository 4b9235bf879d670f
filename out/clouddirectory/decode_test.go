package clouddirectory_test

import (
	"fmt"
	"strings"
	"testing"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
)

// read is what a test compares of a decoded body.
type read struct {
	Code                 cd.Code
	Message, Description string
	Provider             string // IsProviderError and ProviderErrorResponse
	Kept                 string // Data, Errors and ExtraInfo
}

func readOf(e *cd.Error) read {
	r := read{Code: e.Code, Message: e.Message, Description: e.Description, Provider: e.ProviderErrorResponse()}
	if e.IsProviderError {
		r.Provider = "provider: " + r.Provider
	}
	for _, kept := range []string{string(e.Data()), string(e.ExtraInfo())} {
		r.Kept += kept
	}
	for _, f := range e.FieldErrors() {
		r.Kept += fmt.Sprintf("%s=%s;", f.FieldName, f.ErrorMessage)
	}
	return r
}

const otp = cd.ErrOTPInvalid // 1067

var decodable = []struct {
	name, body string
	want       read
}{
	{"documented", `{"Description":"Ask anew.","ErrorCode":1067,"Message":"Invalid","IsProviderError":false,"ProviderErrorResponse":null}`,
		read{otp, "Invalid", "Ask anew.", "", ""}},
	{"lower case", `{"description":"Ask anew.","errorcode":1067,"message":"Invalid","isprovidererror":false}`, read{otp, "Invalid", "Ask anew.", "", ""}},
	{"camel case", `{"description":"Ask anew.","errorCode":1067,"message":"Invalid","isProviderError":true}`, read{otp, "Invalid", "Ask anew.", "provider: ", ""}},
	{"upper case", `{"ERRORCODE":1067}`, read{Code: otp}},
	{"other names", `{"ErrorCode":1067,"ErrorMessage":"Invalid","ErrorDescription":"Ask anew."}`, read{otp, "Invalid", "Ask anew.", "", ""}},
	{"both names", `{"ErrorCode":1067,"Message":"Invalid","ErrorMessage":"other"}`, read{Code: otp, Message: "Invalid"}},
	{"empty name beside the other", `{"ErrorCode":1067,"Message":"","ErrorMessage":"other"}`, read{Code: otp, Message: "other"}},

	{"code as float", `{"ErrorCode":1067.0}`, read{Code: otp}},
	{"code with exponent", `{"ErrorCode":1.067e3}`, read{Code: otp}},
	{"code as text", `{"ErrorCode":"1067"}`, read{Code: otp}},
	{"code as text with space", `{"ErrorCode":" 1067 "}`, read{Code: otp}},
	{"code as text of a float", `{"ErrorCode":"1067.0"}`, read{Code: otp}},
	{"code unknown", `{"ErrorCode":424242,"Message":"New"}`, read{Code: 424242, Message: "New"}},
	{"code the largest", `{"ErrorCode":2147483647}`, read{Code: 2147483647}},
	{"code null", `{"ErrorCode":null,"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code missing", `{"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code zero", `{"ErrorCode":0}`, read{}},
	{"code negative", `{"ErrorCode":-1067}`, read{}},
	{"code too large", `{"ErrorCode":2147483648}`, read{}},
	{"code beyond floats", `{"ErrorCode":1e999,"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code broken", `{"ErrorCode":1067.5}`, read{}},
	{"code no number", `{"ErrorCode":"NaN","Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code a truth value", `{"ErrorCode":true}`, read{}},
	{"code an object", `{"ErrorCode":{"ErrorCode":1067},"Message":"Invalid"}`, read{Message: "Invalid"}},

	{"provider text", `{"ErrorCode":1067,"IsProviderError":true,"ProviderErrorResponse":"denied"}`, read{Code: otp, Provider: "provider: denied"}},
	{"provider object", `{"ErrorCode":1067,"IsProviderError":"True","ProviderErrorResponse":{"error": 1}}`, read{Code: otp, Provider: `provider: {"error": 1}`}},
	{"provider array", `{"ErrorCode":1067,"ProviderErrorResponse":[1]}`, read{Code: otp, Provider: `[1]`}},
	{"provider alone", `{"ProviderErrorResponse":"denied"}`, read{Provider: "denied"}},

	{"Data", `{"ErrorCode":1067,"Data":{"access_token":"t"}}`, read{Code: otp, Kept: `{"access_token":"t"}`}},
	{"Data null", `{"ErrorCode":1067,"Data":null,"ExtraInfo":null,"Errors":null}`, read{Code: otp}},
	{"Errors", `{"ErrorCode":1067,"Errors":[{"FieldName":"q","ErrorMessage":"missing"},{"fieldname":"from"}]}`, read{Code: otp, Kept: "q=missing;from=;"}},
	{"Errors of another form", `{"ErrorCode":1067,"Errors":{"q":"missing"}}`, read{Code: otp}},
	{"ExtraInfo", `{"ErrorCode":1067,"ExtraInfo":["a"]}`, read{Code: otp, Kept: `["a"]`}},

	{"wrong types", `{"ErrorCode":1067,"Message":{"a":[1]},"Description":[1],"IsProviderError":[],"Data":7}`, read{Code: otp, Kept: "7"}},
	{"wrong type before the code", `{"Message":12,"Description":true,"ErrorCode":1067}`, read{Code: otp}},
	{"duplicate keys", `{"ErrorCode":901,"Message":"first","ErrorCode":1067,"message":"second"}`, read{Code: otp, Message: "second"}},
	{"unknown keys", `{"Trace":{"id":[1,2]},"ErrorCode":1067,"x":null}`, read{Code: otp}},
	{"array of one", ` [ {"ErrorCode":1067} ] `, read{Code: otp}},
	{"byte order mark", "\uFEFF{\"ErrorCode\":1067}\r\n", read{Code: otp}},
	{"invalid UTF-8", "{\"ErrorCode\":1067,\"Message\":\"a\xff\xfeb\"}", read{Code: otp, Message: "a��b"}},
	{"lone surrogate", `{"ErrorCode":1067,"Message":"a\ud800b"}`, read{Code: otp, Message: "a�b"}},
	{"space behind, past the limit", `{"ErrorCode":1067}` + strings.Repeat(" ", 2<<20), read{Code: otp}},
	{"nested value", `{"Data":` + nest(9000) + `,"ErrorCode":1067}`, read{Code: otp, Kept: nest(9000)}},
}

func nest(depth int) string { return strings.Repeat("[", depth) + strings.Repeat("]", depth) }

func TestDecode(t *testing.T) {
	for _, test := range decodable {
		e, ok := cd.Decode(0, []byte(test.body))
		if got := readOf(e); !ok || got != test.want {
			t.Errorf("%s: %t %+v, want %+v", test.name, ok, got, test.want)
		}
		if e.StatusCode != e.Code.HTTPStatus() {
			t.Errorf("%s: status %d, want that of the catalogue", test.name, e.StatusCode)
		}
		if e, _ := cd.Decode(502, []byte(test.body)); e.StatusCode != 502 || readOf(e) != test.want {
			t.Errorf("%s: %d %+v with a status of its own", test.name, e.StatusCode, readOf(e))
		}
	}
}

// foreign are bodies that are no error response of the API.
var foreign = map[string]string{
	"nothing":            "",
	"space":              " \r\n",
	"only a mark":        "\uFEFF",
	"HTML":               "<html><head><title>502 Bad Gateway</title></head></html>",
	"text":               "upstream connect error",
	"OAuth":              `{"error":"invalid_grant","error_description":"The grant is invalid"}`,
	"empty object":       `{}`,
	"another object":     `{"id":1067,"Data":{"ErrorCode":1067}}`,
	"all null":           `{"ErrorCode":null,"Message":null,"ProviderErrorResponse":null}`,
	"null":               `null`,
	"number":             `1067`,
	"JSON text":          `"{\"ErrorCode\":1067}"`,
	"truncated":          `{"ErrorCode":1067,"Message":"Inv`,
	"two values":         `{"ErrorCode":1067}{"ErrorCode":1067}`,
	"empty array":        `[]`,
	"array of two":       `[{"ErrorCode":1067},{"ErrorCode":901}]`,
	"array in array":     `[[{"ErrorCode":1067}]]`,
	"array of null":      `[null]`,
	"array, truncated":   `[{"ErrorCode":1067}`,
	"nested too deep":    nest(20000),
	"nested in a member": `{"ErrorCode":1067,"Data":` + nest(20000) + `}`,
	"too long":           `{"ErrorCode":1067,"Message":"` + strings.Repeat("x", 2<<20) + `"}`,
	"zero bytes":         "\x00\x00",
}

func TestDecodeForeign(t *testing.T) {
	for name, body := range foreign {
		e, ok := cd.Decode(429, []byte(body))
		if ok || e == nil || readOf(e) != (read{}) || e.StatusCode != 429 {
			t.Errorf("%s: %t %+v", name, ok, readOf(e))
		}
		if want := body[:min(len(body), 1<<20)]; string(e.Body()) != want {
			t.Errorf("%s: the body is %d bytes, want %d", name, len(e.Body()), len(want))
		}
	}
}
