-- Deliverable of a project (27001 A.5.8; 9001 8.1 and 8.6).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('deliverable', 92, 'Deliverable', 'Deliverables',
  'What a project hands over: what it is, when it is right, who takes it.', 'accepted_on', 'Made by', 'Projects');
insert into status (kind, name, position, label, style, live, closed) values
 ('deliverable', 'planned', 1, 'Planned', 'open', 0, 0),
 ('deliverable', 'running', 2, 'In work', 'active', 0, 0),
 ('deliverable', 'offered', 3, 'Handed over', 'wait', 0, 0),
 ('deliverable', 'accepted', 4, 'Accepted', 'done', 1, 1),
 ('deliverable', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit, computed) values
 ('deliverable', 'title', 1, 'The deliverable', 'Title', 'text', 'What is handed over.', 'always', '', '', '', 0, '', '', '', '', ''),
 ('deliverable', 'body', 2, 'The deliverable', 'Description', 'markdown', 'What it consists of and what it is for.', '', '', '', '', 0, '', '', '', '', ''),
 ('deliverable', 'criteria', 3, 'The deliverable', 'It is right when', 'markdown', 'How the taker will see that it is what was asked for; written before the work.', 'offered accepted', '', '', '', 0, '', '', '', '', ''),
 ('deliverable', 'effort', 4, 'The deliverable', 'Effort planned', 'number', 'Days of work that it is thought to need.', '', '', '', '', 0, '', '', '0..', 'days', ''),
 ('deliverable', 'effort_taken', 5, 'The deliverable', 'Effort taken', 'number', 'Days of work that it took.', '', '', '', '', 0, '', '', '0..', 'days', ''),
 ('deliverable', 'progress', 6, 'The deliverable', 'Progress', 'percent', 'The mean of its parts; without parts what was typed, and 100 when it is done.', '', '', '', '', 1, '', '', '', '', 'progress part_of done'),
 ('deliverable', 'done', 7, 'The deliverable', 'Done, without parts', 'percent', 'For an entry without parts: how far it is. Otherwise it is worked out from the parts.', '', '', '', '', 0, '', '', '0..100', '', ''),
 ('deliverable', 'status', 8, 'Who and when', 'Status', 'status', 'It is finished when it has been accepted, not when it is handed over.', 'always', '', '', '', 1, '', '', '', '', ''),
 ('deliverable', 'owner', 9, 'Who and when', 'Made by', 'person', 'Who answers for it.', 'always', '', '', '', 1, 'Makes deliverables', 'me', '', '', ''),
 ('deliverable', 'begins', 10, 'Who and when', 'Begins', 'date', 'The first day, planned or real.', '', '', '', '', 0, '', '', '', '', ''),
 ('deliverable', 'due', 11, 'Who and when', 'Due', 'date', 'The day on which it is to be handed over.', '', '', '', '', 1, '', '', '', '', ''),
 ('deliverable', 'accepted_by', 12, 'Who and when', 'Accepted by', 'person', 'Who took it; not the one who made it.', 'accepted', '', '', 'owner', 0, 'Accepted', '', '', '', ''),
 ('deliverable', 'accepted_on', 13, 'Who and when', 'Accepted on', 'date', 'The day on which it was taken.', 'accepted', '', '', '', 0, '', '', '', '', ''),
 ('deliverable', 'part_of', 14, 'Linked work', 'Phase', 'reference', 'The phase or project it belongs to, such as phase:1.', 'always', '', 'phase project', '', 2, 'Deliverables', '', '', '', ''),
 ('deliverable', 'result', 15, 'Linked work', 'The result', 'references', 'Page, document, file or change that was handed over.', '', '', 'page document file change course', '', 0, 'Handed over as', '', '', '', ''),
 ('deliverable', 'actions', 16, 'Linked work', 'Still open', 'references', 'To-dos that were left.', '', '', 'todo', '', 0, 'From deliverable', '', '', '', '');
