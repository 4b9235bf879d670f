// Package compat reports what changed between two catalogues, and whom each change breaks.
//
// [Compare] is a pure function of two specs. The rules that it reports by are a table, [Rules]. Codes are identified
// by api and code, everything else by api and name; nothing is guessed by similarity. One fact is one change: a
// change that follows from another one is left out, which never makes the worst level better.
//
// Decisions to break users all the same are in a file that [ReadAcceptances] reads; [Apply] matches them with changes.
//
// Non-goals: git, versions, output.
package compat
