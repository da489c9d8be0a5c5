-- Change request (27001 6.3, 8.1 and A.8.32).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('change', 5, 'Change', 'Change requests',
  'Changes to systems and to the IMS itself: why, what they touch, who approved them, and how to go back.', 'done_on', 'Owner');
insert into status (kind, name, position, label, style, live, closed) values
 ('change', 'requested', 1, 'Requested', 'open', 0, 0),
 ('change', 'approved', 2, 'Approved', 'wait', 1, 0),
 ('change', 'active', 3, 'Under way', 'active', 1, 0),
 ('change', 'done', 4, 'Done', 'done', 1, 1),
 ('change', 'rejected', 5, 'Rejected', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('change', 'title', 1, 'The change', 'Title', 'text', '', 'always', '', '', '', 0, ''),
 ('change', 'body', 2, 'The change', 'What changes', 'markdown', '', 'always', '', '', '', 0, ''),
 ('change', 'reason', 3, 'The change', 'Why', 'markdown', '', '', '', '', '', 0, ''),
 ('change', 'impact', 4, 'The change', 'Impact', 'markdown', 'Systems, people and clauses it touches; what could go wrong.', 'approved active done', '', '', '', 0, ''),
 ('change', 'rollback', 5, 'The change', 'Way back', 'markdown', 'How to undo it, and until when that is possible.', '', '', '', '', 0, ''),
 ('change', 'status', 6, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('change', 'owner', 7, 'Who and when', 'Owner', 'person', '', 'always', '', '', '', 1, 'Owns'),
 ('change', 'due', 8, 'Who and when', 'Due', 'date', '', '', '', '', '', 1, ''),
 ('change', 'approved_by', 9, 'Who and when', 'Approved by', 'person', 'Not the one who asks for it.', 'approved active done', '', '', 'owner', 0, 'Approved'),
 ('change', 'approved_on', 10, 'Who and when', 'Approved on', 'date', '', 'approved active done', '', '', '', 0, ''),
 ('change', 'done_on', 11, 'Who and when', 'Done on', 'date', '', 'done', '', '', '', 0, ''),
 ('change', 'source', 12, 'Linked work', 'Asked for by', 'references', 'The to-do, finding or incident behind it.', '', '', '', '', 2, 'Asked for'),
 ('change', 'documents', 13, 'Linked work', 'Documents', 'references', 'Records that show how it was done.', '', '', 'document file', '', 0, 'Made in'),
 ('change', 'clauses', 14, 'Linked work', 'Clauses', 'clauses', 'Such as 27001/A.8.32.', '', '', '', '', 0, 'Changes');
