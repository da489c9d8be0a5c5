-- Incident, with the four times of time theory (27001 A.5.24 to A.5.28).
insert into kind (name, position, label, plural, description, dated, owner_label) values
 ('incident', 6, 'Incident', 'Incidents',
  'What went wrong: when it happened, when it was noticed and put right, and whether that was before the window closed.', 'detected_at', 'Handled by');
insert into status (kind, name, position, label, style, live, closed) values
 ('incident', 'reported', 1, 'Reported', 'open', 1, 0),
 ('incident', 'contained', 2, 'Contained', 'active', 1, 0),
 ('incident', 'fixed', 3, 'Fixed', 'wait', 1, 0),
 ('incident', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back) values
 ('incident', 'title', 1, 'The incident', 'Title', 'text', '', 'always', '', '', '', 0, ''),
 ('incident', 'body', 2, 'The incident', 'What happened', 'markdown', '', 'always', '', '', '', 0, ''),
 ('incident', 'lessons', 3, 'The incident', 'Lessons', 'markdown', 'What is learnt from it; changes become to-dos.', 'closed', '', '', '', 0, ''),
 ('incident', 'breach', 4, 'The incident', 'Personal data concerned', 'yesno', 'If yes, the authority may have to be told within 72 hours.', 'always', '', '', '', 0, ''),
 ('incident', 'status', 5, 'Who and when', 'Status', 'status', '', 'always', '', '', '', 1, ''),
 ('incident', 'owner', 6, 'Who and when', 'Handled by', 'person', '', '', '', '', '', 1, 'Handles'),
 ('incident', 'due', 7, 'Who and when', 'Due', 'date', '', '', '', '', '', 0, ''),
 ('incident', 'event_at', 8, 'Who and when', 'It happened (Te)', 'moment', 'As far as known.', '', '', '', '', 0, ''),
 ('incident', 'detected_at', 9, 'Who and when', 'Noticed (Td)', 'moment', '', 'always', '', '', '', 1, ''),
 ('incident', 'fixed_at', 10, 'Who and when', 'Put right (Tf)', 'moment', '', 'fixed closed', '', '', '', 0, ''),
 ('incident', 'window_at', 11, 'Who and when', 'Window closed (Tw)', 'moment', 'From this moment the impact is suffered.', '', '', '', '', 0, ''),
 ('incident', 'actions', 12, 'Linked work', 'Actions', 'references', '', '', '', '', '', 0, 'Comes from'),
 ('incident', 'clauses', 13, 'Linked work', 'Clauses', 'clauses', 'Such as 27001/A.5.26.', '', '', '', '', 0, 'Incidents');
