package clouddirectory_test

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
)

const secret = "S3CR3T-T0K3N"

var planted = fmt.Sprintf(`[{"Message": "Invalid OTP", "Description": "Ask for a new one.", "ErrorCode": 1067, "IsProviderError": true,
	"ProviderErrorResponse": {"token": "%[1]s"}, "Data": {"access_token": "%[1]s"}, "ExtraInfo": "%[1]s",
	"Errors": [{"FieldName": "%[1]s", "ErrorMessage": "%[1]s"}], "Other": "%[1]s"}]`, secret)

// disguises are the forms in which a text may be printed.
var disguises = []string{
	secret,
	hex.EncodeToString([]byte(secret)),
	strings.ToUpper(hex.EncodeToString([]byte(secret))),
	base64.StdEncoding.EncodeToString([]byte(secret))[:12],
	strings.Trim(fmt.Sprint([]byte(secret)), "[]"),
	strings.Trim(fmt.Sprintf("%#v", []byte(secret[:4])), "[]byte{}"),
}

// verbs are all letters with every flag that fmt has.
func verbs() (all []string) {
	for verb := 'A'; verb <= 'z'; verb++ {
		for _, flags := range []string{"", "+", "#", "-", " ", "0", "+#", "# ", "30", "-30.2", ".3", "[1]"} {
			all = append(all, "%"+flags+string(verb))
		}
	}
	return all
}

// prints returns a value in every form in which a program prints or marshals one.
func prints(v any) []string {
	texts := []string{fmt.Sprint(v), fmt.Sprintln(v), fmt.Sprintf("%v %[1]d", v)}
	for _, verb := range verbs() {
		texts = append(texts, fmt.Sprintf(verb, v))
	}
	var out bytes.Buffer
	text, js := slog.New(slog.NewTextHandler(&out, nil)), slog.New(slog.NewJSONHandler(&out, nil))
	for _, logger := range []*slog.Logger{text, js} {
		logger.Info("failed", "err", v)
		logger.With("err", v).WithGroup("g").Info("failed", slog.Group("h", "err", v), "list", []any{v}, "map", map[string]any{"err": v})
	}
	log.New(&out, "", 0).Print(v)
	data, _ := json.Marshal(v)
	indented, _ := json.MarshalIndent(map[string]any{"err": v}, "", "\t")
	element, _ := xml.Marshal(v)
	_ = gob.NewEncoder(&out).Encode(v)
	return append(texts, out.String(), string(data), string(indented), string(element))
}

func TestRedaction(t *testing.T) {
	e, ok := cd.Decode(403, []byte(planted))
	if hidden := e.ProviderErrorResponse() + string(e.Body()); !ok || strings.Count(hidden, secret) < 7 {
		t.Fatalf("the methods lack the secret: %s", hidden)
	}
	info, _ := cd.Lookup(int(e.Code))
	for name, v := range map[string]any{
		"pointer":    e,
		"value":      *e,
		"wrapped":    fmt.Errorf("query: %w", e),
		"wrapped %v": fmt.Errorf("query: %v", *e),
		"joined":     errors.Join(e, e),
		"struct":     struct{ Err cd.Error }{*e},
		"pointers":   struct{ Err, Again *cd.Error }{e, e},
		"embedded":   struct{ cd.Error }{*e},
		"any":        struct{ v any }{*e},
		"unexported": struct{ err cd.Error }{*e},
		"unreached":  struct{ err struct{ err *cd.Error } }{struct{ err *cd.Error }{e}},
		"slice":      []cd.Error{*e},
		"map":        map[string]*cd.Error{"err": e},
		"indirect":   &e,
		"code":       e.Code,
		"info":       info,
		"problem":    e.Problem(),
		"problem of": struct{ P *cd.Problem }{func() *cd.Problem { p := e.Problem(); return &p }()},
	} {
		for _, text := range prints(v) {
			for _, disguise := range disguises {
				if strings.Contains(text, disguise) {
					t.Errorf("%s: %.300s", name, text)
				}
			}
		}
	}
}

