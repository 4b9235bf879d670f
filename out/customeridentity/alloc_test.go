package customeridentity_test

import (
	"errors"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
	"github.com/lrcodes/lrcodes/out/httpstatus"
	"github.com/lrcodes/lrcodes/out/oidc"
)

// TestAllocations checks that the hot path does not allocate.
func TestAllocations(t *testing.T) {
	bare := response(locked)
	wrapped, joined := wrap(bare), errors.Join(errPlain, wrap(bare))
	sentinel := errors.Join(locked, wrap(bare))
	grant, _ := oidc.Decode(400, []byte(`{"error":"invalid_grant"}`))
	name, textual := "ErrEmailNotVerified", "invalid_grant"
	success := []byte(`{"access_token":"t","Profile":{"Id":"1","Emails":[{"Type":"Primary"}]},"expires_in":"2026-01-01"}`)
	ok := true
	for what, f := range map[string]func(){
		"Is, bare":        func() { ok = ok && errors.Is(bare, locked) },
		"Is, wrapped":     func() { ok = ok && errors.Is(wrapped, locked) },
		"Is, joined":      func() { ok = ok && errors.Is(joined, locked) },
		"Is, miss":        func() { ok = ok && !errors.Is(joined, ci.ErrEmailNotVerified) },
		"Is, category":    func() { ok = ok && errors.Is(wrapped, ci.ErrAccountLocked) },
		"Is, status":      func() { ok = ok && errors.Is(wrapped, httpstatus.Forbidden) },
		"Is, textual":     func() { ok = ok && errors.Is(grant, oidc.ErrInvalidGrant) },
		"CodeOf, bare":    func() { ok = ok && ci.CodeOf(bare) == locked },
		"CodeOf, wrapped": func() { ok = ok && ci.CodeOf(wrapped) == locked },
		"CodeOf, joined":  func() { ok = ok && ci.CodeOf(joined) == locked },
		"CodeOf, none":    func() { ok = ok && ci.CodeOf(errPlain) == 0 },
		"FromError":       func() { e, found := ci.FromError(joined); ok = ok && found && e == bare },
		"FromError, late": func() { e, found := ci.FromError(sentinel); ok = ok && found && e == bare },
		"StatusOf":        func() { ok = ok && ci.StatusOf(joined) == 403 },
		"Check, success":  func() { ok = ok && ci.Check(200, success) == nil },
		"Retryable":       func() { ok = ok && bare.Retryable() },
		"Lookup":          func() { info, known := ci.Lookup(970); ok = ok && known && info.Code == 970 },
		"Lookup, textual": func() { _, known := oidc.Lookup(textual); ok = ok && known },
		"Lookup, miss":    func() { _, known := ci.Lookup(-970); ok = ok && !known },
		"Message":         func() { ok = ok && bare.Code.Message() != "" && bare.Code.Description() != "" },
		"Name":            func() { ok = ok && bare.Code.Name() != "" },
		"HTTPStatus":      func() { ok = ok && bare.Code.HTTPStatus() == 403 },
		"Known":           func() { ok = ok && bare.Code.Known() && !ci.Code(4242).Known() },
		"ByName":          func() { c, known := ci.ByName(name); ok = ok && known && c == 970 },
		"ByName, miss":    func() { _, known := ci.ByName("Err" + "NoSuchName"); ok = ok && !known },
		"All": func() {
			n := 0
			for range ci.All() {
				n++
			}
			ok = ok && n > 0
		},
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 || !ok {
			t.Errorf("%s: %v allocations, %t", what, n, ok)
		}
	}
}
