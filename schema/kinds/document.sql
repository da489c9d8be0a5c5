-- Document record: a document or record kept as evidence (27001 7.5).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('document', 7, 'Document', 'Document records',
  'Documents and records that prove something happened: where they lie, which version, and what they are evidence of.', 'issued', 'Owner');
insert into status (kind, name, position, label, style, live, closed) values
 ('document', 'draft', 1, 'Draft', 'open', 0, 0),
 ('document', 'current', 2, 'Current', 'done', 1, 0),
 ('document', 'superseded', 3, 'Superseded', 'done', 0, 1),
 ('document', 'withdrawn', 4, 'Withdrawn', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('document', 'title', 1, 'The document', 'Title', 'text', '', 'always', '', '', '', 0, ''),
 ('document', 'body', 2, 'The document', 'Summary', 'markdown', 'What it shows, so that nobody must open it to know.', '', '', '', '', 0, ''),
 ('document', 'reference', 3, 'The document', 'Reference', 'text', 'Its own number, if it has one.', '', '', '', '', 0, ''),
 ('document', 'version', 4, 'The document', 'Version', 'text', '', '', '', '', '', 0, ''),
 ('document', 'location', 5, 'The document', 'Where it lies', 'text', 'Folder, cabinet or address.', '', '', '', '', 0, ''),
 ('document', 'status', 6, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('document', 'owner', 7, 'Who and when', 'Owner', 'person', '', 'always', '', '', '', 1, 'Owns'),
 ('document', 'approved_by', 8, 'Who and when', 'Approved by', 'person', '', '', '', '', '', 0, 'Approved'),
 ('document', 'issued', 9, 'Who and when', 'Issued', 'date', '', 'current superseded', '', '', '', 1, ''),
 ('document', 'next_review', 10, 'Who and when', 'Next review', 'date', '', '', '', '', '', 0, ''),
 ('document', 'file', 11, 'Linked work', 'File', 'references', '', '', '', 'file', '', 0, 'Filed as'),
 ('document', 'clauses', 12, 'Linked work', 'Proves', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'Evidence');
