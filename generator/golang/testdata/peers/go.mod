module peers

go 1.24.0

require (
	github.com/lrcodes/lrcodes v0.0.0
	google.golang.org/grpc v1.76.0
)

require golang.org/x/sys v0.41.0 // indirect

replace github.com/lrcodes/lrcodes => ../../../..
