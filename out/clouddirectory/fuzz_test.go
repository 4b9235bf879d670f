package clouddirectory_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	cd "github.com/lrcodes/lrcodes/out/clouddirectory"
)

// FuzzDecode checks the contract of Decode and Check with any body: they return, keep the status and at most 1 MiB of the
// body, agree, and what is printed does not depend on what is hidden.
func FuzzDecode(f *testing.F) {
	for _, seed := range decodable {
		f.Add(0, []byte(seed.body[:min(len(seed.body), 4096)]))
	}
	for _, body := range foreign {
		f.Add(502, []byte(body[:min(len(body), 4096)]))
	}
	f.Add(403, []byte(planted))
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		e, ok := cd.Decode(status, body)
		switch {
		case e == nil:
			t.Fatal("no result")
		case !ok && (e.Code != 0 || e.Message != ""):
			t.Errorf("not decoded, but %+v", readOf(e))
		case e.StatusCode != status && (status != 0 || e.StatusCode != e.Code.HTTPStatus()):
			t.Errorf("status %d became %d", status, e.StatusCode)
		case e.Code < 0:
			t.Errorf("code %d", e.Code)
		case string(e.Body()) != string(body[:min(len(body), 1<<20)]):
			t.Error("the body is another")
		}
		if err := cd.Check(status, body); (err == nil) != (status < 400 && !ok) {
			t.Errorf("decoded: %t, checked: %v", ok, err)
		}
		data, _ := json.Marshal(e)
		bare := new(cd.Error) // with the same fields, but another body
		if err := json.Unmarshal(data, bare); err != nil {
			t.Fatal(err)
		}
		if shown, want := printed(e), printed(bare); shown != want {
			t.Errorf("printed\n%s\nwithout what is hidden\n%s", shown, want)
		}
		if e.Problem() != bare.Problem() {
			t.Errorf("problem %+v, without what is hidden %+v", e.Problem(), bare.Problem())
		}
	})
}

// printed returns a response in the usual forms. TestRedaction prints it in all others.
func printed(e *cd.Error) string {
	return fmt.Sprintf("%v\n%+v\n%#v\n%s\n%v", e, *e, *e, marshalled(e), e.LogValue())
}

// TestDecodeBounded feeds Decode what would cost most if values were built of it.
func TestDecodeBounded(t *testing.T) {
	fill := func(head, item, tail string) []byte {
		return []byte(head + strings.Repeat(item+",", (1<<20-100)/(len(item)+1)) + item + tail)
	}
	for name, body := range map[string][]byte{
		"objects as the code":    fill(`{"ErrorCode":[`, `{"a":0}`, `]}`),
		"arrays as the message":  fill(`{"Message":[`, `[]`, `]}`),
		"numbers as the flag":    fill(`{"IsProviderError":[`, `0`, `]}`),
		"objects kept back":      fill(`{"ErrorCode":1067,"Data":[`, `{"a":0}`, `]}`),
		"a member again, again":  fill(`{`, `"Data":{"a":0}`, `}`),
		"many unknown members":   fill(`{`, `"a":0`, `}`),
		"an array of more":       fill(`[`, `{"ErrorCode":1067}`, `]`),
		"escapes in the message": fill(`{"ErrorCode":1067,"Message":"`, `\u0000`, `"}`),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		e, _ := cd.Decode(400, body)
		runtime.ReadMemStats(&after)
		if spent := after.TotalAlloc - before.TotalAlloc; spent > 24<<20 {
			t.Errorf("%s: %d bytes allocated for a body of %d", name, spent, len(body))
		}
		runtime.KeepAlive(e)
	}
}
