package customeridentity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	ci "github.com/lrcodes/lrcodes/out/customeridentity"
)

// plain is what a program would write instead of Error: a struct that errors.As finds.
type plain struct {
	Description           string
	ErrorCode             int
	Message               string
	IsProviderError       bool
	ProviderErrorResponse *string
}

func (p *plain) Error() string { return p.Message }

const documented = `{"Description": "The user's email is not verified, please verify it before you log in.", "ErrorCode": 970,
	"Message": "Email is not verified", "IsProviderError": false, "ProviderErrorResponse": null}`

var errPlain = errors.New("email is not verified")

// wrap returns an error as it is after two layers of a program.
func wrap(err error) error { return fmt.Errorf("handler: %w", fmt.Errorf("login: %w", err)) }

func join(err error) error { return errors.Join(errors.New("close"), err) }

// run reports how long a function takes for each of the forms in which a program meets an error.
func run(b *testing.B, name string, err error, f func(error) bool) {
	for _, form := range []struct {
		name string
		err  error
	}{{"bare", err}, {"wrapped", wrap(err)}, {"joined", join(err)}} {
		b.Run(form.name+"/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if !f(form.err) {
					b.Fatal("no match")
				}
			}
		})
	}
}

func BenchmarkIs(b *testing.B) {
	response, ok := ci.Decode(403, []byte(documented))
	if !ok {
		b.Fatal("not decoded")
	}
	run(b, "code", response, func(err error) bool { return errors.Is(err, ci.ErrEmailNotVerified) })
	run(b, "category", response, func(err error) bool { return errors.Is(err, ci.ErrVerificationRequired) })
	run(b, "pointer", errPlain, func(err error) bool { return errors.Is(err, errPlain) })
}

func BenchmarkCodeOf(b *testing.B) {
	response, _ := ci.Decode(403, []byte(documented))
	run(b, "generated", response, func(err error) bool { return ci.CodeOf(err) == ci.ErrEmailNotVerified })
	run(b, "pointer", errPlain, func(err error) bool { return errors.Is(err, errPlain) })
	run(b, "as", &plain{ErrorCode: 970}, func(err error) bool {
		var p *plain
		return errors.As(err, &p) && p.ErrorCode == 970
	})
}

func BenchmarkDecode(b *testing.B) {
	body := []byte(documented)
	b.Run("generated", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, ok := ci.Decode(403, body); !ok {
				b.Fatal("not decoded")
			}
		}
	})
	b.Run("unmarshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var p plain
			if json.Unmarshal(body, &p) != nil {
				b.Fatal("not decoded")
			}
		}
	})
}

// success is a body of about one kilobyte, as most responses have.
var success = []byte(`{"Profile": {"Uid": "4d6b2e3fa1b04d8b9c77e9c9d0a0a9f1", "FirstName": "Ann", "LastName": "Smith \"Annie\"", "Email": [` +
	strings.Repeat(`{"Type": "Primary", "Value": "ann@example.com", "IsVerified": true},`, 8) +
	`{"Type": "Other", "Value": "smith@example.com"}], "Roles": ["admin", "editor"], "NoOfLogins": 42, "LastLogin": "2026-01-01T10:00:00Z"},
	"access_token": "c1d3f5a7-9b2e-4f6a-8c0d-1e2f3a4b5c6d", "expires_in": "2026-01-01T11:00:00Z", "refresh_token": "e7f8a9b0-c1d2-4e3f-a4b5-c6d7e8f9a0b1"}`)

// BenchmarkCheck looks at a response that succeeded, and compares with validating its body.
func BenchmarkCheck(b *testing.B) {
	b.Run("success", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(success)))
		for b.Loop() {
			if ci.Check(200, success) != nil {
				b.Fatal("an error")
			}
		}
	})
	b.Run("valid", func(b *testing.B) {
		b.SetBytes(int64(len(success)))
		for b.Loop() {
			if !json.Valid(success) {
				b.Fatal("not valid")
			}
		}
	})
}
