package compat

// Facts makes the changes that others imply visible to tests.
var Facts = facts