// TestPrinted compares what does appear.
func TestPrinted(t *testing.T) {
	e, _ := cd.Decode(403, []byte(`{"ErrorCode":1067,"Message":"Invalid\nOTP\u202e","Description":"Ask for a new one."}`))
	lost, _ := cd.Decode(502, []byte("<html>"))
	unknown, _ := cd.Decode(400, []byte(`{"ErrorCode":4242,"Message":"New"}`))
	for _, test := range []struct{ got, want string }{
		{e.Error(), "cloud-directory 1067: Invalid OTP "},
		{fmt.Sprintf("%v|%+v|%s|%q", e, e, e, e), `cloud-directory 1067: Invalid OTP |cloud-directory 1067: Invalid OTP |cloud-directory 1067: Invalid OTP |"cloud-directory 1067: Invalid OTP "`},
		{lost.Error(), "cloud-directory HTTP 502"},
		{(&cd.Error{}).Error(), "cloud-directory: no error response"},
		{(*cd.Error)(nil).Error(), "cloud-directory: no error response"},
		{(&cd.Error{Message: "Lost"}).Error(), "cloud-directory: Lost"},
		{(&cd.Error{Code: cd.Code(1067)}).Error(), "cloud-directory 1067: Invalid OTP Code"},
		{unknown.Error(), "cloud-directory 4242: New"},
		{cd.Code(4242).Error(), "cloud-directory 4242"},
		{marshalled(e), `{"ErrorCode":1067,"StatusCode":403,"Message":"Invalid\nOTP` + "\u202e" + `","Description":"Ask for a new one.","IsProviderError":false}`},
		{marshalled(*e), marshalled(e)},
		{marshalled((*cd.Error)(nil)), "null"},
		{marshalled(cd.ErrInvalidRequest), `"InvalidRequest"`},
		{fmt.Sprint(cd.ErrInvalidRequest), "InvalidRequest"},
	} {
		if test.got != test.want {
			t.Errorf("got  %s\nwant %s", test.got, test.want)
		}
	}
	var text, js bytes.Buffer
	slog.New(slog.NewTextHandler(&text, nil)).Info("failed", "err", unknown, "category", cd.ErrInvalidRequest)
	if want := `msg=failed err.api=cloud-directory err.code=4242 err.status=400 err.message=New category=InvalidRequest`; !strings.Contains(text.String(), want) {
		t.Errorf("log: %s", &text)
	}
	slog.New(slog.NewJSONHandler(&js, nil)).Info("failed", "err", unknown, "category", cd.ErrInvalidRequest)
	if want := `"err":{"api":"cloud-directory","code":4242,"status":400,"message":"New"},"category":"InvalidRequest"`; !strings.Contains(js.String(), want) {
		t.Errorf("log: %s", &js)
	}
}

// TestLong prints a text of any length in short, and keeps the whole.
func TestLong(t *testing.T) {
	for _, c := range []string{"x", "é", "€", "😀"} {
		for shift := range 4 {
			message := "abc"[:shift] + strings.Repeat(c, 10_000)
			e, _ := cd.Decode(403, []byte(`{"ErrorCode":1067,"Message":"`+message+`"}`))
			text, ok := strings.CutSuffix(e.Error(), "…")
			text = strings.TrimPrefix(text, "cloud-directory 1067: ")
			if !ok || !strings.HasPrefix(message, text) || !utf8.ValidString(text) || len(text) > 1024 || len(text) <= 1024-len(c) {
				t.Errorf("%d bytes of %q are printed: %.99q", len(text), c, e)
			}
			if e.Message != message || e.Problem().Detail != message {
				t.Errorf("%d bytes of %d are kept", len(e.Message), len(message))
			}
			if value := e.LogValue().Group(); value[len(value)-1].Value.String() != text+"…" {
				t.Errorf("logged: %.99s", e.LogValue())
			}
		}
	}
	whole := strings.Repeat("x", 1024)
	if e, _ := cd.Decode(403, []byte(`{"ErrorCode":1067,"Message":"`+whole+`"}`)); e.Error() != "cloud-directory 1067: "+whole {
		t.Errorf("a text of 1 KiB is printed as %q", e)
	}
}

func marshalled(v any) string {
	data, _ := json.Marshal(v)
	return string(data)
}

// TestReflection walks values as printers do that look into unexported fields, such as those of test packages.
func TestReflection(t *testing.T) {
	e, _ := cd.Decode(403, []byte(planted))
	other, _ := cd.Decode(502, []byte("<html>"+secret))
	text := texts(reflect.ValueOf([]any{e, *e, other, struct{ err error }{fmt.Errorf("w: %w", e)}, map[string]cd.Error{"e": *e}, []cd.Error{*e}}))
	if strings.Contains(text, secret) || !strings.Contains(text, "Ask for a new one.") {
		t.Errorf("reflection finds %q", text)
	}
}

// texts returns every string that reflection finds in a value.
func texts(v reflect.Value) string {
	var all strings.Builder
	switch v.Kind() {
	case reflect.String:
		return v.String() + "\n"
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return texts(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			all.WriteString(texts(v.Field(i)))
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return fmt.Sprintf("%s\n", v.Bytes())
		}
		for i := range v.Len() {
			all.WriteString(texts(v.Index(i)))
		}
	case reflect.Map:
		for key, value := range v.Seq2() {
			all.WriteString(texts(key) + texts(value))
		}
	}
	return all.String()
}
