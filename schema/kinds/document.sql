-- Document record: a document or record kept as evidence (27001 7.5).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('document', 7, 'Document', 'Document records',
  'Documents and records that prove something happened: where they lie, which version, and what they are evidence of.', 'issued', 'Owner', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('document', 'draft', 1, 'Draft', 'open', 0, 0),
 ('document', 'current', 2, 'Current', 'done', 1, 0),
 ('document', 'superseded', 3, 'Superseded', 'done', 0, 1),
 ('document', 'withdrawn', 4, 'Withdrawn', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('document', 'title', 1, 'The document', 'Title', 'text', 'What it is called on its first page.', 'always', '', '', '', 0, '', '', ''),
 ('document', 'type', 2, 'The document', 'Kind of document', 'choice', 'Documents say what is to be done and can change; records show what was done and cannot.', '', 'policy=Policy; procedure=Procedure or instruction; plan=Plan; form=Form; record=Record; report=Report; contract=Contract or agreement; certificate=Certificate; external=From outside', '', '', 0, '', '', ''),
 ('document', 'body', 3, 'The document', 'Summary', 'markdown', 'What it shows, so that nobody must open it to know.', '', '', '', '', 0, '', '', ''),
 ('document', 'reference', 4, 'The document', 'Reference', 'text', 'Its own number, if it has one.', '', '', '', '', 0, '', '', ''),
 ('document', 'version', 5, 'The document', 'Version', 'text', 'The version or issue that this record speaks of.', '', '', '', '', 0, '', '', ''),
 ('document', 'classification', 6, 'The document', 'Classification', 'choice', 'Who may see it; the rules of handling follow from it.', '', 'public=Public; internal=Internal; confidential=Confidential; restricted=Restricted', '', '', 0, '', '', ''),
 ('document', 'location', 7, 'The document', 'Where it lies', 'text', 'Folder, cabinet or address.', '', '', '', '', 0, '', '', ''),
 ('document', 'url', 8, 'The document', 'Address', 'url', 'The address under which it opens, when it is kept in another system.', '', '', '', '', 0, '', '', ''),
 ('document', 'medium', 9, 'The document', 'Medium', 'choice', 'Paper can burn and formats can die; it decides how it is protected.', '', 'paper=Paper; electronic=Electronic; both=Both', '', '', 0, '', '', ''),
 ('document', 'status', 10, 'Who and when', 'Status', 'status', 'Only what is current counts as evidence; superseded ones are kept as long as they must be.', 'always', '', '', '', 1, '', '', ''),
 ('document', 'owner', 11, 'Who and when', 'Owner', 'person', 'Who keeps it right and answers for its contents.', 'always', '', '', '', 1, 'Owns', 'me', ''),
 ('document', 'approved_by', 12, 'Who and when', 'Approved by', 'person', 'Who approved this version; somebody other than its writer.', '', '', '', '', 0, 'Approved', '', ''),
 ('document', 'approved_on', 13, 'Who and when', 'Approved on', 'date', 'The day of the approval, not after the day of issue.', '', '', '', '', 0, '', '', ''),
 ('document', 'issued', 14, 'Who and when', 'Issued', 'date', 'The day from which this version holds; it dates the record as evidence.', 'current superseded', '', '', '', 1, '', '', ''),
 ('document', 'next_review', 15, 'Who and when', 'Next review', 'date', 'The day by which somebody asks whether it is still right.', '', '', '', '', 0, '', '', ''),
 ('document', 'keep_for', 16, 'Who and when', 'Kept for', 'duration', 'How long it must be kept, from the day of issue, such as 6 years.', '', '', '', '', 0, '', '', ''),
 ('document', 'keep_until', 17, 'Who and when', 'Kept until', 'date', 'Worked out; after this day it may be destroyed as the manual says.', '', '', '', '', 0, '', '', 'after issued keep_for'),
 ('document', 'file', 18, 'Linked work', 'File', 'references', 'The document itself, if it is kept here.', '', '', 'file', '', 0, 'Filed as', '', ''),
 ('document', 'replaces', 19, 'Linked work', 'Replaces', 'references', 'The document records that this one takes the place of.', '', '', 'document', '', 0, 'Replaced by', '', ''),
 ('document', 'about', 20, 'Linked work', 'Belongs to', 'references', 'The records and pages that it was made for.', '', '', '', '', 0, 'Documents', '', ''),
 ('document', 'clauses', 21, 'Linked work', 'Proves', 'clauses', 'Such as 27001/A.8.13.', '', '', '', '', 0, 'Evidence', '', '');
