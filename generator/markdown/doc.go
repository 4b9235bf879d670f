// Package markdown renders a spec as Markdown for GitHub, one function per page.
//
// The pages lie in one directory and link to each other by file name: [IndexFile], [StatusesFile], [RulesFile] and,
// for each API, [APIFile]. Links lead only to pages and anchors that exist for the given spec.
//
// Anchors are permanent. A code stands under its API's id, a dash and the code (cloud-directory-970), a category under
// cloud-directory-category-Configuration, a status under http-429, an SDK under sdk-Java, a rule under
// rule-duplicate-code. Whatever is neither an ASCII letter, a digit nor one of "_-.:" stands there as ~ and two
// hexadecimal digits, and so does the first dash of a textual code that would take the anchor of a category or status.
//
// Rendering is a function: equal input gives equal bytes.
//
// # Templates
//
// Each page is a text/template of package templates; [Options] replaces one by a template of the user's own. A spec
// may hold any text, so what it says reaches a template only as a Text: it prints escaped, in whatever way it is
// printed. A Text is false where it is empty, and is used in one of four ways:
//
//	{{.Message}}           one line for running text, a heading, a table cell or the text of a link
//	{{.Message.Code}}      the same as a code span
//	{{.Message.Block}}     paragraphs as the author wrote them, at the start of a line, not in a table
//	{{.Message.Fence "x"}} a code block in the language x, at the start of a line
//
// None of them is for raw HTML, attributes or the address of a link. Fields said below to be an anchor, a file, a link
// or Markdown are safe as they are: an anchor after # or in an id, a file or link between the parentheses of a link.
//
// Each page sees these fields; a link is "" where its page is missing:
//
//	index     APIs, each an API; Statuses and Synthetic, files; Shared, for each code that several APIs
//	          have its Wire and Codes
//	statuses  Index, a file; Statuses, each a Status
//	api       Index and Statuses, files; the fields of API; CodeField, a Text, the key of the code in
//	          the body; Codes; Categories; Groups, the codes by HTTP status, those without one last;
//	          Ranges, each with the First and Last of some 25 Codes; Retired, each with Anchor and the
//	          Texts Wire, Name and Reason; Names, all in alphabetical order, each with Anchor and the
//	          Texts Const, Wire and Kind ("", "former name", "category" or "retired")
//	synthetic Index, a file; SDKs, each an SDK; Numbers, each with a Number and the SDKs that report it
//	rules     Index, a file; Rules, each with Anchor and the Texts ID, Doc, Failing, Passing and Message
//
// and through them:
//
//	API       the Texts ID, Title, Package and Note; File; Source, Markdown; Count, the number of its codes
//	Code      API; the Texts Wire (the number, or the text that is the code), Const (its Go constant,
//	          ErrEmailNotVerified), Qualified (customeridentity.ErrEmailNotVerified), Message, Description
//	          and Note; Also and Aliases, lists of Texts; HTTP, a Status or nil; Categories; Retryable;
//	          Unused; Anchor; Link; Example, the body of a response as Markdown; Others, the Codes of
//	          other APIs with the same Wire, of which only API, Wire, Const, Qualified, Message, Unused,
//	          Anchor and Link are set, as in Shared and on the page of statuses; SDKs, those that report
//	          the number themselves
//	SDK       the Texts Name and Description; Numbers; Anchor; Link; and on the page of synthetic
//	          numbers Codes, those of the service with one of the numbers
//	Status    Number; the Texts Const, Qualified, Message and Description; Retryable; Anchor; Link; and on
//	          the page of statuses Count, the number of its codes, and Groups, one for each API that
//	          sends it
//	Category  the Texts Name, Const, Qualified and Description; Anchor; Codes
//	Group     API; Status, nil for none and on the page of statuses; Anchor; Link; Codes
package markdown
