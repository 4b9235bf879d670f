package verbatim

import (
	"encoding/json"
	"fmt"
	"testing"
)

// decode returns the response that a body is with a status.
func decode(status int, body string) *Error {
	e, _ := Decode(status, []byte(body))
	return e
}

func TestDataField(t *testing.T) {
	body := `{"ErrorCode":902,"data":{"LockedUntil":"2026-01-01","n":null,"list":[{"a":1}]},"Errors":[{"FieldName":"f"}]}`
	e := decode(403, body)
	for path, want := range map[string]string{
		"Data":               `{"LockedUntil":"2026-01-01","n":null,"list":[{"a":1}]}`,
		"Data.LockedUntil":   `"2026-01-01"`,
		"data.lockeduntil":   `"2026-01-01"`,
		"Data.list.0.a":      `1`,
		"Data.list.a":        `1`,
		"Data.list.1.a":      ``,
		"Data.list.-1":       ``,
		"Data.n":             ``,
		"Data.LockedUntil.x": ``,
		"Nothing":            ``,
		"":                   ``,
		".":                  ``,
	} {
		got, ok := e.DataField(path)
		if string(got) != want || ok != (want != "") {
			t.Errorf("%q: %s, %t", path, got, ok)
		}
	}
	clear(e.Data())
	clear(e.Body())
	if string(e.Body()) != body || len(e.Data()) == 0 || e.Data()[0] != '{' {
		t.Error("a caller can change what is hidden")
	}
	for _, e := range []*Error{nil, {}, {Code: ErrAccountLocked}, decode(502, "<html>"), decode(502, `{"Data":`)} {
		if field, ok := e.DataField("Data"); ok || field != nil || e.Data() != nil || e.FieldErrors() != nil || e.ProviderErrorResponse() != "" {
			t.Errorf("%v contains %s", e, e.Data())
		}
	}
}

func TestFieldErrors(t *testing.T) {
	for errors, want := range map[string]string{
		`[{"FieldName":"Email","ErrorMessage":"not valid"},{"fieldName":"Age","errorMessage":"too low"}]`: "[{Email not valid} {Age too low}]",
		`[null,"x",{"a":1},{"FieldName":"g","ErrorMessage":"h"},7]`:                                       "[{ x} {g h}]",
		`{"FieldName":"g","ErrorMessage":"h"}`:                                                            "[{g h}]",
		`{"FieldName":["Email"],"ErrorMessage":"bad"}`:                                                    "[{ bad}]",
		`{"FieldName":"Email","fieldName":5,"ErrorMessage":"bad"}`:                                        "[{Email bad}]",
		`["bad"," "]`:                           "[{ bad}]",
		`{"FieldName":"Email"}`:                 "[{Email }]",
		`["bad"]`:                               "[{ bad}]",
		`{"Email":["bad","worse"],"Age":"low"}`: "[{Email bad} {Email worse} {Age low}]",
		`"x"`:                                   "[{ x}]",
		`""`:                                    "[]",
		`7`:                                     "[]",
		`null`:                                  "[]",
	} {
		if got := fmt.Sprint(decode(403, `{"ErrorCode":902,"Errors":`+errors+`}`).FieldErrors()); got != want {
			t.Errorf("%s: %s", errors, got)
		}
	}
}

// TestBody sends every code through the body that it makes.
func TestBody(t *testing.T) {
	for c := range All() {
		body := c.Body()
		e, ok := Decode(403, body)
		if !ok || e.Code != c || e.Message != c.Message() || e.Description != c.Description() {
			t.Errorf("%s became %v", body, e)
		}
	}
	want := `{"Attempts":0,"Data":{"LockedUntil":"text"},"Description":"Too many payments failed. Wait until the account unlocks.",` +
		`"ErrorCode":902,"Errors":[{"ErrorMessage":"text"}],"IsProviderError":false,"Message":"The account is locked","ProviderErrorResponse":null}`
	if got := string(ErrAccountLocked.Body()); got != want {
		t.Errorf("%s", got)
	}
	if e := decode(200, string(Code(4242).Body())); e.Code != 4242 {
		t.Errorf("an unknown code became %v", e)
	}
}

// TestInfoJSON sends what the catalogue says through JSON.
func TestInfoJSON(t *testing.T) {
	for c, info := range All() {
		data, err := json.Marshal(info)
		var again Info
		if err == nil {
			err = json.Unmarshal(data, &again)
		}
		if err != nil || again != info || again.Code != c {
			t.Errorf("%s: %v", data, err)
		}
	}
}
