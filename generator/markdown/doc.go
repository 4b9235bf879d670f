// Package markdown renders a spec as Markdown for GitHub. [Pages] is the table of its pages.
//
// The pages are files of one directory and link to each other by file name. Links lead only to pages and anchors that
// exist for the given spec. Anchors are permanent: a code has the id of its API and the code (cloud-directory-970), a
// category cloud-directory-category-Configuration, a status http-429, an SDK sdk-Java, a rule rule-duplicate-code.
// Package spec computes those that other packages link to.
//
// Rendering is a function: equal input gives equal bytes.
//
// # Templates
//
// Each page is a text/template of package templates; [Options] replaces one by a template of the user. A spec may
// contain any text, so a template sees its texts only as values of type Text: they print escaped, whatever the verb. A
// Text is false where it is empty, and is used in one of four ways:
//
//	{{.Title}}             one line for running text, a heading, a table cell or the text of a link
//	{{.Title.Code}}        the same as a code span
//	{{.Description.Block}} paragraphs as the author wrote them, at the start of a line, not in a table
//	{{.Message.Fence "x"}} a code block in the language x, at the start of a line
//
// A whole value prints one of its texts or its number, also escaped and whatever the verb: an API its title, a code its
// Wire, a category its name.
//
// No Text may become raw HTML, an attribute or the address of a link. Fields of type string are anchors, files,
// addresses or Markdown, and safe as they are: an anchor after # or in an id, a file or address between the parentheses
// of a link.
//
// [Manual] lists the fields that each page sees.
package markdown
