-- Objective (27001, 9001 and 22301 6.2).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('objective', 40, 'Objective', 'Objectives',
  'What we aim at: measurable, with an owner, means and a date, and what came of it.', 'agreed_on', 'Owner', 'Objectives and measures');
insert into status (kind, name, position, label, style, live, closed) values
 ('objective', 'proposed', 1, 'Proposed', 'open', 0, 0),
 ('objective', 'agreed', 2, 'Agreed', 'active', 1, 0),
 ('objective', 'reached', 3, 'Reached', 'done', 1, 1),
 ('objective', 'missed', 4, 'Missed', 'done', 1, 1),
 ('objective', 'dropped', 5, 'Dropped', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds) values
 ('objective', 'title', 1, 'The objective', 'Title', 'text', 'What will be so, with a figure and a date.', 'always', '', '', '', 0, '', '', ''),
 ('objective', 'body', 2, 'The objective', 'Plan', 'markdown', 'What will be done to reach it, step by step.', 'agreed reached missed', '', '', '', 0, '', '', ''),
 ('objective', 'reason', 3, 'The objective', 'Follows from', 'text', 'The sentence of the policy, the risk or the wish of a customer it comes from.', '', '', '', '', 0, '', '', ''),
 ('objective', 'measured', 4, 'The objective', 'Measured by', 'text', 'How we shall know that it is reached; best by an indicator.', 'agreed', '', '', '', 0, '', '', ''),
 ('objective', 'target', 5, 'The objective', 'Target', 'text', 'The figure that is to be reached, with its unit.', 'agreed', '', '', '', 1, '', '', ''),
 ('objective', 'resources', 6, 'The objective', 'Means', 'text', 'People, money and tools that it needs and that were granted.', '', '', '', '', 0, '', '', ''),
 ('objective', 'progress', 7, 'The objective', 'Progress', 'percent', 'How far it has come, in the judgement of its owner.', '', '', '', '', 1, '', '', '0..100'),
 ('objective', 'result', 8, 'The objective', 'Result', 'markdown', 'What was reached, how that was seen, and what follows.', 'reached missed', '', '', '', 0, '', '', ''),
 ('objective', 'status', 9, 'Who and when', 'Status', 'status', 'Agreed by top management before it counts.', 'always', '', '', '', 1, '', '', ''),
 ('objective', 'owner', 10, 'Who and when', 'Owner', 'person', 'The one who answers for reaching it.', 'agreed', '', '', '', 1, 'Aims at', 'me', ''),
 ('objective', 'agreed_by', 11, 'Who and when', 'Agreed by', 'person', 'Who agreed to it for top management.', '', '', '', '', 0, 'Agreed to', '', ''),
 ('objective', 'agreed_on', 12, 'Who and when', 'Agreed on', 'date', 'The day on which it was agreed; it dates the objective as evidence.', 'agreed', '', '', '', 0, '', '', ''),
 ('objective', 'told_on', 13, 'Who and when', 'Told to all on', 'date', 'The day on which those who can help to reach it were told.', '', '', '', '', 0, '', '', ''),
 ('objective', 'due', 14, 'Who and when', 'To be reached by', 'date', 'The day by which it is to be reached.', 'agreed', '', '', '', 1, '', '', ''),
 ('objective', 'source', 15, 'Linked work', 'Policy, risk or requirement', 'references', 'What it follows from.', '', '', 'page section risk oep requirement review decision', '', 0, 'Objectives', '', ''),
 ('objective', 'actions', 16, 'Linked work', 'Reached through', 'references', 'To-dos, changes and projects of its plan.', '', '', 'todo change project', '', 0, 'Works towards', '', ''),
 ('objective', 'clauses', 17, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/6.2.', '', '', '', '', 0, 'Objectives', '', '');
