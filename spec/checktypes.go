package spec

import (
	"regexp"
	"strconv"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// checkTypes reports examples of another type than their values, and codes of another type than the field of the envelope
// that contains them, or, where there is no such field, than the first code of the api.
func checkTypes(d *draft, r reporter) {
	checkExamples(d, r)
	for _, a := range d.apis {
		switch field := a.api.codeField(); {
		case field == nil:
			a.checkAlike(r)
		case field.Type == "integer":
			a.checkIntegers(r, field)
		case field.Type == "string":
			a.checkStrings(r, field)
		}
	}
}

// wireRef is a code of an API, live or retired.
type wireRef struct {
	number int
	text   string
	at     diag.Position
}

// wires yields the codes of the API that could be read.
func (a *apiDraft) wires(yield func(wireRef) bool) {
	for _, c := range a.codes {
		if c.identified() && !yield(wireRef{c.code.Number, c.code.Text, c.code.Position}) {
			return
		}
	}
	for _, t := range a.api.Retired {
		if (t.Number != 0 || t.Text != "") && !yield(wireRef{t.Number, t.Text, t.Position}) {
			return
		}
	}
}

// checkIntegers reports the texts among the codes of an api whose code field is an integer.
func (a *apiDraft) checkIntegers(r reporter, field *Field) {
	var words []wireRef
	for w := range a.wires {
		switch {
		case w.text == "":
		case decimalForm.MatchString(w.text):
			r.errorf(w.at, "code is the text %q, but field %q of the envelope is an integer (%s); remove the quotes", w.text, field.Name, field.Position)
		default:
			words = append(words, w)
		}
	}
	if len(words) > 0 {
		r.errorf(words[0].at, "code is the text %q, but field %q of the envelope is an integer (%s)%s; codes that are texts need an envelope whose code field has type: string",
			words[0].text, field.Name, field.Position, andMore(len(words)-1))
	}
}

// checkStrings reports the numbers among the codes of an api whose code field is a string.
func (a *apiDraft) checkStrings(r reporter, field *Field) {
	var numbers []wireRef
	for w := range a.wires {
		if w.text == "" {
			numbers = append(numbers, w)
		}
	}
	if len(numbers) > 0 {
		r.errorf(numbers[0].at, "code is the number %d, but field %q of the envelope is a string (%s)%s; put it in quotes",
			numbers[0].number, field.Name, field.Position, andMore(len(numbers)-1))
	}
}

// checkAlike reports the first code that is of another type than the first code of the api. An api that has an envelope,
// of which the rules report why it has no field for the code, may have codes of either type.
func (a *apiDraft) checkAlike(r reporter) {
	if len(a.envelopes) > 0 {
		return
	}
	var first *wireRef
	for w := range a.wires {
		if first == nil {
			first = &w
		}
		if (w.text == "") != (first.text == "") {
			r.errorf(w.at, "code is of another type than the first code of the api (%s); codes are all integers or all texts", first.at)
			return
		}
	}
}

// andMore returns the part of a message that says how many more codes have the same problem.
func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return ", likewise " + strconv.Itoa(n) + " more"
}

var decimalForm = regexp.MustCompile(`^-?[1-9][0-9]*$`)
