package spec

import "github.com/lrcodes/lrcodes/spec/strict"

// Version is the version of the spec format that this package reads.
const Version = 1

// maxNumber is the largest code, as it must fit a signed 32-bit integer of any client.
const maxNumber = 1<<31 - 1

// Format describes the spec format. The loader reads by it and the JSON Schema is made from it.
func Format() *strict.Shape {
	return strict.MappingOf("a spec file: what a service sends when a request fails",
		version(),
		strict.Optional("envelope", strict.ListOf("fields of the JSON body of an error response, once per spec", fieldShape())),
		strict.Optional("statuses", strict.ListOf("HTTP statuses that the service documents", statusShape())),
		strict.Optional("api", apiShape()),
		strict.Optional("categories", strict.ListOf("groups of codes that a caller would branch on, each a sentinel error", categoryShape())),
		strict.Optional("codes", strict.ListOf("error codes of the api", codeShape())),
		strict.Optional("synthetic", strict.ListOf("numbers that are not from the service, but from an SDK", syntheticShape())),
		strict.Optional("retired", strict.ListOf("tombstones: codes and names that must never come back", retiredShape())),
	)
}

func version() strict.Key {
	shape := integer("version of the spec format; always 1", Version, Version)
	shape.Rule = "version"
	return strict.Key{Name: "version", Required: true, Rule: "version", Shape: shape}
}

func fieldShape() *strict.Shape {
	return strict.MappingOf("a field of an error response",
		strict.Required("name", checked("key of the JSON object", "envelope", `^[A-Za-z][A-Za-z0-9_]*$`, fieldProblem)),
		strict.Required("type", enum("JSON type of the field", "envelope", "string", "integer", "boolean")),
		strict.Optional("role", enum("what the field means to the generator", "envelope", "code", "message")),
		strict.Optional("nullable", boolean("whether the field may be null; such a field is never printed")),
	)
}

func statusShape() *strict.Shape {
	return strict.MappingOf("an HTTP status",
		strict.Required("status", integer("number of the HTTP status", 100, 999)),
		strict.Required("name", name("Go identifier of the status")),
		strict.Required("message", line("short text, as the service publishes it")),
		strict.Optional("description", prose("what the status means and what to do")),
		strict.Optional("retryable", boolean("whether the same request may succeed later; default false")),
	)
}

func apiShape() *strict.Shape {
	return strict.MappingOf("the API whose codes the file lists",
		strict.Required("id", checked("stable name in kebab-case: docs page, -api flag, configuration", "bad-api", apiPattern, apiProblem)),
		strict.Optional("title", line("title of the docs page; required where the API is first defined")),
		strict.Optional("package", checked("Go package name; default: the id without dashes", "bad-package", `^[a-z][a-z0-9_]*$`, PackageProblem)),
		strict.Optional("source", address("address of the page that the list was taken from")),
		strict.Optional("note", prose("a remark on all codes of the API, shown in its docs")),
		strict.Optional("docs", address("address where the generated page of the API is published; problem details point there")),
		strict.Optional("sdk", enum("the SDK that passes error responses of the API on; the generated Go package looks into its errors", strict.RuleWrongType, SDKLoginRadius)),
		strict.Optional("envelope", strict.ListOf("fields of this API's error responses, where they differ from the spec's", fieldShape())),
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
		strict.Required("code", wire("the number on the wire, or the string where the API sends strings")),
		unlessOverride("name", name("Go identifier of the code, without the Err prefix")),
		unlessOverride("message", line("the message the service sends, spelling included")),
		strict.Optional("description", prose("what the code means and what to do")),
		strict.Optional("http", integer("number of the HTTP status that comes with the code; absent where the service gives none", 1, maxNumber)),
		strict.Optional("categories", strict.ListOf("categories of the code, declared under categories", name("name of a category"))),
		strict.Optional("retryable", boolean("whether the same request may succeed later; default false")),
		strict.Optional("unused", boolean("documented as not in use: generated as deprecated, without http; default false")),
		strict.Optional("also", strict.ListOf("further messages the service sends with this code", line("a message"))),
		strict.Optional("note", prose("a remark for readers of the catalogue")),
		strict.Optional("aliases", strict.ListOf("former names, generated as deprecated constants", name("a former name"))),
		strict.Optional("override", boolean("whether the entry changes one of an earlier source; default false")),
	)
}

func retiredShape() *strict.Shape {
	return strict.MappingOf("a tombstone",
		strict.Required("code", wire("the retired number or string")),
		strict.Optional("name", name("the retired name")),
		strict.Optional("reason", prose("why the code was retired")),
	)
}

func syntheticShape() *strict.Shape {
	return strict.MappingOf("numbers that an SDK puts where a code is expected",
		strict.Required("sdk", line("name of the SDK")),
		strict.Required("codes", strict.ListOf("the numbers", integer("a number", 0, maxNumber))),
		strict.Optional("description", prose("when the SDK does so, and what to look at instead")),
	)
}

func unlessOverride(name string, s *strict.Shape) strict.Key {
	return strict.Key{Name: name, Required: true, Unless: "override", Shape: s}
}

func boolean(doc string) *strict.Shape { return &strict.Shape{Kind: strict.Boolean, Doc: doc} }

func integer(doc string, least, most int) *strict.Shape {
	return &strict.Shape{Kind: strict.Integer, Doc: doc, Min: least, Max: most}
}

func wire(doc string) *strict.Shape {
	return &strict.Shape{Kind: strict.Token, Doc: doc, Min: 1, Max: maxNumber,
		Pattern: tokenPattern, Rule: strict.RuleWrongType, Check: tokenProblem}
}

func checked(doc, rule, pattern string, check func(string) string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Pattern: pattern, Check: check}
}

func enum(doc, rule string, words ...string) *strict.Shape {
	return &strict.Shape{Kind: strict.String, Doc: doc, Rule: rule, Enum: words, Check: oneOf(words)}
}

func name(doc string) *strict.Shape {
	return checked(doc, "bad-name", `^[A-Z][A-Za-z0-9]*$`, nameProblem)
}

func address(doc string) *strict.Shape {
	return checked(doc, strict.RuleWrongType, `^https?://`, addressProblem)
}

func line(doc string) *strict.Shape { return checked(doc, "bad-text", "", lineProblem) }

func prose(doc string) *strict.Shape { return checked(doc, "bad-text", "", proseProblem) }
