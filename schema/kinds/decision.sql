-- Decision of a management review or meeting (27001, 9001 and 22301 9.3.3).
insert into kind (name, position, label, plural, description, dated, owner_label, category) values
 ('decision', 11, 'Decision', 'Decisions',
  'What management reviews and meetings decided, each with a name and a date, and what became of it.', 'decided_on', 'Carried out by', 'Audit and review');
insert into status (kind, name, position, label, style, live, closed) values
 ('decision', 'proposed', 1, 'Proposed', 'open', 0, 0),
 ('decision', 'decided', 2, 'Decided', 'active', 1, 0),
 ('decision', 'done', 3, 'Carried out', 'done', 1, 1),
 ('decision', 'withdrawn', 4, 'Withdrawn', 'done', 0, 1);
insert into field (kind, name, position, section, label, type, help, required, choices, kinds, differs, listed, back, initial, bounds, unit) values
 ('decision', 'title', 1, 'The decision', 'Title', 'text', 'The decision in one sentence, as it would be read aloud.', 'always', '', '', '', 0, '', '', '', ''),
 ('decision', 'body', 2, 'The decision', 'Reason', 'markdown', 'Which facts led to it, and what else was weighed.', '', '', '', '', 0, '', '', '', ''),
 ('decision', 'type', 3, 'The decision', 'About', 'choice', 'What kind of outcome of a review it is; an auditor looks for each of them.', 'always', 'improvement=Improvement; change=Change of the system; resources=People and money; risk=Risk accepted or not; policy=Policy or objective; other=Something else', '', '', 2, '', '', '', ''),
 ('decision', 'cost', 4, 'The decision', 'Cost', 'money', 'The money granted with it; nothing if it costs none.', '', '', '', '', 0, '', '', '0..', 'EUR'),
 ('decision', 'condition', 5, 'The decision', 'Condition', 'text', 'Under what condition it holds, if any.', '', '', '', '', 0, '', '', '', ''),
 ('decision', 'result', 6, 'The decision', 'What became of it', 'markdown', 'How it was carried out and what came of it; the next review reads this.', 'done', '', '', '', 0, '', '', '', ''),
 ('decision', 'status', 7, 'Who and when', 'Status', 'status', 'Where it stands; the next review asks for every one that is not carried out.', 'always', '', '', '', 1, '', '', '', ''),
 ('decision', 'owner', 8, 'Who and when', 'Carried out by', 'person', 'The one name that answers for it.', 'decided done', '', '', '', 1, 'Carries out', '', '', ''),
 ('decision', 'decided_on', 9, 'Who and when', 'Decided on', 'date', 'The day of the meeting.', 'decided done', '', '', '', 0, '', 'today', '', ''),
 ('decision', 'due', 10, 'Who and when', 'Due', 'date', 'The day by which it is to be carried out.', '', '', '', '', 1, '', '', '', ''),
 ('decision', 'done_on', 11, 'Who and when', 'Carried out on', 'date', 'The day on which nothing of it was left to do.', 'done', '', '', '', 0, '', '', '', ''),
 ('decision', 'review', 12, 'Linked work', 'Decided in', 'reference', 'The review or meeting that decided it.', '', '', 'review meeting', '', 2, 'Decisions', '', '', ''),
 ('decision', 'actions', 13, 'Linked work', 'Carried out through', 'references', 'To-dos, changes and projects by which it is done.', '', '', 'todo change project', '', 0, 'Decided by', '', '', ''),
 ('decision', 'about', 14, 'Linked work', 'Concerns', 'references', 'Risks, objectives, suppliers or records that it is about.', '', '', '', '', 0, 'Decisions about', '', '', ''),
 ('decision', 'clauses', 15, 'Linked work', 'Clauses', 'clauses', 'Clauses it serves, such as 27001/9.3.3.', '', '', '', '', 0, 'Decisions', '', '', '');
