-- Phase of a project (27001 A.5.8; 9001 8.1).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('phase', 91, 'Phase', 'Phases',
  'Parts of a project that follow one another, each ending with something that can be looked at.', 'ended', 'Led by', 'Projects');
insert into status (kind, name, position, label, style, live, closed) values
 ('phase', 'planned', 1, 'Planned', 'open', 0, 0),
 ('phase', 'running', 2, 'Running', 'active', 0, 0),
 ('phase', 'done', 3, 'Finished', 'done', 1, 1),
 ('phase', 'dropped', 4, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, computed) values
 ('phase', 'title', 1, 'The phase', 'Title', 'text', 'Its name, such as Construct or Prepare for certification.', 'always', '', '', '', 0, '', '', '', ''),
 ('phase', 'body', 2, 'The phase', 'What it brings', 'markdown', 'What is there at its end, and who looks whether one may go on.', '', '', '', '', 0, '', '', '', ''),
 ('phase', 'place', 3, 'The phase', 'Place', 'number', 'Its place among the phases of the project.', '', '', '', '', 0, '', '', '1..', ''),
 ('phase', 'gate', 4, 'The phase', 'Look at the end', 'markdown', 'What was looked at before the next phase began, by whom, and with what answer.', '', '', '', '', 0, '', '', '', ''),
 ('phase', 'progress', 5, 'The phase', 'Progress', 'percent', 'The mean of its parts; without parts what was typed, and 100 when it is done.', '', '', '', '', 1, '', '', '', 'progress part_of done'),
 ('phase', 'done', 6, 'The phase', 'Done, without parts', 'percent', 'For an entry without parts: how far it is. Otherwise it is worked out from the parts.', '', '', '', '', 0, '', '', '0..100', ''),
 ('phase', 'status', 7, 'Who and when', 'Status', 'status', 'Where it stands.', 'always', '', '', '', 1, '', '', '', ''),
 ('phase', 'owner', 8, 'Who and when', 'Led by', 'person', 'Who leads this phase.', 'always', '', '', '', 1, 'Leads phases', 'me', '', ''),
 ('phase', 'begins', 9, 'Who and when', 'Begins', 'date', 'The first day, planned or real.', '', '', '', '', 0, '', '', '', ''),
 ('phase', 'due', 10, 'Who and when', 'Ends', 'date', 'The day on which it is to be finished.', '', '', '', '', 1, '', '', '', ''),
 ('phase', 'ended', 11, 'Who and when', 'Finished on', 'date', 'The day on which it was finished.', 'done', '', '', '', 0, '', '', '', ''),
 ('phase', 'part_of', 12, 'Linked work', 'Project', 'reference', 'The project it belongs to, such as project:1.', 'always', '', 'project', '', 2, 'Phases', '', '', ''),
 ('phase', 'after', 13, 'Linked work', 'Follows', 'references', 'Phases that must be finished before.', '', '', 'phase', '', 0, 'Followed by', '', '', ''),
 ('phase', 'documents', 14, 'Linked work', 'Documents', 'references', 'Papers and minutes of the phase.', '', '', 'document file page meeting', '', 0, 'Papers of phase', '', '', '');
