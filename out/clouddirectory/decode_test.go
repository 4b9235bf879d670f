package clouddirectory_test

import (
	"strings"
	"testing"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
)

// read is what a test compares of a decoded body.
type read struct {
	Code                 cd.Code
	Message, Description string
	Provider             string // IsProviderError and ProviderErrorResponse
}

func readOf(e *cd.Error) read {
	r := read{e.Code, e.Message, e.Description, e.ProviderErrorResponse()}
	if e.IsProviderError {
		r.Provider = "provider: " + r.Provider
	}
	return r
}

const otp = cd.ErrOTPInvalid // 1067

var decodable = []struct {
	name, body string
	want       read
}{
	{"documented", `{"Description":"Ask for a new one.","ErrorCode":1067,"Message":"Invalid","IsProviderError":false,"ProviderErrorResponse":null}`,
		read{otp, "Invalid", "Ask for a new one.", ""}},
	{"lower case", `{"description":"Ask for a new one.","errorcode":1067,"message":"Invalid","isprovidererror":false}`, read{otp, "Invalid", "Ask for a new one.", ""}},
	{"camel case", `{"description":"Ask for a new one.","errorCode":1067,"message":"Invalid","isProviderError":true}`, read{otp, "Invalid", "Ask for a new one.", "provider: "}},
	{"upper case", `{"ERRORCODE":1067}`, read{Code: otp}},
	{"other names", `{"ErrorCode":1067,"ErrorMessage":"Invalid","ErrorDescription":"Ask for a new one."}`, read{otp, "Invalid", "Ask for a new one.", ""}},
	{"two spellings, the second null", `{"ErrorCode":1067,"errorCode":null,"Message":"Invalid","message":null}`, read{Code: otp, Message: "Invalid"}},
	{"two spellings, the second not a code", `{"ErrorCode":1067,"errorCode":"abc","ERRORCODE":{}}`, read{Code: otp}},
	{"two spellings, the first not a code", `{"errorCode":[],"ErrorCode":1067}`, read{Code: otp}},
	{"two spellings, the first null", `{"errorCode":null,"ErrorCode":1067,"message":"","Message":"Invalid"}`, read{Code: otp, Message: "Invalid"}},
	{"two spellings, the second not a text", `{"ErrorCode":1067,"Message":"Invalid","message":5,"Description":"Again.","description":{"a":1}}`, read{otp, "Invalid", "Again.", ""}},
	{"two spellings, the second blank", `{"ErrorCode":1067,"Message":"Invalid","message":" \n"}`, read{Code: otp, Message: "Invalid"}},
	{"blank texts", `{"ErrorCode":1067,"Message":"  ","Description":"\t\u00a0"}`, read{Code: otp}},
	{"text with blanks around", `{"ErrorCode":1067,"Message":" Invalid "}`, read{Code: otp, Message: " Invalid "}},
	{"one name blank", `{"ErrorCode":1067,"Message":"  ","ErrorMessage":"other"}`, read{Code: otp, Message: "other"}},
	{"both names", `{"ErrorCode":1067,"Message":"Invalid","ErrorMessage":"other"}`, read{Code: otp, Message: "Invalid"}},
	{"one name empty", `{"ErrorCode":1067,"Message":"","ErrorMessage":"other"}`, read{Code: otp, Message: "other"}},

	{"code as float", `{"ErrorCode":1067.0}`, read{Code: otp}},
	{"code with exponent", `{"ErrorCode":1.067e3}`, read{Code: otp}},
	{"code as text", `{"ErrorCode":"1067"}`, read{Code: otp}},
	{"code as text with space", `{"ErrorCode":" 1067 "}`, read{Code: otp}},
	{"code with leading zeros", `{"ErrorCode":"0001067"}`, read{Code: otp}},
	{"code escaped", `{"\u0045rrorCode":"10\u00367"}`, read{Code: otp}},
	{"key folded by Unicode", `{"MeſſageX":1,"ErrorCode":1067,"Meſſage":"Invalid"}`, read{Code: otp, Message: "Invalid"}},
	{"code as text of a float", `{"ErrorCode":"1067.0"}`, read{Code: otp}},
	{"code unknown", `{"ErrorCode":424242,"Message":"New"}`, read{Code: 424242, Message: "New"}},
	{"code the largest", `{"ErrorCode":2147483647}`, read{Code: 2147483647}},

	{"provider text", `{"ErrorCode":1067,"IsProviderError":true,"ProviderErrorResponse":"denied"}`, read{Code: otp, Provider: "provider: denied"}},
	{"provider object", `{"ErrorCode":1067,"IsProviderError":"True","ProviderErrorResponse":{"error": 1}}`, read{Code: otp, Provider: `provider: {"error": 1}`}},
	{"provider array", `{"ErrorCode":1067,"ProviderErrorResponse":[1]}`, read{Code: otp, Provider: `[1]`}},

	{"wrong types", `{"ErrorCode":1067,"Message":{"a":[1]},"Description":[1],"IsProviderError":[],"Data":7}`, read{Code: otp}},
	{"wrong type before the code", `{"Message":12,"Description":true,"ErrorCode":1067}`, read{Code: otp}},
	{"duplicate keys", `{"ErrorCode":901,"Message":"first","ErrorCode":1067,"message":"second"}`, read{Code: otp, Message: "second"}},
	{"unknown keys", `{"Trace":{"id":[1,2]},"ErrorCode":1067,"x":null}`, read{Code: otp}},
	{"array of one", ` [ {"ErrorCode":1067} ] `, read{Code: otp}},
	{"byte order mark", "\uFEFF{\"ErrorCode\":1067}\r\n", read{Code: otp}},
	{"blanks before a byte order mark", "\r\n \uFEFF {\"ErrorCode\":1067}", read{Code: otp}},
	{"invalid UTF-8", "{\"ErrorCode\":1067,\"Message\":\"a\xff\xfeb\"}", read{Code: otp, Message: "a��b"}},
	{"lone surrogate", `{"ErrorCode":1067,"Message":"a\ud800b"}`, read{Code: otp, Message: "a�b"}},
	{"nested value", `{"Data":` + nest(9000) + `,"ErrorCode":1067}`, read{Code: otp}},
}

