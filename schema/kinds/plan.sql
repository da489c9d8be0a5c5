-- Continuity or recovery plan (22301 8.4; 27001 A.5.29 and A.5.30).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('plan', 71, 'Continuity plan', 'Continuity plans',
  'What is done when the day is lost: who starts it, what comes first, how it goes back, and when it was last tried.', 'approved_on', 'Owner', 'Continuity');
insert into status (kind, name, position, label, style, live, closed) values
 ('plan', 'draft', 1, 'Draft', 'open', 0, 0),
 ('plan', 'approved', 2, 'Approved', 'active', 1, 0),
 ('plan', 'outdated', 3, 'To be revised', 'wait', 0, 0),
 ('plan', 'withdrawn', 4, 'Withdrawn', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, computed) values
 ('plan', 'title', 1, 'The plan', 'Title', 'text', 'What it is the plan for.', 'always', '', '', '', 0, '', '', ''),
 ('plan', 'type', 2, 'The plan', 'Kind of plan', 'choice', 'Which part of the answer it is.', 'always', 'response=First response; continuity=Business continuity; it=Recovery of IT; crisis=Crisis and press; evacuation=Evacuation; people=Loss of people', '', '', 2, '', '', ''),
 ('plan', 'purpose', 3, 'The plan', 'Scope', 'text', 'Sites, activities and events it is meant for.', 'approved', '', '', '', 0, '', '', ''),
 ('plan', 'activation', 4, 'The plan', 'Who starts it, and when', 'markdown', 'The signs by which it is started, who may do it, and who stands in.', 'approved', '', '', '', 0, '', '', ''),
 ('plan', 'body', 5, 'The plan', 'What is done', 'markdown', 'Step by step, in the order in which it is done; people first.', 'approved', '', '', '', 0, '', '', ''),
 ('plan', 'communication', 6, 'The plan', 'Who is told', 'markdown', 'Whom we warn and tell, how, and who does it if the usual ones are cut off.', '', '', '', '', 0, '', '', ''),
 ('plan', 'resources', 7, 'The plan', 'What it needs', 'markdown', 'People, rooms, machines, keys, copies and lists, and where they lie.', '', '', '', '', 0, '', '', ''),
 ('plan', 'going_back', 8, 'The plan', 'Going home', 'markdown', 'Who ends it, how one returns to normal work, and what is gone through afterwards.', '', '', '', '', 0, '', '', ''),
 ('plan', 'rto', 9, 'The plan', 'Brings it back within', 'duration', 'The time that the plan promises; not longer than the assessment demands.', '', '', '', '', 0, '', '', ''),
 ('plan', 'version', 10, 'The plan', 'Version', 'text', 'The version that is in peoples hands.', '', '', '', '', 0, '', '', ''),
 ('plan', 'status', 11, 'Who and when', 'Status', 'status', 'Approved before it counts; after a failed exercise it is to be revised.', 'always', '', '', '', 1, '', '', ''),
 ('plan', 'owner', 12, 'Who and when', 'Owner', 'person', 'Who keeps it right.', 'always', '', '', '', 1, 'Owns plans', 'me', ''),
 ('plan', 'team', 13, 'Who and when', 'Team', 'references', 'Those who carry it out.', '', '', 'person', '', 0, 'In the team of', '', ''),
 ('plan', 'approved_by', 14, 'Who and when', 'Approved by', 'person', 'Who approved it; not its owner.', 'approved', '', '', 'owner', 0, 'Approved', '', ''),
 ('plan', 'approved_on', 15, 'Who and when', 'Approved on', 'date', 'The day of the approval; it dates the plan as evidence.', 'approved', '', '', '', 0, '', '', ''),
 ('plan', 'tried_on', 16, 'Who and when', 'Last tried', 'date', 'The day of the newest exercise.', '', '', '', '', 1, '', '', 'latest exercise plan held_on'),
 ('plan', 'exercises', 17, 'Who and when', 'Exercises', 'number', 'How many exercises refer to it.', '', '', '', '', 0, '', '', 'count exercise plan'),
 ('plan', 'due', 18, 'Who and when', 'Next revision', 'date', 'The day by which it is gone through again.', '', '', '', '', 1, '', '', ''),
 ('plan', 'activities', 19, 'Linked work', 'Brings back', 'references', 'The activities it is for; their times are its measure.', '', '', 'bia asset', '', 0, 'Plans', '', ''),
 ('plan', 'events', 20, 'Linked work', 'Meant for', 'references', 'Risks and treatment plans that end in it.', '', '', 'risk rtp', '', 0, 'Ends in plan', '', ''),
 ('plan', 'pages', 21, 'Linked work', 'Written at', 'references', 'Page, document or file that holds the full text.', '', '', 'page section document file', '', 0, 'Plan', '', ''),
 ('plan', 'clauses', 22, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 22301/8.4.4.', '', '', '', '', 0, 'Continuity plans', '', '');
