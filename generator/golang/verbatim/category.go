package verbatim

// Category is a group of codes that a program would treat alike. It is an error: errors.Is(err, category) reports
// whether err contains a code of the category. Its text is its name, which prints, logs, marshals and stores as it is.
type Category string

// Categories returns all categories in a fresh slice.
func Categories() []Category {
	var list []Category
	for _, c := range categories {
		list = append(list, c.name)
	}
	return list
}

// Error returns the name of the category.
func (c Category) Error() string { return string(c) }

// Description returns what the codes of the category have in common, or "" if the category is unknown.
func (c Category) Description() string {
	for _, known := range categories {
		if known.name == c {
			return known.description
		}
	}
	return ""
}

// Codes returns the codes of the category, in order, in a fresh slice.
func (c Category) Codes() []Code {
	var codes []Code
	for i := range infos {
		if code := infos[i].Code; code.in(c) {
			codes = append(codes, code)
		}
	}
	return codes
}

// ErrorCategory returns the id of the API and the name of the category. Packages that were generated for the same API
// in different modules recognize each other's categories by it.
func (c Category) ErrorCategory() (api, name string) { return API, string(c) }

// Is reports whether target is the same category in another generated package of this API. It is called by errors.Is.
func (c Category) Is(target error) bool {
	t, ok := target.(interface{ ErrorCategory() (api, name string) })
	if !ok {
		return false
	}
	api, name := t.ErrorCategory()
	return api == API && name == string(c)
}
