package spec

import "github.com/lrcodes/lrcodes/spec/strict"

// Version is the version of the spec format that this package reads.
const Version = 1

// maxNumber is the largest code, as it must fit a signed 32-bit integer of any client.
const maxNumber = 1<<31 - 1

// Format describes the spec format. The loader reads by it and the JSON Schema is made from it.
func Format() *strict.Shape {
	return mapping("a spec file: what a service sends when a request fails",
		version(),
		optional("envelope", list("fields of the JSON body of an error response, once per spec", fieldShape())),
		optional("statuses", list("HTTP statuses that the service documents", statusShape())),
		optional("api", apiShape()),
		optional("categories", list("groups of codes that a caller would branch on, each a sentinel error", categoryShape())),
		optional("codes", list("error codes of the api", codeShape())),
		optional("synthetic", list("numbers that are not from the service, but from an SDK", syntheticShape())),
		optional("retired", list("tombstones: codes and names that must never come back", retiredShape())),
	)
}

func version() strict.Key {
	shape := integer("version of the spec format; always 1", Version, Version)
	shape.Rule = "version"
	return strict.Key{Name: "version", Required: true, Rule: "version", Shape: shape}
}

func fieldShape() *strict.Shape {
	return mapping("a field of an error response",
		required("name", checked("key of the JSON object", "envelope", `^[A-Za-z][A-Za-z0-9_]*$`, fieldProblem)),
		required("type", enum("JSON type of the field", "envelope", "string", "integer", "boolean")),
		optional("role", enum("what the field means to the generator", "envelope", "code", "message")),
		optional("nullable", boolean("whether the field may be null; such a field is never printed")),
	)
}

func statusShape() *strict.Shape {
	return mapping("an HTTP status",
		required("status", integer("number of the HTTP status", 100, 999)),
		required("name", name("Go identifier of the status")),
		required("message", line("short text, as the service publishes it")),
		optional("description", prose("what the status means and what to do")),
		optional("retryable", boolean("whether the same request may succeed later; default false")),
	)
}

func apiShape() *strict.Shape {
	return mapping("the API whose codes the file lists",
		required("id", checked("stable name in kebab-case: docs page, -api flag, configuration", "bad-api", apiPattern, apiProblem)),
		optional("title", line("title of the docs page; required where the API is first defined")),
		optional("package", checked("Go package name; default: the id without dashes", "bad-package", `^[a-z][a-z0-9_]*$`, PackageProblem)),
		optional("source", address("address of the page that the list was taken from")),
		optional("note", prose("a remark on all codes of the API, shown in its docs")),
		optional("docs", address("address where the generated page of the API is published; problem details point there")),
		optional("envelope", list("fields of this API's error responses, where they differ from the spec's", fieldShape())),
	)
}

func categoryShape() *strict.Shape {
	return mapping("a group of codes",
		required("name", name("Go identifier of the category, without the Err prefix")),
		optional("description", prose("what the codes of the category have in common")),
	)
}

func codeShape() *strict.Shape {
	return mapping("an error code",
		required("code", wire("the number on the wire, or the string where the API sends strings")),
		unlessOverride("name", name("Go identifier of the code, without the Err prefix")),
		unlessOverride("message", line("the message the service sends, spelling included")),
		optional("description", prose("what the code means and what to do")),
		optional("http", integer("number of the HTTP status that comes with the code; absent where the service gives none", 1, maxNumber)),
		optional("categories", list("categories of the code, declared under categories", name("name of a category"))),
		optional("retryable", boolean("whether the same request may succeed later; default false")),
		optional("unused", boolean("documented as not in use: generated as deprecated, without http; default false")),
		optional("also", list("further messages the service sends with this code", line("a message"))),
		optional("note", prose("a remark for readers of the catalogue")),
		optional("aliases", list("former names, generated as deprecated constants", name("a former name"))),
		optional("override", boolean("whether the entry changes one of an earlier source; default false")),
	)
}

func retiredShape() *strict.Shape {
	return mapping("a tombstone",
		required("code", wire("the retired number or string")),
		optional("name", name("the retired name")),
		optional("reason", prose("why the code was retired")),
	)
}

func syntheticShape() *strict.Shape {
	return mapping("numbers that an SDK puts where a code is expected",
		required("sdk", line("name of the SDK")),
		required("codes", list("the numbers", integer("a number", 0, maxNumber))),
		optional("description", prose("when the SDK does so, and what to look at instead")),
	)
}

func mapping(doc string, keys ...strict.Key) *strict.Shape {
	return &strict.Shape{Kind: strict.Mapping, Doc: doc, Keys: keys}
}

func required(name string, s *strict.Shape) strict.Key {
	return strict.Key{Name: name, Required: true, Shape: s}
}

func optional(name string, s *strict.Shape) strict.Key { return strict.Key{Name: name, Shape: s} }

func unlessOverride(name string, s *strict.Shape) strict.Key {
	return strict.Key{Name: name, Required: true, Unless: "override", Shape: s}
}

func list(doc string, item *strict.Shape) *strict.Shape {
	return &strict.Shape{Kind: strict.Sequence, Doc: doc, Item: item}
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
