package output

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// keepOwner does nothing: a new file inherits its owner and access from its directory.
func keepOwner(*os.File, fs.FileInfo) {}

// busy reports whether a rename failed because someone has the file open, which passes.
func busy(err error) bool {
	const sharingViolation = syscall.Errno(32)
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, sharingViolation)
}
