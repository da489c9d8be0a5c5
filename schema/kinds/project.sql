-- Project (27001 6.3 and A.5.8; 9001 6.3 and 8.1; 22301 6.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('project', 90, 'Project', 'Projects',
  'Work with a beginning and an end: its goal, its phases, its money, and how far it is.', 'ended', 'Project manager', 'Projects');
insert into status (kind, name, position, label, style, live, closed) values
 ('project', 'planned', 1, 'Planned', 'open', 0, 0),
 ('project', 'running', 2, 'Running', 'active', 1, 0),
 ('project', 'paused', 3, 'Paused', 'wait', 0, 0),
 ('project', 'done', 4, 'Finished', 'done', 1, 1),
 ('project', 'stopped', 5, 'Stopped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit, computed) values
 ('project', 'title', 1, 'The project', 'Title', 'text', 'Its name.', 'always', '', '', '', 0, '', '', '', '', ''),
 ('project', 'body', 2, 'The project', 'Goal', 'markdown', 'What will be so at the end, for whom, and how that will be seen.', 'running paused done', '', '', '', 0, '', '', '', '', ''),
 ('project', 'scope', 3, 'The project', 'Scope', 'text', 'What belongs to it and what does not.', '', '', '', '', 0, '', '', '', '', ''),
 ('project', 'security', 4, 'The project', 'Security and risk', 'markdown', 'What it touches of customers papers and of our security, and what is done about it; asked before it begins.', 'running done', '', '', '', 0, '', '', '', '', ''),
 ('project', 'budget', 5, 'The project', 'Budget', 'money', 'The money granted.', '', '', '', '', 0, '', '', '0..', 'EUR', ''),
 ('project', 'spent', 6, 'The project', 'Spent', 'money', 'The money used so far.', '', '', '', '', 0, '', '', '0..', 'EUR', ''),
 ('project', 'progress', 7, 'The project', 'Progress', 'percent', 'The mean of its parts; without parts what was typed, and 100 when it is done.', '', '', '', '', 1, '', '', '', '', 'progress part_of done'),
 ('project', 'done', 8, 'The project', 'Done, without parts', 'percent', 'For an entry without parts: how far it is. Otherwise it is worked out from the parts.', '', '', '', '', 0, '', '', '0..100', '', ''),
 ('project', 'result', 9, 'The project', 'Result and lessons', 'markdown', 'What was reached, what it cost, and what the next project should know.', 'done', '', '', '', 0, '', '', '', '', ''),
 ('project', 'status', 10, 'Who and when', 'Status', 'status', 'Where it stands.', 'always', '', '', '', 1, '', '', '', '', ''),
 ('project', 'owner', 11, 'Who and when', 'Project manager', 'person', 'Who leads it from day to day.', 'always', '', '', '', 1, 'Leads projects', 'me', '', '', ''),
 ('project', 'sponsor', 12, 'Who and when', 'Sponsor', 'person', 'Who wants it, pays for it and takes the result; not the one who leads it.', '', '', '', 'owner', 0, 'Sponsors', '', '', '', ''),
 ('project', 'team', 13, 'Who and when', 'Team', 'references', 'Who takes part.', '', '', 'person', '', 0, 'Takes part in projects', '', '', '', ''),
 ('project', 'begins', 14, 'Who and when', 'Begins', 'date', 'The first day, planned or real.', '', '', '', '', 0, '', 'today', '', '', ''),
 ('project', 'due', 15, 'Who and when', 'Ends', 'date', 'The day on which it is to be finished.', '', '', '', '', 1, '', '', '', '', ''),
 ('project', 'ended', 16, 'Who and when', 'Finished on', 'date', 'The day on which the sponsor took the result; it dates the project as evidence.', 'done', '', '', '', 0, '', '', '', '', ''),
 ('project', 'source', 17, 'Linked work', 'Comes from', 'references', 'Decision, objective, risk or change behind it.', '', '', 'decision objective risk rtp oep change review todo finding', '', 0, 'Projects', '', '', '', ''),
 ('project', 'risks', 18, 'Linked work', 'Risks', 'references', 'What may go wrong with it.', '', '', 'risk', '', 0, 'Risk of project', '', '', '', ''),
 ('project', 'documents', 19, 'Linked work', 'Documents', 'references', 'Plan, sheets and contracts.', '', '', 'document file page', '', 0, 'Papers of project', '', '', '', ''),
 ('project', 'clauses', 20, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/A.5.8.', '', '', '', '', 0, 'Projects', '', '', '', '');
