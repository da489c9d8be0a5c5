-- Training record (27001 7.2 and A.6.3; 9001 7.2; 22301 7.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('training', 52, 'Training record', 'Training records',
  'Who was trained in what and when, with what result, and whether it helped.', 'held_on', 'Participant', 'People');
insert into status (kind, name, position, label, style, live, closed) values
 ('training', 'planned', 1, 'Planned', 'open', 0, 0),
 ('training', 'done', 2, 'Done', 'wait', 1, 0),
 ('training', 'passed', 3, 'Passed', 'done', 1, 0),
 ('training', 'failed', 4, 'Failed', 'active', 0, 0),
 ('training', 'expired', 5, 'Expired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, computed) values
 ('training', 'title', 1, 'The training', 'Title', 'text', 'Course and person or group.', 'always', '', '', '', 0, '', '', '', ''),
 ('training', 'body', 2, 'The training', 'Notes', 'markdown', 'What was special: questions asked, parts left out, what is to be repeated.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'method', 3, 'The training', 'How', 'choice', 'The way in which it was done.', '', 'room=In a room; job=At the work place; online=On line; reading=Reading; outside=At another organisation', '', '', 0, '', '', '', ''),
 ('training', 'length', 4, 'The training', 'Length', 'duration', 'How long it took.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'score', 5, 'The training', 'Result of the test', 'percent', 'The share of right answers, if there was a test.', '', '', '', '', 0, '', '', '0..100', ''),
 ('training', 'helped', 6, 'The training', 'Did it help', 'choice', 'The judgement of the manager some months later, seen at the work.', '', 'yes=Yes; partly=In part; no=No', '', '', 1, '', '', '', ''),
 ('training', 'helped_how', 7, 'The training', 'Seen by', 'text', 'What the judgement rests on.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'status', 8, 'Who and when', 'Status', 'status', 'Where it stands; what has expired is repeated.', 'always', '', '', '', 1, '', '', '', ''),
 ('training', 'owner', 9, 'Who and when', 'Participant', 'person', 'Who was trained.', 'always', '', '', '', 1, 'Trained', '', '', ''),
 ('training', 'others', 10, 'Who and when', 'With', 'references', 'Others who took part in the same session.', '', '', 'person', '', 0, 'Trained with others', '', '', ''),
 ('training', 'trainer', 11, 'Who and when', 'Trainer', 'person', 'Who taught; not the participant.', '', '', '', 'owner', 0, 'Gave training', '', '', ''),
 ('training', 'held_on', 12, 'Who and when', 'Held on', 'date', 'The day of the training; it dates the record as evidence.', 'done passed failed', '', '', '', 1, '', 'today', '', ''),
 ('training', 'valid_for', 13, 'Who and when', 'Holds for', 'duration', 'How long it holds, such as 1 year; empty if for good.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'valid_until', 14, 'Who and when', 'Holds until', 'date', 'Worked out from the two fields before.', '', '', '', '', 0, '', '', '', 'after held_on valid_for'),
 ('training', 'due', 15, 'Who and when', 'Repeat by', 'date', 'The day by which it is done again, or is to be held.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'judged_by', 16, 'Who and when', 'Effect judged by', 'person', 'Who judged whether it helped; not the participant.', '', '', '', 'owner', 0, 'Judged effect of', '', '', ''),
 ('training', 'judged_on', 17, 'Who and when', 'Effect judged on', 'date', 'The day of that judgement, about three months after the training.', '', '', '', '', 0, '', '', '', ''),
 ('training', 'course', 18, 'Linked work', 'Course', 'reference', 'The course that was taken, such as course:1.', 'always', '', 'course', '', 2, 'Training records', '', '', ''),
 ('training', 'evidence', 19, 'Linked work', 'Evidence', 'references', 'Sheet of attendance, certificate, test.', '', '', 'document file', '', 0, 'Shows training', '', '', ''),
 ('training', 'source', 20, 'Linked work', 'Because of', 'references', 'The finding, to-do or incident that called for it.', '', '', 'todo finding incident competence change', '', 0, 'Training given', '', '', ''),
 ('training', 'clauses', 21, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/7.2.', '', '', '', '', 0, 'Training', '', '', '');
