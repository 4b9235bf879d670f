package customeridentity_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

// TestData reads what some codes carry besides their message.
func TestData(t *testing.T) {
	next := decode(403, `{"ErrorCode":1194,"Message":"Accept","Data":{"access_token":"a1","expires_in":"2026-01-01"}}`)
	var token struct {
		Token string `json:"access_token"`
	}
	if err := json.Unmarshal(next.Data(), &token); err != nil || token.Token != "a1" || next.Code != ci.ErrPrivacyPolicyMismatch {
		t.Errorf("%v: token %q, %v", next, token.Token, err)
	}
	locked := decode(403, `{"errorcode":"1198","data":{"LoginLockedTimeout":"2026-01-01T00:00:00Z"}}`)
	var timeout struct{ LoginLockedTimeout string }
	if err := json.Unmarshal(locked.Data(), &timeout); err != nil || timeout.LoginLockedTimeout == "" || !locked.Retryable() {
		t.Errorf("%v: %v, %v", locked, timeout, err)
	}
	fields := decode(403, `{"ErrorCode":1134,"Errors":[{"FieldName":"Email","ErrorMessage":"not valid"},{"fieldName":"Age","errorMessage":"too low"}]}`)
	want := []ci.FieldError{{FieldName: "Email", ErrorMessage: "not valid"}, {FieldName: "Age", ErrorMessage: "too low"}}
	if got := fields.FieldErrors(); !slices.Equal(got, want) || fields.Code != ci.ErrFieldValidationFailed {
		t.Errorf("%v: %v", fields, got)
	}
}

// TestKeptBack shows that what an accessor returned can be changed without harm, and that an Error made by hand has
// nothing to return.
func TestKeptBack(t *testing.T) {
	body := []byte(`{"ErrorCode":1194,"Data":{"a":1},"ExtraInfo":[1],"Errors":[{"FieldName":"f"}]}`)
	e := decode(403, string(body))
	for range 2 {
		if string(e.Data()) != `{"a":1}` || string(e.ExtraInfo()) != `[1]` || string(e.Body()) != string(body) || e.FieldErrors()[0].FieldName != "f" {
			t.Fatalf("%s %s %s %v", e.Data(), e.ExtraInfo(), e.Body(), e.FieldErrors())
		}
		clear(e.Data())
		clear(e.ExtraInfo())
		clear(e.Body())
		clear(e.FieldErrors())
	}
	hand := &ci.Error{Code: ci.ErrEmailNotVerified}
	if len(hand.Data())+len(hand.ExtraInfo())+len(hand.Body())+len(hand.FieldErrors())+len(hand.ProviderErrorResponse()) > 0 {
		t.Errorf("%v holds something", hand)
	}
}

func TestRetryable(t *testing.T) {
	for _, test := range []struct {
		status int
		body   string
		want   bool
	}{
		{403, `{"ErrorCode":1072}`, true},
		{403, `{"ErrorCode":1198}`, true},
		{403, `{"ErrorCode":1321}`, false},
		{403, `{"ErrorCode":970}`, false},
		{429, `{"ErrorCode":970}`, false}, // the catalogue knows the code
		{429, `{"ErrorCode":4242}`, true},
		{429, ``, true},
		{500, `<html>`, true},
		{502, `<html>`, true}, // which the catalogue does not have
		{403, `<html>`, false},
		{0, ``, false},
	} {
		if got := decode(test.status, test.body).Retryable(); got != test.want {
			t.Errorf("%d %s: %t", test.status, test.body, got)
		}
	}
}

// TestJSON sends an Error through JSON, and codes with it.
func TestJSON(t *testing.T) {
	var message struct {
		Err, Again *ci.Error
		None       ci.Error
		Codes      []ci.Code
		ByCode     map[ci.Code]string
	}
	text := `{"Err":{"errorcode":"970","Message":"Verify","Data":{"a":1}},"Again":null,"None":null,"Codes":[970,"970",970.0,null,0,-1],"ByCode":{"970":"x"}}`
	if err := json.Unmarshal([]byte(text), &message); err != nil {
		t.Fatal(err)
	}
	e := message.Err
	if e.Code != 970 || e.StatusCode != 403 || e.Message != "Verify" || string(e.Data()) != `{"a":1}` || message.Again != nil {
		t.Errorf("read %v", e)
	}
	if !slices.Equal(message.Codes, []ci.Code{970, 970, 970, 0, 0, -1}) || message.ByCode[970] != "x" {
		t.Errorf("read %v and %v", message.Codes, message.ByCode)
	}
	data, err := json.Marshal(message)
	var again map[string]any
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"Description": "", "ErrorCode": 970.0, "Message": "Verify", "IsProviderError": false, "StatusCode": 403.0}
	if !reflect.DeepEqual(again["Err"], want) || !reflect.DeepEqual(again["Codes"], []any{970.0, 970.0, 970.0, 0.0, 0.0, -1.0}) || err != nil {
		t.Errorf("wrote %s, %v", data, err)
	}
	for _, bad := range []string{`{"Err":{}}`, `{"Err":1}`, `{"Err":[]}`, `{"Codes":["x"]}`, `{"Codes":["9_70"]}`, `{"Codes":[{}]}`, `{"Codes":[1.5]}`} {
		if json.Unmarshal([]byte(bad), &message) == nil {
			t.Errorf("%s was read", bad)
		}
	}
}
