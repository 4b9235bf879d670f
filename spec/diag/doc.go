// Package diag defines positions in sources and the problems that are reported at them.
//
// Every format that lrcodes reads reports its problems as [Diagnostics], so that one command prints them all alike.
// The package does no I/O, and nothing in it may be changed while another goroutine uses it.
package diag
