package diag

import (
	"errors"
	"io/fs"
)

// Cause returns the error that a file system reported, without the operation and the path in front of it: the caller's
// message already names the file, as its user does. An error of another kind is returned as it is.
func Cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
