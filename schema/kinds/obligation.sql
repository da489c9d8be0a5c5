-- Legal and contractual obligation (27001 A.5.31 to A.5.34; 9001 8.2.3; 22301 4.2.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('obligation', 32, 'Obligation', 'Obligations',
  'Laws, licences and contracts that bind us, what each asks in our words, and whether it was found to be kept.', 'checked_on', 'Watched by', 'Context and duties');
insert into status (kind, name, position, label, style, live, closed) values
 ('obligation', 'identified', 1, 'Identified', 'open', 0, 0),
 ('obligation', 'current', 2, 'In force', 'active', 1, 0),
 ('obligation', 'ended', 3, 'No longer in force', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('obligation', 'title', 1, 'The obligation', 'Title', 'text', 'The duty in a few words, with the law or contract it comes from.', 'always', '', '', '', 0, '', ''),
 ('obligation', 'type', 2, 'The obligation', 'Kind', 'choice', 'Where the duty comes from.', 'always', 'law=Law; regulation=Rule of an authority; licence=Licence or permit; contract=Contract with a customer; supply=Contract with a supplier; standard=Standard or code; own=Promise of our own', '', '', 2, '', ''),
 ('obligation', 'source', 3, 'The obligation', 'Where it stands', 'text', 'Act and section, licence number, or contract and clause.', 'current', '', '', '', 0, '', ''),
 ('obligation', 'body', 4, 'The obligation', 'What it asks', 'markdown', 'The duty in our own words: who must do what, by when.', 'current', '', '', '', 0, '', ''),
 ('obligation', 'where', 5, 'The obligation', 'Holds where', 'text', 'Country, site or service it is limited to.', '', '', '', '', 0, '', ''),
 ('obligation', 'url', 6, 'The obligation', 'Address', 'url', 'Where its text can be read.', '', '', '', '', 0, '', ''),
 ('obligation', 'penalty', 7, 'The obligation', 'If it is broken', 'text', 'Fine, loss of licence or contract, harm to people.', '', '', '', '', 0, '', ''),
 ('obligation', 'limit', 8, 'The obligation', 'Time limit', 'duration', 'How soon something must be done when it applies, such as 72 h.', '', '', '', '', 0, '', ''),
 ('obligation', 'kept', 9, 'The obligation', 'Kept', 'choice', 'What the last check found.', '', 'yes=Kept; partly=Kept in part; no=Not kept; unknown=Not checked yet', '', '', 1, '', 'unknown'),
 ('obligation', 'finding', 10, 'The obligation', 'What the check showed', 'markdown', 'What was looked at, by whom, and what was seen.', '', '', '', '', 0, '', ''),
 ('obligation', 'status', 11, 'Who and when', 'Status', 'status', 'Whether it binds us today.', 'always', '', '', '', 1, '', ''),
 ('obligation', 'owner', 12, 'Who and when', 'Watched by', 'person', 'Who notices when it changes and says what follows.', 'always', '', '', '', 1, 'Watches', 'me'),
 ('obligation', 'since', 13, 'Who and when', 'In force since', 'date', 'The first day on which it binds us.', '', '', '', '', 0, '', ''),
 ('obligation', 'until', 14, 'Who and when', 'In force until', 'date', 'The last day, if it has one.', '', '', '', '', 0, '', ''),
 ('obligation', 'checker', 15, 'Who and when', 'Checked by', 'person', 'Who looked whether it is kept; not the one who watches it.', '', '', '', 'owner', 0, 'Checks', ''),
 ('obligation', 'checked_on', 16, 'Who and when', 'Checked on', 'date', 'The day of the last check; it dates the entry as evidence.', '', '', '', '', 0, '', ''),
 ('obligation', 'due', 17, 'Who and when', 'Next check', 'date', 'The day by which it is looked at again.', '', '', '', '', 1, '', 'today+365'),
 ('obligation', 'party', 18, 'Linked work', 'Owed to', 'references', 'The authority, customer or other party that may ask for it.', '', '', 'party supplier', '', 0, 'Obligations', ''),
 ('obligation', 'met_by', 19, 'Linked work', 'Met by', 'references', 'Pages, measures and plans that answer it.', '', '', 'page section measure plan course', '', 0, 'Meets obligation', ''),
 ('obligation', 'documents', 20, 'Linked work', 'Documents', 'references', 'The contract, the licence, the advice of a lawyer.', '', '', 'document file', '', 0, 'Documents of obligation', ''),
 ('obligation', 'actions', 21, 'Linked work', 'Actions', 'references', 'To-dos that bring us into line.', '', '', 'todo change', '', 0, 'From obligation', ''),
 ('obligation', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it bears on, such as 27001/A.5.31.', '', '', '', '', 0, 'Obligations', '');
insert into soa_role (kind, field, role) values
 ('obligation', 'clauses', 'driver'),
 ('obligation', 'met_by', 'control');
