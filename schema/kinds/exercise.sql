-- Exercise or test of continuity (22301 8.5; 27001 A.5.29 and A.5.30).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('exercise', 72, 'Exercise', 'Exercises',
  'Trials of plans and of emergency practice: what was played, what was to be reached, what was reached, and what was learnt.', 'held_on', 'Led by', 'Continuity');
insert into status (kind, name, position, label, style, live, closed) values
 ('exercise', 'planned', 1, 'Planned', 'open', 0, 0),
 ('exercise', 'held', 2, 'Held', 'active', 0, 0),
 ('exercise', 'reported', 3, 'Reported', 'wait', 1, 0),
 ('exercise', 'closed', 4, 'Closed', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial) values
 ('exercise', 'title', 1, 'The exercise', 'Title', 'text', 'What is tried.', 'always', '', '', '', 0, '', ''),
 ('exercise', 'type', 2, 'The exercise', 'Kind', 'choice', 'From talk to the real thing; over the years all of them.', 'always', 'talk=Talk at the table; walk=Walk-through; call=Test of calls; part=Test of a part; full=Full exercise; real=Real event', '', '', 2, '', ''),
 ('exercise', 'scenario', 3, 'The exercise', 'Scenario', 'markdown', 'What is said to have happened, and what the players are told.', 'held reported closed', '', '', '', 0, '', ''),
 ('exercise', 'goal', 4, 'The exercise', 'Goals', 'markdown', 'What is to be reached, so that it can be said afterwards whether it was.', 'held reported closed', '', '', '', 0, '', ''),
 ('exercise', 'target', 5, 'The exercise', 'Time allowed', 'duration', 'The time within which it is to be done.', '', '', '', '', 0, '', ''),
 ('exercise', 'achieved', 6, 'The exercise', 'Time needed', 'duration', 'The time that it took, by somebodys watch.', '', '', '', '', 0, '', ''),
 ('exercise', 'result', 7, 'The exercise', 'Result', 'choice', 'Whether the goals were reached. A failure in an exercise is a cheap one.', 'reported closed', 'reached=Reached; partly=Reached in part; missed=Missed', '', '', 1, '', ''),
 ('exercise', 'body', 8, 'The exercise', 'Report', 'markdown', 'What happened, minute by minute where it matters, and what it showed.', 'reported closed', '', '', '', 0, '', ''),
 ('exercise', 'lessons', 9, 'The exercise', 'Lessons', 'markdown', 'What will be different; changes become to-dos.', 'closed', '', '', '', 0, '', ''),
 ('exercise', 'status', 10, 'Who and when', 'Status', 'status', 'It counts as evidence when it has been reported.', 'always', '', '', '', 1, '', ''),
 ('exercise', 'owner', 11, 'Who and when', 'Led by', 'person', 'Who prepares and leads it.', 'always', '', '', '', 1, 'Leads exercises', 'me'),
 ('exercise', 'observer', 12, 'Who and when', 'Observed by', 'person', 'Who watches and takes the times; not the one who leads.', '', '', '', 'owner', 0, 'Observed', ''),
 ('exercise', 'players', 13, 'Who and when', 'Players', 'references', 'Who took part.', '', '', 'person', '', 0, 'Took part in exercises', ''),
 ('exercise', 'others', 14, 'Who and when', 'Others', 'text', 'Shifts, suppliers, fire service and customers that took part.', '', '', '', '', 0, '', ''),
 ('exercise', 'due', 15, 'Who and when', 'Planned for', 'date', 'The day set for it. If it is to be a surprise, the week.', '', '', '', '', 0, '', ''),
 ('exercise', 'held_on', 16, 'Who and when', 'Held on', 'date', 'The day on which it was held; it dates the exercise as evidence.', 'held reported closed', '', '', '', 1, '', ''),
 ('exercise', 'reported_on', 17, 'Who and when', 'Reported on', 'date', 'The day of the report.', 'reported closed', '', '', '', 0, '', ''),
 ('exercise', 'plan', 18, 'Linked work', 'Plan', 'reference', 'The plan that is tried, such as plan:1.', '', '', 'plan', '', 2, 'Exercises', ''),
 ('exercise', 'activities', 19, 'Linked work', 'Activities', 'references', 'The activities whose times are tried.', '', '', 'bia asset', '', 0, 'Tried in', ''),
 ('exercise', 'report', 20, 'Linked work', 'Report filed', 'references', 'The signed report or log.', '', '', 'document file', '', 0, 'Report of', ''),
 ('exercise', 'actions', 21, 'Linked work', 'Led to', 'references', 'To-dos and changes that came of it.', '', '', 'todo change finding', '', 0, 'From exercise', ''),
 ('exercise', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 22301/8.5.', '', '', '', '', 0, 'Exercises', '');
