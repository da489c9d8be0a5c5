-- Management review (27001 9.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('review', 4, 'Review', 'Management reviews',
  'Meetings of the IMS Forum that review the system: what was put before it, what was decided, and the actions that followed.', 'held_on', 'Chair', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('review', 'planned', 1, 'Planned', 'open', 0, 0),
 ('review', 'held', 2, 'Held', 'active', 1, 1),
 ('review', 'closed', 3, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('review', 'title', 1, 'The review', 'Title', 'text', 'Which review it is, such as its running number.', 'always', '', '', '', 0, ''),
 ('review', 'agenda', 2, 'The review', 'Agenda', 'markdown', 'The points to be taken, each with the page of facts sent beforehand.', '', '', '', '', 0, ''),
 ('review', 'body', 3, 'The review', 'Minutes', 'markdown', 'Each input of 9.3.2 in its own paragraph.', 'held closed', '', '', '', 0, ''),
 ('review', 'decisions', 4, 'The review', 'Decisions', 'markdown', 'Decisions about improvement and change; actions become to-dos.', 'held closed', '', '', '', 0, ''),
 ('review', 'judgement', 5, 'The review', 'Is the system right', 'markdown', 'The answer of the chair to three questions: is it suitable, is it enough, does it work?', '', '', '', '', 0, ''),
 ('review', 'resources', 6, 'The review', 'Means needed', 'markdown', 'People, money and time that the decisions call for.', '', '', '', '', 0, ''),
 ('review', 'status', 7, 'Who and when', 'Status', 'status', 'Planned, held, and closed when all its decisions are carried out or on their way.', 'always', '', '', '', 1, ''),
 ('review', 'owner', 8, 'Who and when', 'Chair', 'person', 'Who presides: top management, not the administrator.', 'always', '', '', '', 1, 'Chairs'),
 ('review', 'due', 9, 'Who and when', 'Planned for', 'date', 'The date set for it, as a rule in the review before.', '', '', '', '', 0, ''),
 ('review', 'held_on', 10, 'Who and when', 'Held on', 'date', 'The day of the meeting; it dates the review as evidence.', 'held closed', '', '', '', 1, ''),
 ('review', 'attended', 11, 'Who and when', 'Present', 'references', 'Who took part; the members of the Forum and those who reported.', '', '', 'person', '', 0, 'Took part in reviews'),
 ('review', 'absent', 12, 'Who and when', 'Absent', 'text', 'Who was missing, and who spoke for them.', '', '', '', '', 0, ''),
 ('review', 'approved_on', 13, 'Who and when', 'Minutes approved on', 'date', 'The day on which those present agreed that the minutes are right.', '', '', '', '', 0, ''),
 ('review', 'inputs', 14, 'Linked work', 'Put before it', 'references', 'Audits, findings, incidents, measurements.', '', '', '', '', 0, 'Put before'),
 ('review', 'previous', 15, 'Linked work', 'Review before', 'reference', 'The review whose decisions are gone through first.', '', '', 'review', '', 0, 'Next review'),
 ('review', 'actions', 16, 'Linked work', 'Actions', 'references', 'The to-dos that carry out its decisions.', '', '', 'todo change', '', 0, 'Decided in'),
 ('review', 'minutes', 17, 'Linked work', 'Minutes signed', 'references', 'The signed minutes and the pages of facts, if they are kept as files.', '', '', 'file document page', '', 0, 'Minutes of'),
 ('review', 'clauses', 18, 'Linked work', 'Clauses', 'clauses', 'Such as 27001/9.3.2.', '', '', '', '', 0, 'Reviewed in');
