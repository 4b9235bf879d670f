package verbatim

import (
	"encoding/json"
	"strings"
	"testing"
)

// BenchmarkLookup finds the last key of an object of a kilobyte, and compares with validating the object.
func BenchmarkLookup(b *testing.B) {
	object := []byte("{" + strings.Repeat(`"name": {"first": "Ann", "roles": ["admin", 1.5]},`, 20) + `"code": 1}`)
	b.Run("lookup", func(b *testing.B) {
		b.SetBytes(int64(len(object)))
		for b.Loop() {
			if string(lookup(object, "code")) != "1" {
				b.Fatal("not found")
			}
		}
	})
	b.Run("valid", func(b *testing.B) {
		b.SetBytes(int64(len(object)))
		for b.Loop() {
			if !json.Valid(object) {
				b.Fatal("not valid")
			}
		}
	})
}

func BenchmarkByName(b *testing.B) {
	for b.Loop() {
		if _, ok := ByName("ErrAccountLocked"); !ok {
			b.Fatal("not found")
		}
	}
}

func BenchmarkCodeOf(b *testing.B) {
	err := error(&Error{Code: ErrAccountLocked})
	b.ReportAllocs()
	for b.Loop() {
		if CodeOf(err) != ErrAccountLocked {
			b.Fatal("not found")
		}
	}
}
