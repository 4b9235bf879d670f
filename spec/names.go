package spec

import (
	"cmp"
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lrcodes/lrcodes/spec/diag"
)

// PackagePattern is the part of PackageProblem that a JSON Schema knows.
const PackagePattern = `^[a-z][a-z0-9_]*$`

// The same of what is wrong with other names.
const (
	apiPattern   = `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`
	namePattern  = `^[A-Z][A-Za-z0-9]*$`
	fieldPattern = `^[A-Za-z][A-Za-z0-9_]*(\.([A-Za-z][A-Za-z0-9_]*|0|[1-9][0-9]{0,3}))*$`
)

var (
	apiForm     = regexp.MustCompile(apiPattern)
	fieldForm   = regexp.MustCompile(fieldPattern)
	nameForm    = regexp.MustCompile(namePattern)
	packageForm = regexp.MustCompile(PackagePattern)
	nameWord    = regexp.MustCompile(`[A-Z][a-z0-9]*`)
	notInName   = regexp.MustCompile(`[^A-Za-z0-9]+`)
)

// initialisms are the words that a name spells in capitals, in the order of the alphabet.
var initialisms = []string{
	"API", "CAPTCHA", "CPU", "CSS", "CSV", "DNS", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "JWT", "MFA",
	"OIDC", "OTP", "PIN", "QR", "SAML", "SDK", "SMS", "SOTT", "SQL", "SSO", "TLS", "TOTP", "UID", "URI", "URL", "UUID",
	"XML",
}

// nameProblem returns what is wrong with the Go name of a code, category or status, or "".
func nameProblem(s string) string {
	if !nameForm.MatchString(s) {
		return fmt.Sprintf("name %q is not an exported Go identifier in CamelCase, such as %q", s, cmp.Or(suggestion(s), "TokenExpired"))
	}
	if len(s) > 3 && strings.HasPrefix(s, "Err") && strings.ToUpper(s[3:4]) == s[3:4] {
		return fmt.Sprintf("name %q has the prefix Err, which the generator adds: write it without, such as %q", s, cmp.Or(goName(s[3:]), "TokenExpired"))
	}
	if good := capitalize(s); good != s {
		return fmt.Sprintf("name %q must spell its initialisms in capitals: %q", s, good)
	}
	return ""
}

// suggestion returns a name that is like s, or "" if too little of s would be left.
func suggestion(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return ""
	}
	return goName(s)
}

// capitalize returns a CamelCase name with its initialisms in capitals: APIKey for ApiKey.
func capitalize(name string) string {
	return nameWord.ReplaceAllStringFunc(name, func(word string) string {
		if upper := strings.ToUpper(word); slices.Contains(initialisms, upper) {
			return upper
		}
		return word
	})
}

// goName returns an exported Go identifier for any text, such as ErrorURI for error_uri, or "" if the text has no ASCII letter.
func goName(text string) string {
	var name strings.Builder
	for _, word := range notInName.Split(text, -1) {
		if word != "" {
			name.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return strings.TrimLeft(capitalize(name.String()), "0123456789")
}

// statusNames are the identifiers that the generated package of HTTP statuses declares itself. A test of the generator
// compares the list with that package.
var statusNames = []string{"All", "ByName", "Info", "Lookup", "Map", "Status"}

// StatusNames returns the names that no status can have.
func StatusNames() []string { return slices.Clone(statusNames) }

// errorNames are the fields and methods that the generated type Error has in any package. A test of the generator
// compares the list with that type.
var errorNames = []string{
	"As", "Body", "Code", "Data", "DataField", "Equal", "Error", "ErrorCode", "FieldErrors", "Is", "LogValue", "Message",
	"Problem", "Retryable", "StatusCode", "UnmarshalJSON",
}

// ErrorNames returns the names that no field of an envelope can have in the generated type Error. A field called Message
// is the message of the response.
func ErrorNames() []string { return slices.Clone(errorNames) }

func fieldProblem(s string) string { return pathProblem("field", s) }

func dataProblem(s string) string { return pathProblem("data", s) }

// pathProblem returns what is wrong with the path of a value in a JSON body.
func pathProblem(what, s string) string {
	if fieldForm.MatchString(s) {
		return ""
	}
	return fmt.Sprintf("%s %q is not a JSON key of letters, digits and underscores, nor a path of such keys and indexes such as error.code", what, s)
}

// reservedAPIs are ids whose page in the docs would overwrite another page.
var reservedAPIs = []string{"http-statuses", "readme", "rules", "synthetic-codes"}

var device = regexp.MustCompile(`(?i)^(aux|con|nul|prn|com[0-9]|lpt[0-9])(\.|$)`)

// IsDevice reports whether Windows reserves the name of a file for a device, as it does in any letter case and with any
// extension.
func IsDevice(name string) bool { return device.MatchString(name) }

func apiProblem(s string) string {
	switch {
	case slices.Contains(reservedAPIs, s):
		return fmt.Sprintf("api id %q is reserved: the docs have another page of that name", s)
	case IsDevice(s):
		return fmt.Sprintf("api id %q is the name of a device on Windows, so no page can have it", s)
	case apiForm.MatchString(s):
		return ""
	}
	good := strings.Trim(notInName.ReplaceAllString(strings.ToLower(s), "-"), "-0123456789")
	if !apiForm.MatchString(good) {
		good = "acme-billing"
	}
	return fmt.Sprintf("api id %q is not in kebab-case, such as %q", s, good)
}

// goPackages are package names with another meaning to Go or to the go command.
var goPackages = []string{"documentation", "init", "internal", "main", "testdata", "vendor"}

// reservedPackages are the directories that the default configuration generates besides those of APIs. A test of package
// config compares the list with it.
var reservedPackages = []string{"docs", "httpstatus"}

// ReservedPackages returns the names that Go allows, and no package of an API can have.
func ReservedPackages() []string { return slices.Clone(reservedPackages) }

// apiPackageProblem returns why the package of an API cannot have a name, or "".
func apiPackageProblem(s string) string {
	if slices.Contains(reservedPackages, s) {
		return fmt.Sprintf("package %q is reserved: lrcodes generates something else in a directory of that name", s)
	}
	return PackageProblem(s)
}

// PackageProblem returns why a Go package cannot have a name, or "".
func PackageProblem(s string) string {
	switch {
	case !packageForm.MatchString(s):
		return fmt.Sprintf("package %q is not a Go package name of lower-case letters and digits", s)
	case token.IsKeyword(s):
		return fmt.Sprintf("package %q is a keyword of Go", s)
	case strings.HasSuffix(s, "_test"):
		return fmt.Sprintf("package %q ends in _test, which Go reserves for tests", s)
	case slices.Contains(goPackages, s):
		return fmt.Sprintf("package %q is reserved: Go uses that name for something else", s)
	}
	return ""
}

// oneOf returns a function that returns what is wrong with a text that is not one of words, or "".
func oneOf(words []string) func(string) string {
	return func(s string) string {
		if slices.Contains(words, s) {
			return ""
		}
		quoted := make([]string, len(words))
		for i, word := range words {
			quoted[i] = strconv.Quote(word)
		}
		return fmt.Sprintf("%q is not one of %s%s", s, strings.Join(quoted, ", "), diag.Suggestion(s, words))
	}
}
