package customeridentity_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
)

// TestRetryable considers the status and the code. The package of HTTP statuses gives the same advice for a status.
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
		{429, `{"ErrorCode":970}`, true}, // the status says so
		{503, `{"ErrorCode":970}`, true},
		{500, `{"ErrorCode":970}`, false}, // the catalogue knows the code
		{500, `{"ErrorCode":4242}`, true},
		{425, ``, true},
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
	for status := range 1000 {
		if got, want := httpstatus.Status(status).Retryable(), (&ci.Error{StatusCode: status}).Retryable(); got != want {
			t.Errorf("HTTP %d: the status says %t, and a response with it %t", status, got, want)
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
	text := `{"Err":{"errorcode":"970","Message":"Verify","Data":{"a":1}},"Again":null,"None":null,"Codes":[970,"970",970.0,null,0],"ByCode":{"970":"x"}}`
	if err := json.Unmarshal([]byte(text), &message); err != nil {
		t.Fatal(err)
	}
	e := message.Err
	if e.Code != 970 || e.StatusCode != 403 || e.Message != "Verify" || len(e.Body()) == 0 || message.Again != nil {
		t.Errorf("read %v", e)
	}
	if !slices.Equal(message.Codes, []ci.Code{970, 970, 970, 0, 0}) || message.ByCode[970] != "x" {
		t.Errorf("read %v and %v", message.Codes, message.ByCode)
	}
	data, err := json.Marshal(message)
	var again map[string]any
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"Description": "", "ErrorCode": 970.0, "Message": "Verify", "IsProviderError": false, "StatusCode": 403.0}
	if !reflect.DeepEqual(again["Err"], want) || !reflect.DeepEqual(again["Codes"], []any{970.0, 970.0, 970.0, 0.0, 0.0}) || err != nil {
		t.Errorf("wrote %s, %v", data, err)
	}
	for _, bad := range []string{`{"Err":{}}`, `{"Err":1}`, `{"Err":[]}`, `{"Codes":["x"]}`, `{"Codes":["9_70"]}`, `{"Codes":[{}]}`, `{"Codes":[1.5]}`, `{"Codes":[-1]}`, `{"Codes":[4294968266]}`} {
		if json.Unmarshal([]byte(bad), &message) == nil {
			t.Errorf("%s was read", bad)
		}
	}
}
