// Package verbatim is the part of a generated package that is the same for every API. Its files are compiled, vetted
// and tested here, and copied with another package clause.
//
// Files with a header are generated from testdata/verbatim.yaml: the parts that differ by API. Codes that are texts
// need another number.go, which is the file text.go in the directory text. The directory status has the file of the
// package of HTTP statuses.
package verbatim
