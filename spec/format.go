package spec

import (
	"sync"

	"github.com/lrcodes/lrcodes/spec/strict"
)

// Version is the version of the spec format that this package reads.
const Version = 1

// Codes fit in a signed 32-bit integer, which every client has.
const (
	minNumber = -1 << 31
	maxNumber = 1<<31 - 1
)

// Format returns the shape of the spec format. Load reads files by it, and the JSON Schema is generated from it.
func Format() *strict.Shape { return format() }

var format = sync.OnceValue(func() *strict.Shape {
	return strict.MappingOf("a spec file: what a service sends when a request fails",
		version(),
		strict.Optional("envelope", strict.ListOf("fields of the JSON body of an error response: of the api of the file, and of apis of the source whose files have none", fieldShape())),
		strict.Optional("statuses", strict.ListOf("HTTP statuses that the service documents", statusShape())),
		strict.Optional("api", apiShape()),
		strict.Optional("categories", strict.ListOf("groups of codes that a caller would branch on, each a sentinel error", categoryShape())),
		strict.Optional("codes", strict.ListOf("error codes of the api", codeShape())),
		strict.Optional("synthetic", strict.ListOf("numbers that an SDK sends in place of a code of the service", syntheticShape())),
		strict.Optional("retired", strict.ListOf("tombstones: codes and names that must never be used again", retiredShape())),
	)
})

// version is the key that every file has. A rule of its own reports it, because the rest of a file of another version has
// another format.
func version() strict.Key {
	shape := integer("version of the spec format; always 1", Version, Version)
	shape.Rule = ruleVersion
	return strict.Key{Name: "version", Required: true, Rule: ruleVersion, Shape: shape}
}

func fieldShape() *strict.Shape {
	return strict.MappingOf("a field of an error response",
		strict.Required("name", checked("key of the JSON object, or a path of keys and indexes such as error.code", ruleEnvelope, fieldPattern, fieldProblem)),
		strict.Required("type", enum("JSON type of the field", ruleEnvelope, "string", "integer", "boolean")),
		strict.Optional("role", enum("what the field means to the generator", ruleEnvelope, string(RoleCode), string(RoleMessage))),
		strict.Optional("nullable", boolean("whether the field may be null; such a field is never printed")),
	)
}

func statusShape() *strict.Shape {
	return strict.MappingOf("an HTTP status",
		strict.Required("status", integer("number of the HTTP status", minStatus, maxStatus)),
		unlessOverride("name", name("Go identifier of the status")),
		unlessOverride("message", line("short text, as the service publishes it")),
		strict.Optional("description", prose("what the status means and what to do")),
		strict.Optional("retryable", boolean("whether the same request may succeed later; default false")),
		strict.Optional("override", boolean("whether the entry changes one of an earlier source; default false")),
	)
}

// The HTTP statuses of RFC 9110.
const (
	minStatus = 100
	maxStatus = 599
)

func apiShape() *strict.Shape {
	id := checked("stable name in kebab-case: docs page, -api flag, configuration", ruleBadAPI, apiPattern, apiProblem)
	id.Examples = BuiltinAPIs()
	return strict.MappingOf("the API whose codes the file lists",
		strict.Required("id", id),
		strict.Optional("title", line("title of the docs page; required where the API is first defined")),
		strict.Optional("package", checked("Go package name; default: the id without dashes", ruleBadPackage, PackagePattern, apiPackageProblem)),
		strict.Optional("source", address("address of the page on which the service lists the codes")),
		strict.Optional("docs", address("address where the generated page of the API is published; problem details link to it")),
		strict.Optional("texts", enum("service: the service sends the messages as they are; summary: they were written for the catalogue; default service",
			ruleBadAPI, string(TextsService), string(TextsSummary))),
		strict.Optional("note", prose("a remark on all codes of the API, shown in its docs")),
		strict.Optional("sdk", enum("the SDK that passes error responses of the API on; the generated Go package looks into its errors", strict.RuleWrongType, SDKLoginRadius)),
		strict.Optional("envelope", strict.ListOf("fields of this API's error responses, where they differ from the source's", fieldShape())),
	)
}

func categoryShape() *strict.Shape {
	return strict.MappingOf("a group of codes",
		strict.Required("name", name("Go identifier of the category, without the Err prefix")),
		strict.Optional("description", prose("what the codes of the category have in common")),
	)
}

