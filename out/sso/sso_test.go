package sso_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/sso"
)

// TestAlso finds a code by each of the messages that come with it.
func TestAlso(t *testing.T) {
	for _, message := range []string{sso.ErrInvalidGrant.Message(), "invalid_grant"} {
		if codes := sso.ByMessage(message); !slices.Contains(codes, sso.ErrInvalidGrant) {
			t.Errorf("%q comes with %v", message, codes)
		}
	}
	if codes := sso.ByMessage("no such message"); codes != nil {
		t.Errorf("an unknown message comes with %v", codes)
	}
}

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
