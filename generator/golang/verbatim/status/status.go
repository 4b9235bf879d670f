package status

import (
	"iter"
	"maps"
	"strconv"
)

// Status is an HTTP status. It is an error: errors.Is(err, status) reports whether err contains an error response with
// that status. A status that the catalogue lacks is a valid Status too, such as Status(503).
type Status int

// Info is what the catalogue says about a status. It is a plain value, which may be copied, compared and marshalled.
type Info struct {
	Status      Status // the status itself
	Name        string // name of the constant
	Message     string // the reason phrase, as documented
	Description string // what the status means and what to do about it
	Retryable   bool   // whether the same request may succeed after a pause
}

// Error returns the status and the message of the catalogue, such as "HTTP 403: Forbidden".
func (s Status) Error() string {
	text := "HTTP " + strconv.Itoa(int(s))
	if message := s.Message(); message != "" {
		text += ": " + message
	}
	return text
}

// Name returns the name of the constant, or "" if the status is unknown.
func (s Status) Name() string { return infos[s.position()].Name }

// Message returns the message of the catalogue, or "" if the status is unknown.
func (s Status) Message() string { return infos[s.position()].Message }

// Description returns what the status means and what to do about it, or "" if the status is unknown.
func (s Status) Description() string { return infos[s.position()].Description }

// Retryable reports whether the same request may succeed after a pause. It reports true for 408, 425, 429, 500, 502,
// 503 and 504, also if the catalogue lacks them.
func (s Status) Retryable() bool {
	return isTemporary(int(s)) || infos[s.position()].Retryable
}

// Known reports whether the catalogue has the status.
func (s Status) Known() bool { return s.position() != 0 }

// MatchesHTTPStatus reports whether status is this one. The error responses of the generated API packages call it when
// errors.Is compares them with a Status, so that they need not import this package.
func (s Status) MatchesHTTPStatus(status int) bool { return int(s) == status }

// position returns the index of the status in infos, or 0 if the status is unknown.
func (s Status) position() int {
	if i := uint(s - lowest); i < uint(len(index)) {
		return int(index[i])
	}
	return 0
}

// Lookup returns what the catalogue says about a status, and whether it has the status. It does not allocate.
func Lookup(status int) (Info, bool) {
	p := Status(status).position()
	return infos[p], p != 0
}

// ByName returns the status with the name of a constant. It does not allocate.
func ByName(name string) (Status, bool) {
	for slot := hash(name) * multiplier >> nameShift; names[slot] != 0; slot = (slot + 1) % uint64(len(names)) {
		if info := &infos[names[slot]]; info.Name == name {
			return info.Status, true
		}
	}
	return 0, false
}

// All returns the whole catalogue, in order.
func All() iter.Seq2[Status, Info] {
	return func(yield func(Status, Info) bool) {
		for i := 1; i < len(infos); i++ {
			if !yield(infos[i].Status, infos[i]) {
				return
			}
		}
	}
}

// Map returns the whole catalogue in a fresh map. [Lookup] is faster than a map.
func Map() map[Status]Info { return maps.Collect(All()) }
