package sso_test

import (
	"errors"
	"testing"

	"github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/sso"
)

// TestSameNumber decodes one body as a response of two apis, in which its number means two things.
func TestSameNumber(t *testing.T) {
	body := []byte(`{"ErrorCode":1198}`)
	here, _ := sso.Decode(400, body)
	there, _ := customeridentity.Decode(400, body)
	switch {
	case !errors.Is(here, sso.ErrPasswordInvalid), !errors.Is(there, customeridentity.ErrAccountLockedTemporarily):
		t.Error("not recognized")
	case errors.Is(here, customeridentity.ErrAccountLockedTemporarily), errors.Is(there, sso.ErrPasswordInvalid):
		t.Error("taken for the same number of the other api")
	}
}
