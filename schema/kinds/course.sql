-- Course of training or awareness (27001 7.2, 7.3 and A.6.3; 9001 7.2; 22301 7.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('course', 51, 'Course', 'Courses',
  'What is taught: for whom, how, how often, and how it is seen that it was learnt.', 'reviewed_on', 'Trainer', 'People');
insert into status (kind, name, position, label, style, live, closed) values
 ('course', 'planned', 1, 'Planned', 'open', 0, 0),
 ('course', 'offered', 2, 'Offered', 'active', 1, 0),
 ('course', 'retired', 3, 'Retired', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, computed) values
 ('course', 'title', 1, 'The course', 'Title', 'text', 'Its name.', 'always', '', '', '', 0, '', '', '', ''),
 ('course', 'body', 2, 'The course', 'Contents', 'markdown', 'What is taught, in the order in which it is taught.', 'offered', '', '', '', 0, '', '', '', ''),
 ('course', 'aim', 3, 'The course', 'Aim', 'text', 'What the learner can do afterwards.', 'always', '', '', '', 0, '', '', '', ''),
 ('course', 'audience', 4, 'The course', 'For whom', 'text', 'Posts, sites or everybody; name those for whom it is a must.', 'always', '', '', '', 1, '', '', '', ''),
 ('course', 'must', 5, 'The course', 'Compulsory', 'yesno', 'Whether those named must take it.', '', '', '', '', 0, '', 'yes', '', ''),
 ('course', 'method', 6, 'The course', 'How', 'choice', 'The way in which it is taught.', '', 'room=In a room; job=At the work place; online=On line; reading=Reading; outside=At another organisation', '', '', 0, '', 'room', '', ''),
 ('course', 'length', 7, 'The course', 'Length', 'duration', 'How long it takes, such as 1 h.', '', '', '', '', 0, '', '', '', ''),
 ('course', 'test', 8, 'The course', 'How learning is seen', 'text', 'Test, task, question at the bench.', '', '', '', '', 0, '', '', '', ''),
 ('course', 'pass', 9, 'The course', 'Pass mark', 'percent', 'The share of right answers that is needed, if there is a test.', '', '', '', '', 0, '', '', '0..100', ''),
 ('course', 'repeat', 10, 'The course', 'Repeated after', 'duration', 'How long it holds, such as 1 year.', '', '', '', '', 0, '', '', '', ''),
 ('course', 'held', 11, 'The course', 'Trainings', 'number', 'How many training records refer to it.', '', '', '', '', 1, '', '', '', 'count training course'),
 ('course', 'status', 12, 'Who and when', 'Status', 'status', 'Whether it is held today.', 'always', '', '', '', 1, '', '', '', ''),
 ('course', 'owner', 13, 'Who and when', 'Trainer', 'person', 'Who teaches it or answers for its contents.', 'always', '', '', '', 1, 'Teaches', 'me', '', ''),
 ('course', 'reviewed_on', 14, 'Who and when', 'Contents looked at on', 'date', 'The day on which the contents were last compared with the rules in force.', '', '', '', '', 0, '', 'today', '', ''),
 ('course', 'due', 15, 'Who and when', 'Next look or date', 'date', 'The day by which the contents are looked at or the course is held again.', '', '', '', '', 1, '', '', '', ''),
 ('course', 'provider', 16, 'Linked work', 'Provider', 'reference', 'The supplier who holds it, if we do not.', '', '', 'supplier', '', 0, 'Provides', '', '', ''),
 ('course', 'materials', 17, 'Linked work', 'Materials', 'references', 'Slides, pages and papers.', '', '', 'page section document file', '', 0, 'Taught in', '', '', ''),
 ('course', 'clauses', 18, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/A.6.3.', '', '', '', '', 0, 'Courses', '', '', '');
