package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// ballast is never touched, so it takes address space but no memory. The garbage collector counts it as live, and
// so does not run before a catalogue of the usual size is done.
var ballast []byte

// saveTime lets the garbage collector start late for small catalogues and collect eagerly for huge ones, unless the
// user has an opinion.
func saveTime() {
	if os.Getenv("GOGC") == "" {
		ballast = make([]byte, 128<<20)
		runtime.KeepAlive(ballast)
		debug.SetGCPercent(50)
	}
}
