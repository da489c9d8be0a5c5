-- Activity of a project; activities may have activities (27001 A.5.8; 9001 8.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('activity', 93, 'Activity', 'Activities',
  'Steps of work below a deliverable, as fine as is useful, each with a name and a date.', 'ended', 'Done by', 'Projects');
insert into status (kind, name, position, label, style, live, closed) values
 ('activity', 'planned', 1, 'Planned', 'open', 0, 0),
 ('activity', 'running', 2, 'In work', 'active', 0, 0),
 ('activity', 'waiting', 3, 'Waiting', 'wait', 0, 0),
 ('activity', 'done', 4, 'Done', 'done', 1, 1),
 ('activity', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit, computed) values
 ('activity', 'title', 1, 'The activity', 'Title', 'text', 'What is done, with a verb.', 'always', '', '', '', 0, '', '', '', '', ''),
 ('activity', 'body', 2, 'The activity', 'Description', 'markdown', 'How it is done, and what is there at its end.', '', '', '', '', 0, '', '', '', '', ''),
 ('activity', 'effort', 3, 'The activity', 'Effort planned', 'number', 'Days of work that it is thought to need.', '', '', '', '', 0, '', '', '0..', 'days', ''),
 ('activity', 'effort_taken', 4, 'The activity', 'Effort taken', 'number', 'Days of work that it took.', '', '', '', '', 0, '', '', '0..', 'days', ''),
 ('activity', 'progress', 5, 'The activity', 'Progress', 'percent', 'The mean of its parts; without parts what was typed, and 100 when it is done.', '', '', '', '', 1, '', '', '', '', 'progress part_of done'),
 ('activity', 'done', 6, 'The activity', 'Done, without parts', 'percent', 'For an entry without parts: how far it is. Otherwise it is worked out from the parts.', '', '', '', '', 0, '', '', '0..100', '', ''),
 ('activity', 'status', 7, 'Who and when', 'Status', 'status', 'Where it stands; say in the description for what it waits.', 'always', '', '', '', 1, '', '', '', '', ''),
 ('activity', 'owner', 8, 'Who and when', 'Done by', 'person', 'Who does it.', 'always', '', '', '', 1, 'Does', 'me', '', '', ''),
 ('activity', 'begins', 9, 'Who and when', 'Begins', 'date', 'The first day, planned or real.', '', '', '', '', 0, '', '', '', '', ''),
 ('activity', 'due', 10, 'Who and when', 'Due', 'date', 'The day on which it is to be done.', '', '', '', '', 1, '', '', '', '', ''),
 ('activity', 'ended', 11, 'Who and when', 'Done on', 'date', 'The day on which it was done.', 'done', '', '', '', 0, '', '', '', '', ''),
 ('activity', 'part_of', 12, 'Linked work', 'Part of', 'reference', 'The deliverable, phase or activity it belongs to, such as deliverable:1.', 'always', '', 'deliverable phase activity', '', 2, 'Activities', '', '', '', ''),
 ('activity', 'after', 13, 'Linked work', 'Follows', 'references', 'Activities and deliverables that must be finished before.', '', '', 'activity deliverable', '', 0, 'Followed by', '', '', '', ''),
 ('activity', 'result', 14, 'Linked work', 'Result', 'references', 'Pages, documents and changes that came of it.', '', '', 'page document file change todo training', '', 0, 'Result of', '', '', '', '');