func codeShape() *strict.Shape {
	return strict.MappingOf("an error code",
		strict.Required("code", wire("the number on the wire, or the text where the field with the role code is a string")),
		unlessOverride("name", name("Go identifier of the code, without the Err prefix")),
		strict.Optional("message", line("the message that the service sends, spelling included; absent where it sends none")),
		strict.Optional("description", prose("what the code means and what to do")),
		strict.Optional("http", integer("number of the HTTP status that comes with the code; absent where the service gives none", minStatus, maxStatus)),
		strict.Optional("categories", strict.ListOf("categories of the code, the most specific one first; each is declared under categories", name("name of a category"))),
		strict.Optional("retryable", boolean("whether the same request may succeed later; default false")),
		strict.Optional("unused", boolean("documented as not in use, without http; default false")),
		strict.Optional("also", strict.ListOf("further messages that the service sends with this code", line("a message"))),
		strict.Optional("data", strict.ListOf("values that the response of this code contains in addition to the envelope", dataShape())),
		strict.Optional("note", prose("a remark for readers of the catalogue")),
		strict.Optional("aliases", strict.ListOf("former names, generated as deprecated constants", name("a former name"))),
		strict.Optional("override", boolean("whether the entry changes one of an earlier source; default false")),
	)
}

func dataShape() *strict.Shape {
	return strict.MappingOf("a value in the response of a code",
		strict.Required("name", checked("path of keys and indexes in the JSON body, such as Data.access_token", ruleEnvelope, fieldPattern, dataProblem)),
		strict.Required("type", enum("JSON type of the value", ruleEnvelope, "string", "integer", "number", "boolean", "object", "array")),
		strict.Optional("description", prose("what the value means")),
		strict.Optional("example", line("a made-up value for documentation and tests, as a text: \"42\" for an integer; not for an object or an array")),
	)
}

func retiredShape() *strict.Shape {
	return strict.MappingOf("a tombstone",
		strict.Required("code", wire("the retired number or text")),
		strict.Optional("name", name("the retired name")),
		strict.Optional("aliases", strict.ListOf("the retired aliases", name("a retired alias"))),
		strict.Optional("reason", prose("why the code was retired")),
	)
}

func syntheticShape() *strict.Shape {
	return strict.MappingOf("numbers that an SDK sends in place of a code",
		strict.Required("sdk", line("name of the SDK")),
		strict.Required("codes", strict.ListOf("the numbers", integer("a number", minNumber, maxNumber))),
		strict.Optional("description", prose("when the SDK does so, and what to check instead")),
	)
}

// unlessOverride returns a key that every entry has but those that override another one.
func unlessOverride(name string, s *strict.Shape) strict.Key {
	return strict.Key{Name: name, Required: true, Unless: "override", Shape: s}
}

func boolean(doc string) *strict.Shape { return &strict.Shape{Kind: strict.Boolean, Doc: doc} }

func integer(doc string, least, most int) *strict.Shape {
	return &strict.Shape{Kind: strict.Integer, Doc: doc, Min: least, Max: most}
}

// wire returns the shape of a code on the wire. Whether it is a number or a text depends on the envelope, so a rule checks
// that.
func wire(doc string) *strict.Shape {
	return &strict.Shape{Kind: strict.Token, Doc: doc, Min: minNumber, Max: maxNumber, NonZero: true, Rule: ruleBadText, Check: lineProblem}
}

// checked returns the shape of a text that check finds no problem with. Pattern is the part of check that a schema knows.
func checked(doc, rule, pattern string, check func(string) string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Pattern: pattern, Check: check}
}

// enum returns the shape of a text that is one of words.
func enum(doc, rule string, words ...string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Enum: words, Check: oneOf(words)}
}

// name returns the shape of a Go name without its prefix.
func name(doc string) *strict.Shape {
	return checked(doc, ruleBadName, namePattern, nameProblem)
}

func address(doc string) *strict.Shape {
	return checked(doc, strict.RuleWrongType, `^https?://`, addressProblem)
}

// line returns the shape of a text on one line.
func line(doc string) *strict.Shape { return checked(doc, ruleBadText, "", lineProblem) }

// prose returns the shape of a text of any number of lines.
func prose(doc string) *strict.Shape { return checked(doc, ruleBadText, "", proseProblem) }
