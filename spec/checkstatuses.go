package spec

import (
	"cmp"
	"strings"
)

// checkStatuses reports HTTP statuses and names of HTTP statuses that are declared twice.
func checkStatuses(d *draft, r reporter) {
	numbers := make(map[int]*statusDraft)
	names := make(map[string]*statusDraft)
	for _, s := range d.statuses {
		number, name := s.status.Number, strings.ToLower(s.status.Name)
		if old := numbers[number]; old != nil && number != 0 {
			hint := ""
			if old.source != s.source {
				hint = "; add override: true to change that entry"
			}
			r.errorf(s.status.Position, "duplicate HTTP status %d, declared as %s at %s%s", number, old.status.Name, old.status.Position, hint)
		} else if old := names[name]; old != nil && name != "" {
			r.errorf(s.status.PositionOf("name"), "name %q is already the name of HTTP status %d (%s)", s.status.Name, old.status.Number, old.status.Position)
		}
		numbers[number] = cmp.Or(numbers[number], s)
		names[name] = cmp.Or(names[name], s)
	}
}

// checkStatusNames reports names that the generated package of HTTP statuses needs itself.
func checkStatusNames(d *draft, r reporter) {
	for _, s := range d.statuses {
		for _, reserved := range statusNames {
			if strings.EqualFold(s.status.Name, reserved) {
				r.errorf(s.status.PositionOf("name"), "name %q is reserved: the generated httpstatus package declares %s itself", s.status.Name, reserved)
			}
		}
	}
}
