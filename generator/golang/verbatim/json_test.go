package verbatim

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzDocument compares what document and lookup find in place with what encoding/json finds.
func FuzzDocument(f *testing.F) {
	for _, body := range []string{
		`{"a":1}`, ` [{"a":"b"}] `, "\uFEFF{}", `[]`, `[1,2]`, `{"a":{"b":[1,{"c":"\"}"}]},"A":null}`, `{"a":"\\\\\"","b":"{"}`,
		`{`, `[{"a":1}`, `{"a"`, `{"a":`, `{"a":1,`, `{"a" 1}`, `{"a":}`, `"`, `{"\u0061":2,"a":{}}`, "{\"a\":\"\xff\"}", `[[{"a":1}]]`,
	} {
		f.Add([]byte(body), "a.b")
	}
	f.Fuzz(func(t *testing.T, body []byte, path string) {
		doc := document(body)
		lookup(doc, path)
		lookup(body, path) // which may be anything
		if !json.Valid(body) || len(body) > maxBody {
			return
		}
		var object map[string]json.RawMessage
		if json.Unmarshal(body, &object) != nil || object == nil {
			var list []json.RawMessage
			if json.Unmarshal(body, &list) != nil || len(list) != 1 || json.Unmarshal(list[0], &object) != nil || object == nil {
				if doc != nil {
					t.Errorf("%s is not an object, but %s was found", body, doc)
				}
				return
			}
		}
		if doc == nil {
			t.Fatalf("%s was not recognized", body)
		}
		for key, value := range object {
			if got := child(doc, key, hasValue); string(got) != string(value) && unambiguous(object, key) {
				t.Errorf("%s: %q is %s, want %s", body, key, got, value)
			}
		}
	})
}

// unambiguous reports whether only one key of an object is the same in any letter case, and an object without it.
func unambiguous(object map[string]json.RawMessage, key string) bool {
	n := 0
	for other, value := range object {
		if strings.EqualFold(other, key) || strings.Contains(other, "\ufffd") || !hasValue(value) {
			n++
		}
	}
	return n == 1 && hasValue(object[key])
}

func TestNumberOf(t *testing.T) {
	for value, want := range map[string]int64{
		`970`: 970, `0970`: 970, `"970"`: 970, `" 970\n"`: 970, `"0000970"`: 970, `970.0`: 970, `9.7e2`: 970, `"970.0"`: 970, `-5`: -5, `"-5"`: -5,
		`0`: 0, `4294968266`: 4294968266, `9007199254740992`: 9007199254740992, `"+970"`: 970,
	} {
		if n, ok := numberOf([]byte(value)); !ok || n != want {
			t.Errorf("%s: %d, %t", value, n, ok)
		}
	}
	for _, value := range []string{``, `null`, `""`, `" "`, `970.5`, `"NaN"`, `"Inf"`, `"0x3CA"`, `"9_70"`, `1e999`, `true`, `[970]`, `{}`, `"970: x"`, `"e"`, `9007199254740994`} {
		if n, ok := numberOf([]byte(value)); ok {
			t.Errorf("%s: %d", value, n)
		}
	}
}

// TestBounds reads numbers that no service sends as a code, on systems with 32 bits too.
func TestBounds(t *testing.T) {
	for _, value := range []string{"4294968197", "4294967297", "2147483648", "-1", "-901", "9007199254740992", "1e300", `"4294968197"`} {
		var c Code
		if err := json.Unmarshal([]byte(value), &c); err == nil || c != 0 {
			t.Errorf("%s was read as %d", value, int(c))
		}
		if e, ok := Decode(200, []byte(`{"ErrorCode":`+value+`}`)); ok || e.Code != 0 {
			t.Errorf("%s was decoded as %v", value, e)
		}
		if c, ok := Parse(strings.Trim(value, `"`)); ok {
			t.Errorf("%s was parsed as %v", value, c)
		}
	}
	for value, want := range map[string]Code{"2147483647": 2147483647, "1": 1, "0": 0, `"0901"`: 901, "null": 0} {
		var c Code
		if err := json.Unmarshal([]byte(value), &c); err != nil || c != want {
			t.Errorf("%s was read as %d, %v", value, int(c), err)
		}
	}
	for s, want := range map[string]Code{"901": 901, "4242": 4242, "CardExpired": 901, "ErrCardExpired": 901, "CardTooOld": 901} {
		if c, ok := Parse(s); !ok || c != want {
			t.Errorf("%q was parsed as %v, %t", s, c, ok)
		}
	}
}
