//go:build unix

package output

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a new file the owner and group of the one that it replaces, as far as the system permits: a root user
// in a container does not take the files of others.
func keepOwner(f *os.File, replaced fs.FileInfo) {
	if st, ok := replaced.Sys().(*syscall.Stat_t); ok {
		f.Chown(int(st.Uid), int(st.Gid)) // usually a user may not, and need not
	}
}

// busy reports whether a rename failed because someone has the file open. Unix permits that.
func busy(error) bool { return false }
