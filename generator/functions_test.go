package generator

import (
	"bytes"
	"strings"
	"testing"
	"text/template"
)

func TestFunctions(t *testing.T) {
	data := map[string]any{"Name": "APIKeyInvalid", "Codes": []any{1, "a"}, "None": []string(nil), "Text": "a \"b\" <c>\n"}
	for text, want := range map[string]string{
		"{{header}}":                      Header,
		"{{json .Text}} {{json .None}}":   `"a \"b\" <c>\n" []`,
		"{{join \", \" .Codes}}":          "1, a",
		"{{.None | join \"x\"}}":          "",
		"{{lower .Name}} {{upper .Name}}": "apikeyinvalid APIKEYINVALID",
		"{{snake .Name}} {{upperSnake .Name}} {{kebab .Name}} {{camel .Name}}": "api_key_invalid API_KEY_INVALID api-key-invalid apiKeyInvalid",
		"{{comment \"# \" .Text}}": "# a \"b\" <c>\n#",
	} {
		var out bytes.Buffer
		err := template.Must(template.New("").Funcs(functions()).Parse(text)).Execute(&out, data)
		if err != nil || out.String() != want {
			t.Errorf("%s: got %q, want %q: %v", text, out.String(), want, err)
		}
	}
	if _, err := joinList(",", "text"); err == nil {
		t.Error("join of a text does not fail")
	}
}

func TestWords(t *testing.T) {
	for name, want := range map[string]string{
		"":                  "",
		"EmailNotVerified":  "Email Not Verified",
		"APIKeyInvalid":     "API Key Invalid",
		"InvalidAPI":        "Invalid API",
		"V2APIOnly":         "V2 API Only",
		"OTP":               "OTP",
		"customer-identity": "customer identity",
		"invalid_grant":     "invalid grant",
		"  a..b ":           "a b",
		"ÄpfelÜber":         "Äpfel Über",
	} {
		if got := strings.Join(words(name), " "); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
