package spec

import (
	"slices"
	"sync"

	"github.com/lrcodes/lrcodes/spec/diag"
	"github.com/lrcodes/lrcodes/spec/strict"
)

// Load reads the sources in order and returns the spec that they form together. A later source may add codes to an
// API of an earlier one, and change an entry that has `override: true`.
//
// The error is a [diag.Diagnostics] if the sources break rules of the format, or the error of the file system if they
// cannot be read. With an error there is no spec. Load may be called concurrently.
func Load(sources ...Source) (*Spec, error) {
	d, err := read(Format(), sources)
	if err != nil {
		return nil, err
	}
	return d.checked()
}

// LoadExtension is like Load for sources that are checked by themselves: if they extend an api of the builtin spec, it
// reads the builtin spec in front of them.
func LoadExtension(sources ...Source) (*Spec, error) {
	d, err := readExtension(Format(), sources)
	if err != nil {
		return nil, err
	}
	return d.checked()
}

// readExtension decodes the sources, after the builtin spec if they extend an api of it.
func readExtension(format *strict.Shape, sources []Source) (*draft, error) {
	d, err := read(format, sources)
	if err != nil {
		return nil, err
	}
	named := slices.ContainsFunc(sources, func(s Source) bool { return s.Name == Builtin().Name })
	if !named && d.extendsBuiltin() {
		return read(format, append([]Source{Builtin()}, sources...))
	}
	return d, err
}

// LoadOld is like LoadExtension for a spec of the past: it reports what cannot be decoded, but checks neither texts nor
// rules, because both may have been added since. Names that are not declared are left out.
func LoadOld(sources ...Source) (*Spec, error) {
	d, err := readExtension(Format().WithoutChecks(), sources)
	if err != nil {
		return nil, err
	}
	if len(d.diags) > 0 {
		return nil, d.diags.Sorted()
	}
	d.link()
	return d.spec(), nil
}

// checked links and checks the draft, and returns the spec or every problem.
func (d *draft) checked() (*Spec, error) {
	d.dropMisplaced()
	d.link()
	d.check()
	if len(d.diags) > 0 {
		return nil, d.diags.Sorted()
	}
	return d.spec(), nil
}

// read decodes the files of the sources into a draft that is not linked yet.
func read(shape *strict.Shape, sources []Source) (*draft, error) {
	inputs, err := inputsOf(sources)
	if err != nil {
		return nil, err
	}
	d := &draft{}
	if err := d.read(shape, inputs); err != nil {
		return nil, err
	}
	d.collect()
	return d, nil
}

// read decodes the files into the draft, each in a goroutine of its own: they are independent.
func (d *draft) read(shape *strict.Shape, inputs []input) error {
	files := make([]file, len(inputs))
	problems := make([]diag.Diagnostics, len(inputs))
	errs := make([]error, len(inputs))
	var group sync.WaitGroup
	for i, in := range inputs {
		group.Add(1)
		go func() {
			defer group.Done()
			files[i].source = in.source
			files[i].root, problems[i], errs[i] = in.decode(shape)
		}()
	}
	group.Wait()
	for i := range inputs {
		if errs[i] != nil {
			return errs[i]
		}
		d.diags = append(d.diags, problems[i]...)
		if files[i].root == nil {
			d.unread, d.partial = true, true
			continue
		}
		d.files = append(d.files, files[i])
	}
	return nil
}
