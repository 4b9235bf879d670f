package verbatim

// ByMessage returns the codes that the service sends with a message, in order, in a fresh slice. Services share and
// reword messages, so compare codes wherever there is one.
func ByMessage(message string) []Code {
	var codes []Code
	for i := 1; i < len(infos); i++ {
		if info := &infos[i]; message != "" && (info.Message == message || isAlso(info.Code, message)) {
			codes = append(codes, info.Code)
		}
	}
	return codes
}

// isAlso reports whether the service also sends a message with a code, in addition to the usual one.
func isAlso(code Code, message string) bool {
	for _, a := range also {
		if a.code == code && a.message == message {
			return true
		}
	}
	return false
}
