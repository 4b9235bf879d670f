package golang

// isTemporary reports whether a request that failed with an HTTP status may succeed after a pause, whatever the service:
// 408 and 429 (RFC 9110 and 6585) and 425 (RFC 8470) ask the client to try again, and 500, 502, 503 and 504 are failures
// of servers that may pass. Others from 500 on, such as 501, do not.
func isTemporary(status int) bool {
	switch status {
	case 408, 425, 429, 500, 502, 503, 504:
		return true
	}
	return false
}