// withoutCode are bodies without a code, which only an HTTP status from 400 makes error responses.
var withoutCode = []struct {
	name, body string
	want       read
}{
	{"code null", `{"ErrorCode":null,"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code missing", `{"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code beyond floats", `{"ErrorCode":1e999,"Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code no number", `{"ErrorCode":"NaN","Message":"Invalid"}`, read{Message: "Invalid"}},
	{"code an object", `{"ErrorCode":{"ErrorCode":1067},"Message":"Invalid"}`, read{Message: "Invalid"}},
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
		for _, status := range []int{200, 502} {
			if e, ok := cd.Decode(status, []byte(test.body)); !ok || e.StatusCode != status || readOf(e) != test.want {
				t.Errorf("%s: %d %+v with the status %d", test.name, e.StatusCode, readOf(e), status)
			}
		}
	}
	for _, test := range withoutCode {
		if e, ok := cd.Decode(502, []byte(test.body)); !ok || readOf(e) != test.want {
			t.Errorf("%s: %t %+v, want %+v", test.name, ok, readOf(e), test.want)
		}
		for _, status := range []int{0, 200, 302} {
			if e, ok := cd.Decode(status, []byte(test.body)); ok || readOf(e) != (read{}) || cd.Check(status, []byte(test.body)) != nil {
				t.Errorf("%s: an error with the status %d: %+v", test.name, status, readOf(e))
			}
		}
	}
}

// foreign are bodies that are no error response of the API.
var foreign = map[string]string{
	"nothing":            "",
	"code zero":          `{"ErrorCode":0}`,
	"message blank":      `{"Message":" \n"}`,
	"provider alone":     `{"ProviderErrorResponse":"denied"}`,
	"code negative":      `{"ErrorCode":-1067}`,
	"code too large":     `{"ErrorCode":2147483648}`,
	"code broken":        `{"ErrorCode":1067.5}`,
	"code a truth value": `{"ErrorCode":true}`,
	"description alone":  `{"Description":"denied"}`,
	"longer than 1 MiB":  `{"ErrorCode":1067}` + strings.Repeat(" ", 1<<20),
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
		if provider := e.ProviderErrorResponse(); ok || e.Code != 0 || e.Message+e.Description != "" || e.StatusCode != 429 || provider != "" && name != "provider alone" {
			t.Errorf("%s: %t %+v", name, ok, readOf(e))
		}
		if err := cd.Check(200, []byte(body)); err != nil {
			t.Errorf("%s: an error with the status 200: %v", name, err)
		}
		if cd.StatusOf(cd.Check(429, []byte(body))) != 429 {
			t.Errorf("%s: no error with the status 429", name)
		}
		if want := body[:min(len(body), 1<<20)]; string(e.Body()) != want {
			t.Errorf("%s: the body is %d bytes, want %d", name, len(e.Body()), len(want))
		}
	}
}
