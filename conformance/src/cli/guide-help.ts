export const GUIDE = `rockpool-conformance guide [<page>[#<section>] | <file>] [--json]

Without a name, lists what there is: the pages of the guide, the chapters of the specification, and files: the examples, the
schemas and the register of requirements. With the name of a page or a chapter, prints it as plain text with all listings in place; where it refers to
another, the command that prints that one follows in parentheses. With the name of a file, prints the file as it is:

  rockpool-conformance guide first-verdict
  rockpool-conformance guide first_adapter.py > first_adapter.py
  rockpool-conformance guide spec/06-subject-protocol#the-handshake

  --json              print the page, the file or all of the guide as JSON
`;
