-- Management review (27001 9.3).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('review', 4, 'Review', 'Management reviews',
  'Meetings of the IMS Forum that review the system: what was put before it, what was decided, and the actions that followed.', 'held_on', 'Chair');
insert into status (kind, name, position, label, style, live, closed) values
 ('review', 'planned', 1, 'Planned', 'open', 0, 0),
 ('review', 'held', 2, 'Held', 'active', 1, 0),
 ('review', 'closed', 3, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('review', 'title', 1, 'The review', 'Title', 'text', '', 'always', '', '', '', 0, ''),
 ('review', 'body', 2, 'The review', 'Minutes', 'markdown', 'Each input of 9.3.2 in its own paragraph.', 'held closed', '', '', '', 0, ''),
 ('review', 'decisions', 3, 'The review', 'Decisions', 'markdown', 'Decisions about improvement and change; actions become to-dos.', 'held closed', '', '', '', 0, ''),
 ('review', 'status', 4, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('review', 'owner', 5, 'Who and when', 'Chair', 'person', '', 'always', '', '', '', 1, 'Chairs'),
 ('review', 'due', 6, 'Who and when', 'Planned for', 'date', '', '', '', '', '', 0, ''),
 ('review', 'held_on', 7, 'Who and when', 'Held on', 'date', '', 'held closed', '', '', '', 1, ''),
 ('review', 'inputs', 8, 'Linked work', 'Put before it', 'references', 'Audits, findings, incidents, measurements.', '', '', '', '', 0, 'Put before'),
 ('review', 'actions', 9, 'Linked work', 'Actions', 'references', 'The to-dos that carry out its decisions.', '', '', 'todo change', '', 0, 'Decided in'),
 ('review', 'clauses', 10, 'Linked work', 'Clauses', 'clauses', 'Such as 27001/9.3.2.', '', '', '', '', 0, 'Reviewed in');
