package customeridentity_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/lrcodes/lrcodes/out/customeridentity"
)

// TestBodyMoments shows that a program which parses the moments of a response can also read what Body returns, for
// example from the fake server of a test.
func TestBodyMoments(t *testing.T) {
	for code, path := range map[customeridentity.Code]string{
		customeridentity.ErrAccountLockedTemporarily: "Data.LoginLockedTimeout",
		customeridentity.ErrPrivacyPolicyMismatch:    "Data.expires_in",
	} {
		e, ok := customeridentity.Decode(403, code.Body())
		if !ok {
			t.Fatalf("%s is not decoded", code.Body())
		}
		value, _ := e.DataField(path)
		var moment time.Time // which reads RFC 3339
		if err := json.Unmarshal(value, &moment); err != nil || moment.IsZero() {
			t.Errorf("%s of %s: %v", path, code.Body(), err)
		}
	}
}
