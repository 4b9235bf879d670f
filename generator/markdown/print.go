package markdown

import (
	"fmt"
	"io"
	"strconv"
)

// A template that prints a whole value prints what readers call it, escaped as a Text is and whatever the verb. Without
// the methods below, fmt would print the addresses of what the value refers to, which differ in every run.

// Format writes the title.
func (d apiDoc) Format(f fmt.State, verb rune) { d.Title.Format(f, verb) }

// Format writes the code as the service sends it.
func (d codeDoc) Format(f fmt.State, verb rune) { d.Wire.Format(f, verb) }

// Format writes the path in the response body.
func (d dataDoc) Format(f fmt.State, verb rune) { d.Name.Format(f, verb) }

// Format writes the name.
func (d categoryDoc) Format(f fmt.State, verb rune) { d.Name.Format(f, verb) }

// Format writes the number.
func (d statusDoc) Format(f fmt.State, _ rune) { io.WriteString(f, strconv.Itoa(d.Number)) }

// Format writes the number of the status, or none.
func (d groupDoc) Format(f fmt.State, verb rune) {
	if d.Status == nil {
		io.WriteString(f, "none")
		return
	}
	d.Status.Format(f, verb)
}

// Format writes the first code and, if it is another, the last.
func (d rangeDoc) Format(f fmt.State, verb rune) {
	d.First.Format(f, verb)
	if d.Last != d.First {
		io.WriteString(f, "–")
		d.Last.Format(f, verb)
	}
}

// Format writes the name.
func (d nameDoc) Format(f fmt.State, verb rune) { d.Name.Format(f, verb) }

// Format writes the code as the service sent it.
func (d retiredDoc) Format(f fmt.State, verb rune) { d.Wire.Format(f, verb) }

// Format writes the code as the services send it.
func (d sharedDoc) Format(f fmt.State, verb rune) { d.Wire.Format(f, verb) }

// Format writes the name.
func (d sdkDoc) Format(f fmt.State, verb rune) { d.Name.Format(f, verb) }

// Format writes the number.
func (d numberDoc) Format(f fmt.State, _ rune) { io.WriteString(f, strconv.Itoa(d.Number)) }

// Format writes the id.
func (d ruleDoc) Format(f fmt.State, verb rune) { d.ID.Format(f, verb) }

// Format writes the id.
func (d changeDoc) Format(f fmt.State, verb rune) { d.ID.Format(f, verb) }
