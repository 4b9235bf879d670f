package main

import (
	"bytes"
	"testing"
)

// TestUpToDate shows that what is committed under out is what the spec gives.
func TestUpToDate(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run([]string{"check", "-C", "../.."}, nil, &stdout, &stderr); code != clean {
		t.Errorf("out/ is not what the spec gives. Run: go generate ./...\nexit code %d\n%s%s", code, &stdout, &stderr)
	}
}
